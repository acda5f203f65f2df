// Queries of other tools, taken over: what was kept, what only nearly, what was left out.
//
// docs/query-language.md has a table for each; import_cases.txt says it case by case.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "listen/diagnostic.h"
#include "listen/query.h"

namespace rapport {

enum class QueryDialect {
  kBrandwatch,
  kMeltwater,
  kTalkwalker,
  kSprinklr,
  kX,
  kYouScan,
  kSentiOne
};

std::string_view to_word(QueryDialect dialect);
std::optional<QueryDialect> dialect_of(std::string_view word);

enum class Fate {
  kKept,          // means the same here
  kApproximated,  // nearly
  kDropped,       // has no counterpart; the query finds more, or less, without it
};

std::string_view to_word(Fate fate);

struct ImportNote {
  Fate fate = Fate::kKept;
  Span span;           // of the foreign query; of what is kept the first of its kind
  std::string what;    // the operator, as they write it: "NEAR/n", "country:"
  std::string reason;  // empty where there is nothing to say
};

struct ImportedQuery {
  std::optional<QueryTree> query;       // none if there is an error
  std::string text;                     // `query`, printed
  std::vector<ImportNote> notes;        // in the order of the foreign text
  std::vector<Diagnostic> diagnostics;  // spans of the foreign text; without fixes
};

ImportedQuery import_query(std::string_view text, QueryDialect dialect);

}  // namespace rapport
