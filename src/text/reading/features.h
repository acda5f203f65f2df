// What the classifiers look at, as 64-bit hashes: words, pairs of words, words behind a "not", and
// pieces of words. The same features are made in training and in reading.
//
// Everything about a single word (its hash, the pieces in it) depends on its normal form alone, so
// a reader may remember the sum of a word's weights and look at each frequent word once.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "text/tokens/tokens.h"

namespace rapport {

enum class FeatureGroup : std::uint8_t {
  kWord,     // a word, an emoji, a mark: once for each token
  kPair,     // two neighbours
  kNegated,  // a word up to four tokens behind a negation, in the same clause
  kPiece,    // 2 to 5 characters of a word with its edges marked
  kShape,    // what is true of the whole text: shouting, stretching, length, how it ends
};

struct Feature {
  std::uint64_t hash = 0;
  std::uint32_t token = 0;  // whose it is; of a pair the second; of a shape 0
  FeatureGroup group = FeatureGroup::kWord;
};

// Multiply and shift, as Murmur's finaliser; stable for ever, since trained weights are found by
// it.
inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b * 0x9fb21c651e98df25U)) * 0xff51afd7ed558ccdU;
  h ^= h >> 32U;
  h *= 0xc4ceb9fe1a85ec53U;
  return h ^ (h >> 29U);
}

inline std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t h = 0x9e3779b97f4a7c15U ^ (bytes.size() * 0xff51afd7ed558ccdU);
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; left -= 8, at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, 8);
    h = mixed(h, eight);
  }
  // The rest without a loop: what is loaded twice does no harm, the size is part of the hash.
  std::uint64_t rest = 0;
  if (left >= 4) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + left - 4, 4);
    rest = low | (std::uint64_t{high} << 32U);
  } else if (left > 0) {
    const auto byte = [at](std::size_t i) { return static_cast<unsigned char>(at[i]); };
    rest = byte(0) | (static_cast<unsigned>(byte(left / 2)) << 8U) |
           (static_cast<unsigned>(byte(left - 1)) << 16U);
  }
  return mixed(h, rest);
}

inline constexpr std::size_t kShortestPiece = 2;
inline constexpr std::size_t kLongestPiece = 5;
// Only the beginning of a word that is longer than any word is looked at.
inline constexpr std::size_t kMostCharacters = 40;
inline constexpr std::size_t kMostPieces =
    (kMostCharacters + 2) * (kLongestPiece - kShortestPiece + 1);

// Calls `visit(hash)` for each piece of a normal form, which is "<word>" in its edges.
template <class Visit>
void each_piece(std::string_view normal, Visit&& visit);

// The feature of a word, of which this is the hash.
std::uint64_t word_feature(std::uint64_t word);

// Whether this normal form turns round what follows ("not", "never", "don't", "nicht", "pas" …).
bool negates(std::string_view normal);

// Whether a token is looked at piece by piece.
inline bool has_pieces(const TextToken& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kHashtag;
}

// All features of the text, in the order of its tokens. `pieces` may be left out where they are
// remembered by word.
void make_features(const Tokens& tokens, bool pieces, std::vector<Feature>& out);

// --- implementation of the template ---

template <class Visit>
void each_piece(std::string_view normal, Visit&& visit) {
  // Where each character begins, in the form with a '<' before and a '>' behind it.
  char bytes[kMostCharacters * 4 + 2];
  std::uint16_t starts[kMostCharacters + 3];
  std::size_t size = 0;
  std::size_t count = 0;
  bytes[size++] = '<';
  starts[count++] = 0;
  for (std::size_t i = 0; i < normal.size() && count <= kMostCharacters;) {
    starts[count++] = static_cast<std::uint16_t>(size);
    do {
      bytes[size++] = normal[i++];
    } while (i < normal.size() && (static_cast<unsigned char>(normal[i]) & 0xc0U) == 0x80U &&
             size < sizeof(bytes) - 1);
    if (size >= sizeof(bytes) - 4) break;
  }
  starts[count++] = static_cast<std::uint16_t>(size);
  bytes[size++] = '>';
  starts[count] = static_cast<std::uint16_t>(size);
  for (std::size_t begin = 0; begin < count; ++begin) {
    for (std::size_t length = kShortestPiece; length <= kLongestPiece && begin + length <= count;
         ++length) {
      if (begin == 0 && length == count) continue;  // the word itself
      visit(hash_of({bytes + starts[begin],
                     static_cast<std::size_t>(starts[begin + length] - starts[begin])}));
    }
  }
}

}  // namespace rapport
