// The pieces that a text must have for a leaf of a query to be found in it.

#pragma once

#include <vector>

#include "listen/pieces.h"
#include "listen/query.h"

namespace rapport {

struct AskedPiece {
  PieceHash hash = 0;
  std::uint32_t wish = 0;  // what has to be cut for it; 0: it is among what was said
  std::uint8_t size = 0;   // bytes; a long one is rare

  bool operator==(const AskedPiece&) const = default;
};

// All pieces of one of the ways are there if the leaf is found. A way without any says nothing, and
// no way at all that the leaf is never found.
using AskedWay = std::vector<AskedPiece>;

std::vector<AskedWay> asked_pieces(const QueryTree& leaf);

}  // namespace rapport
