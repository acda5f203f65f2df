// Any bytes taken over from every dialect: notes and diagnostics within the text, and a result that
// is a query.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "listen/dialects/dialect.h"
#include "listen/parse.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapport;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const QueryDialect dialect :
       {QueryDialect::kBrandwatch, QueryDialect::kMeltwater, QueryDialect::kTalkwalker,
        QueryDialect::kSprinklr, QueryDialect::kX, QueryDialect::kYouScan,
        QueryDialect::kSentiOne}) {
    const ImportedQuery imported = import_query(text, dialect);
    for (const ImportNote& each : imported.notes) {
      check(each.span.begin <= each.span.end && each.span.end <= size);
    }
    bool wrong = false;
    for (const Diagnostic& each : imported.diagnostics) {
      check(each.span.begin <= each.span.end && each.span.end <= size);
      wrong = wrong || each.severity == Severity::kError;
    }
    check(imported.query.has_value() == !wrong);
    if (imported.query) check(parse_query(imported.text).query.has_value());
  }
  return 0;
}
