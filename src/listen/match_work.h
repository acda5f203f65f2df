// The inside of MatchScratch: one post, cut as far as anyone asked for.

#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "listen/heard_pieces.h"
#include "listen/heard_post.h"
#include "listen/pieces.h"
#include "listen/query.h"
#include "listen/spoken.h"

namespace rapport {

struct MatchWork {
  // Cuts the pieces; words are cut when the first query gets so far.
  void begin(const HeardPost& post, std::uint32_t wish) {
    cut_pieces(post, wish, room, pieces);
    cut = false;
    known.clear();
  }
  void cut_words(const HeardPost& post) {
    if (cut) return;
    cut_spoken(post.title, Wildcards::kPlain, title);
    cut_spoken(post.text, Wildcards::kPlain, text);
    cut = true;
  }

  PieceRoom room;
  PieceSet pieces;
  Spoken title;
  Spoken text;
  bool cut = false;
  QueryTree leaf;  // of a field, unpacked
  std::vector<const void*> candidates;
  // What the enricher said.
  std::vector<std::pair<std::uint64_t, const HeardPost*>> known;
  unsigned since_sample = 0;
};

}  // namespace rapport
