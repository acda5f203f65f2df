// A monitor's query as a network's own search can be asked it: more than the query finds, never
// less.

#pragma once

#include <optional>
#include <vector>

#include "listen/query.h"
#include "networks/connector.h"

namespace rapport {

// At most so many searches stand for one query.
inline constexpr std::size_t kMostSearches = 16;

// Every post that the query finds answers at least one of these. None: no search can stand for it,
// because it asks only for what searches do not know, or for too many things.
std::optional<std::vector<SearchQuestion>> search_questions(const QueryTree& query);

}  // namespace rapport
