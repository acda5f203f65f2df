// How models/related.bin lies in its bytes, little-endian, for who reads and who writes it:
//
//   "rapport related 1"         17 bytes
//   words, pairs                32 bits each
//   of a word not in it         its rarity, 8 bits
//   of each word                its stem's hash, 64 bits
//   of each word                its rarity, 8 bits, in sixteenths
//   of each word                how many stand for it, 8 bits
//   of each pair, word by word  which word, 16 bits
//   of each pair                how well, 8 bits, in 255ths

#pragma once

#include <string_view>

namespace rapport::related_table {

inline constexpr std::string_view kMagic = "rapport related 1";
inline constexpr double kRarityUnits = 16;
inline constexpr double kWeightUnits = 255;

}  // namespace rapport::related_table
