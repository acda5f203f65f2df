// A query in the first line, a post in the others: whatever they are, what is found lies within the
// text, in order and apart, and the printed query finds the same.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "listen/evaluate.h"
#include "listen/parse.h"
#include "listen/print.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  // A page of one word and a query of many NEARs would take the reference minutes.
  if (size > 600) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t end = all.find('\n');
  if (end == std::string_view::npos) return 0;
  const ParsedQuery parsed = parse_query(all.substr(0, end));
  if (!parsed.query) return 0;
  HeardPost post;
  post.text = all.substr(end + 1);
  const auto found = evaluate(*parsed.query, post);
  const ParsedQuery again = parse_query(print_query(*parsed.query));
  if (again.query) check(evaluate(*again.query, post) == found);
  if (!found) return 0;
  check(found->title.empty());
  std::size_t before = 0;
  for (const Span& each : found->text) {
    check(each.begin >= before && each.end > each.begin && each.end <= post.text.size());
    before = each.end;
  }
  return 0;
}
