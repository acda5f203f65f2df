#include "listen/pieces.h"

#include <algorithm>

#include "text/characters/characters.h"

namespace rapport {

PieceHash dense_hash(const Letter* begin, const Letter* end) {
  PieceHash hash = 1;
  for (; begin != end; ++begin) hash = salted(begin->plain, PieceSalt::kDense, hash);
  return hash;
}

void append_utf8_of(char32_t point, std::string& out) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0U | point >> 6U);
    put(0x80U | (point & 0x3FU));
  } else {
    // Longer than UTF-8 allows, where a letter stands for a sequence; it only has to be unlike.
    if (point >= 0x10000) put(0xF0U | (point >> 18U & 7U));
    put(0x80U | (point >> 12U & 0x3FU));
    put(0x80U | (point >> 6U & 0x3FU));
    put(0x80U | (point & 0x3FU));
  }
}

bool is_piece_letter(char32_t plain) {
  if (plain < 0x80) {
    return (plain >= U'a' && plain <= U'z') || (plain >= U'0' && plain <= U'9') ||
           (plain >= U'A' && plain <= U'Z');
  }
  const unsigned its = CharacterTable::get().of(plain);
  return (its & (kLetterClass | kMarkClass | kNumberClass)) != 0 && (its & kUnspacedClass) == 0;
}

void PieceSet::clear() { count_ = 0; }

PieceHash* PieceSet::room_for(std::size_t bytes) {
  // A byte begins one piece at most, which goes by four prefixes, too; and some are told twice.
  const std::size_t most = count_ + bytes * 6 + 32;
  if (hashes_.size() < most) hashes_.resize(most + most / 2);
  return hashes_.data() + count_;
}

void PieceSet::seal() {
  // Some forty bits a piece keep a text that has not got it from looking as if.
  const std::size_t words = count_ <= 128 ? 32 : std::bit_ceil(count_);
  if (bits_.size() < words) bits_.resize(words);
  std::fill(bits_.begin(), bits_.begin() + static_cast<std::ptrdiff_t>(words), 0);
  mask_ = static_cast<std::uint32_t>(words * 64 - 1);
  for (std::size_t i = 0; i < count_; ++i) {
    const std::uint32_t bit = hashes_[i] & mask_;
    bits_[bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
  }
}

}  // namespace rapport
