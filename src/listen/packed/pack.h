// A query as nodes, one behind the other.

#pragma once

#include <vector>

#include "listen/packed/nodes.h"

namespace rapport::packed {

std::vector<Word> pack(const QueryTree& query);

}  // namespace rapport::packed
