// What a query finds in one post, by the letter of docs/query-language.md.
//
// This is the reference: plain to read, and slow (it cuts the post anew for each query). The
// matcher of many monitors is tested against it.

#pragma once

#include <optional>
#include <vector>

#include "listen/heard_post.h"
#include "listen/query.h"

namespace rapport {

// Where the words that were found stand: in order and apart.
struct FoundSpans {
  std::vector<Span> title;
  std::vector<Span> text;

  bool operator==(const FoundSpans&) const = default;
};

// Nothing if the query doesn't find the post. Fields and NOTs have no spans.
std::optional<FoundSpans> evaluate(const QueryTree& query, const HeardPost& post);

}  // namespace rapport
