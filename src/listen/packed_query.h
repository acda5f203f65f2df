// A query packed into a few hundred bytes, ready to look at posts that were cut before.
//
// Its answers are those of evaluate.h. It has two: what the pieces of a post rule out costs some
// nanoseconds and needs no words; what they don't is looked at word by word.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "listen/evaluate.h"
#include "listen/match_work.h"
#include "listen/needs.h"
#include "listen/piece_costs.h"
#include "listen/pieces.h"
#include "listen/query.h"

namespace rapport {

// A piece under which a query waits: a post without it need not be looked at.
struct Anchor {
  PieceHash hash = 0;
  PieceHash second = 0;    // must be there, too; 0: none
  std::uint32_t wish = 0;  // what has to be cut of a post for the first (bits of PieceWish)
};

// What has to be looked up or read counts as whatever would let the post be found; or whatever
// isn't said in its words.
enum class Unread { kAsGiven, kAsWished, kAllButWordsAsWished };

class PackedQuery {
 public:
  explicit PackedQuery(const QueryTree& query);

  // One of these is in every post that is found; the rarest there are. Nothing if there is no such
  // piece and every post has to be looked at.
  std::optional<std::vector<Anchor>> anchors(const PieceCosts& costs) const;

  // False if the post cannot be found: its pieces (work.pieces) are enough to know.
  bool possible(const HeardPost& post, MatchWork& work, Unread unread = Unread::kAsGiven) const;

  // Is the post found? Appends where to `found`, if given, in any order.
  bool holds(const HeardPost& post, MatchWork& work, Unread unread, FoundSpans* found) const;

  QueryNeeds needs() const { return needs_; }
  std::size_t bytes() const { return sizeof(*this) + size_ * sizeof(std::uint32_t); }

 private:
  std::unique_ptr<std::uint32_t[]> nodes_;
  std::uint32_t size_ = 0;
  QueryNeeds needs_;
};

// In order and apart: what overlaps becomes one.
void set_apart(FoundSpans& found);

}  // namespace rapport
