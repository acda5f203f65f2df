// Any bytes parsed as a query: diagnostics within the text, no tree beside an error, and a tree
// that is printed as itself.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "listen/parse.h"
#include "listen/print.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ParsedQuery parsed = parse_query(text);
  bool wrong = false;
  for (const Diagnostic& each : parsed.diagnostics) {
    check(each.span.begin <= each.span.end && each.span.end <= text.size());
    check(!each.reason.empty() && is_utf8(each.reason));
    wrong = wrong || each.severity == Severity::kError;
    if (!each.fix) continue;
    check(each.fix->span.begin <= each.fix->span.end && each.fix->span.end <= text.size());
    check(is_utf8(mended(text, *each.fix)));
  }
  check(parsed.query.has_value() == !wrong);
  if (!parsed.query) return 0;
  const std::string printed = print_query(*parsed.query);
  const ParsedQuery again = parse_query(printed, Mixing::kRefused);
  // What is printed may be longer than what was written, and so too long.
  const bool too_long =
      std::any_of(again.diagnostics.begin(), again.diagnostics.end(),
                  [](const Diagnostic& each) { return each.code == DiagnosticCode::kTooLong; });
  check(too_long || (again.query && *again.query == *parsed.query));
  check(is_utf8(to_words(*parsed.query)));
  return 0;
}
