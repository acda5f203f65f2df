// Under which pieces a query waits.

#pragma once

#include <optional>
#include <vector>

#include "listen/packed/nodes.h"
#include "listen/packed_query.h"
#include "listen/piece_costs.h"

namespace rapport::packed {

// One of these is in every post that is found, each piece once; the rarest there are. Nothing if
// every post has to be looked at.
std::optional<std::vector<Anchor>> choose_anchors(const Node& query, const PieceCosts& costs);

}  // namespace rapport::packed
