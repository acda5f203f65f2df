// The pieces of what is heard, in one pass and without cutting it into words.

#pragma once

#include <string>
#include <vector>

#include "listen/heard_post.h"
#include "listen/pieces.h"
#include "listen/spoken.h"

namespace rapport {

// What cutting needs besides; kept from post to post.
struct PieceRoom {
  std::vector<Letter> letters;
  std::string bytes;
  Spoken spoken;
};

// Puts the pieces of `post`, with those that `wish` (bits of PieceWish) names, into `out`.
void cut_pieces(const HeardPost& post, std::uint32_t wish, PieceRoom& room, PieceSet& out);

}  // namespace rapport
