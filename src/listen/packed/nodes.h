// How a packed query lies in memory.

#pragma once

#include <cstdint>

#include "listen/pieces.h"
#include "listen/query.h"

namespace rapport::packed {

// A query is nodes of 32-bit words, each node followed by its parts:
//
//   kind | flags << 8 | section << 16 | field << 24
//   words of the node, its parts included
//   kWords  ways (see WayView); then the pattern: see PatternView
//   kField  ways; bytes of the text, the text; low, high (two words each) if flagged
//   kAnd..  number of parts, steps of a NEAR or width of a ~; the parts
using Word = std::uint32_t;

enum Flag : Word {
  kExact = 1U,    // capitals count
  kNarrow = 2U,   // each letter is a byte
  kOneWord = 4U,  // one plain word; a name may be called so, too
  kLow = 8U,
  kHigh = 16U,
  kUnreadField = 32U,
};

inline constexpr unsigned char kNarrowAny = 1;
inline constexpr unsigned char kNarrowOne = 2;

struct Node {
  explicit Node(const Word* at) : at_(at) {}

  QueryKind kind() const { return static_cast<QueryKind>(at_[0] & 0xFFU); }
  Word flags() const { return at_[0] >> 8U & 0xFFU; }
  Section section() const { return static_cast<Section>(at_[0] >> 16U & 0xFFU); }
  QueryField field() const { return static_cast<QueryField>(at_[0] >> 24U); }
  Node next() const { return Node(at_ + at_[1]); }
  const Word* rest() const { return at_ + 2; }

  // Of kAnd, kOr, kNot, kNear and kTogether.
  Word parts() const { return at_[2]; }
  const Word* steps() const { return at_ + 3; }
  Node first() const {
    if (kind() == QueryKind::kNear) return Node(at_ + 3 + parts() - 1);
    return Node(at_ + (kind() == QueryKind::kTogether ? 4 : 3));
  }

 private:
  const Word* at_;
};

// The ways in which a leaf can be found: their count, then of each the two longest pieces it needs,
// a hash (0: there is none), bytes and wish of each.
class WayView {
 public:
  explicit WayView(const Word* at) : at_(at) {}

  struct Piece {
    PieceHash hash;
    std::uint32_t size;
    std::uint32_t wish;
  };

  Word count() const { return at_[0]; }
  Piece piece(Word way, Word which) const {
    const Word* its = at_ + 1 + 4 * way + 2 * which;
    return {its[0], its[1] & 0xFFU, its[1] >> 8U};
  }
  // Of what was said; 0 if there is none.
  PieceHash said(Word way, Word which) const {
    const Word* its = at_ + 1 + 4 * way + 2 * which;
    return its[1] >> 8U == 0 ? its[0] : 0;
  }
  const Word* end() const { return at_ + 1 + 4 * at_[0]; }

 private:
  const Word* at_;
};

inline Word step_word(const NearStep& step) { return step.words << 1U | (step.ordered ? 1U : 0U); }
inline NearStep step_of(Word word) { return {word >> 1U, (word & 1U) != 0}; }

}  // namespace rapport::packed
