// The words a query asks for, each by itself.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "listen/query.h"

namespace rapport {

struct QueryPart {
  Span span;         // where it stands in the query
  std::string text;  // as written
  QueryTree leaf;
  std::optional<QueryTree> rest;  // the query without it; none: without it nothing is found
};

// Words and phrases that may make a post be found (not those behind a NOT), in order; of more than
// fifty the first.
std::vector<QueryPart> parts_of(const QueryTree& query);

// The words in them, in small letters.
std::vector<std::string> asked_words(const QueryTree& query);

}  // namespace rapport
