// What can be said of a tree as a whole.

#pragma once

#include <vector>

#include "listen/diagnostic.h"
#include "listen/query.h"

namespace rapport {

// Appends the errors and warnings that show only in the whole tree: too many terms, what cannot be
// near anything, a query that would find everything but, one that finds a whole network.
void check_query(const QueryTree& query, std::vector<Diagnostic>& diagnostics);

// Would a post without any words and fields be found?
bool finds_nothing_said(const QueryTree& query);

}  // namespace rapport
