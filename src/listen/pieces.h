// Pieces: what a text and a query are compared by before anything is compared in earnest.
//
// A piece is a run of letters and digits, folded and cut at every sign: "don't" is "don" and "t",
// "@ana.example" is "ana" and "example". Whatever a query finds in a text by its letters, the
// pieces of these letters are among those of the text. So a text without them need not be cut into
// words, and most texts are without.
//
// Characters of scripts without spaces are pieces of their own, alone and by twos; an emoji is
// known by its first character. Pieces are kept as hashes: two that collide cost time, never an
// answer.

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "listen/letters.h"

namespace rapport {

// 32 bits; 0 is none.
using PieceHash = std::uint32_t;

// What a piece is a piece of, where it isn't of what was said.
enum class PieceSalt : std::uint32_t { kSaid, kAuthor, kPlace, kReply, kPrefix, kDense, kPair };

// Pieces are also looked up by their first bytes, for wildcards: by as many of these as there are.
inline constexpr std::array<std::size_t, 4> kPrefixSizes{2, 3, 4, 6};

inline PieceHash mixed(std::uint64_t first, std::uint64_t last, std::size_t size) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = (first ^ (size * 0xD6E8FEB86659FD93U)) * kOdd;
  hash ^= hash >> 32U;
  hash = (hash ^ last) * 0xC2B2AE3D27D4EB4FU;
  const auto out = static_cast<std::uint32_t>(hash >> 32U);
  return out == 0 ? 1 : out;
}

inline PieceHash salted(PieceHash hash, PieceSalt salt, std::uint32_t more = 0) {
  if (salt == PieceSalt::kSaid) return hash;
  return mixed(hash, (static_cast<std::uint64_t>(salt) << 32U) | more, 0);
}

// Capitals are small letters here: a bit is all that tells them apart.
inline constexpr std::uint64_t kSmall = 0x2020202020202020U;

// The hash of `size` bytes at `begin`, of which neither `from` nor `to` may be passed.
inline PieceHash hash_bytes(const char* begin, std::size_t size, const char* from, const char* to) {
  const auto load = [](const char* at, std::size_t count) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, count);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return word | kSmall;
  };
  if (size >= 8) return mixed(load(begin, 8), load(begin + size - 8, 8), size);
  const std::uint64_t mask = (std::uint64_t{1} << (8 * size)) - 1;
  if (begin + 8 <= to) return mixed(load(begin, 8) & mask, 0, size);
  if (size != 0 && begin + size >= from + 8) {
    return mixed(load(begin + size - 8, 8) >> (8 * (8 - size)) & mask, 0, size);
  }
  return mixed(load(begin, size) & mask, 0, size);
}

inline PieceHash piece_hash(std::string_view bytes) {
  return hash_bytes(bytes.data(), bytes.size(), bytes.data(), bytes.data() + bytes.size());
}

inline PieceHash prefix_hash(PieceHash of_prefix, std::size_t size) {
  return salted(of_prefix, PieceSalt::kPrefix, static_cast<std::uint32_t>(size));
}

// Of a character of a script without spaces, of two that touch, and of an emoji's first.
PieceHash dense_hash(const Letter* begin, const Letter* end);
inline PieceHash dense_pair(PieceHash first, PieceHash second) {
  return salted(first, PieceSalt::kPair, second);
}
inline PieceHash drawn_hash(char32_t point) { return salted(point, PieceSalt::kDense); }

void append_utf8_of(char32_t point, std::string& out);

// Is it inside a piece, or does it end one?
bool is_piece_letter(char32_t plain);

// The pieces of one post.
class PieceSet {
 public:
  void clear();

  const PieceHash* begin() const { return hashes_.data(); }
  const PieceHash* end() const { return hashes_.data() + count_; }
  std::size_t size() const { return count_; }

  // May be true of a piece that isn't there, never false of one that is. Only after seal().
  bool may_have(PieceHash hash) const {
    const std::uint32_t bit = hash & mask_;
    return (bits_[bit >> 6U] >> (bit & 63U) & 1U) != 0;
  }
  void seal();

  // Room for what a text of so many bytes can hold; to be written to, then counted.
  PieceHash* room_for(std::size_t bytes);
  void wrote(const PieceHash* end) { count_ = static_cast<std::size_t>(end - hashes_.data()); }
  void add(PieceHash hash) {
    PieceHash* at = room_for(0);
    *at = hash;
    ++count_;
  }

 private:
  std::vector<PieceHash> hashes_;
  std::size_t count_ = 0;
  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(32);
  std::uint32_t mask_ = 2047;
};

// What of a post is cut into pieces; bits.
enum PieceWish : std::uint32_t {
  kWishPrefixes = 0xFU,  // one for each of kPrefixSizes
  kWishAuthor = 1U << 4U,
  kWishPlace = 1U << 5U,
  kWishReply = 1U << 6U,
  kWishLists = 1U << 7U,  // links, hashtags and mentions besides those in the text
};

}  // namespace rapport
