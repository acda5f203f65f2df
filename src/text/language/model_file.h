// How models/language.bin lies on disk and in memory. Little-endian, as all machines we run on.
//
//   LanguageModelHead | rows | their tags, in buckets
//
// A row is the place of a word, or of a piece of one, in a space of kDimensions: the sum of a
// text's rows times a language's direction is that language's score, as in fastText (Joulin et al.
// 2016). The row of a word holds its pieces too, and that of a piece its own beginnings, so a known
// word costs one look-up and an unknown one few. A row is found by a hash of its letters: half of
// it names a bucket of eight, sixteen bits more tell the eight apart, and what finds its bucket
// full stands in the next one (there is one more than the hash can name).

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "text/language/script.h"
#include "text/language/words.h"

namespace rapport {

inline constexpr std::size_t kDimensions = 32;
inline constexpr std::size_t kMostLanguages = 128;
inline constexpr std::size_t kBucket = 8;
inline constexpr std::size_t kLengths = 8;  // of texts, by the logarithm of how many letters
inline constexpr std::uint8_t kNoLanguage = 255;
inline constexpr std::uint32_t kMostBuckets = 1U << 16U;

using LanguageRow = std::array<std::int8_t, kDimensions>;

// Rows that follow it never lie across two cache lines.
struct alignas(64) LanguageModelHead {
  std::array<char, 8> magic;
  std::uint32_t format;
  std::uint32_t version;  // a hash of all that follows
  std::uint32_t dimensions;
  std::uint32_t buckets;
  std::uint32_t languages;
  std::uint32_t word_shift;  // a step of a word's row is 2^word_shift steps of a piece's
  float scale;               // of a piece's step

  // Languages of one group stand together.
  std::array<std::uint8_t, kGroups> first;
  std::array<std::uint8_t, kGroups> count;
  std::array<std::uint8_t, kScripts> only;  // the language of a script that has one
  std::array<std::array<char, 8>, kMostLanguages> tags;
  std::array<float, kMostLanguages> bias;
  // The score's slope by length: probabilities are calibrated (Guo et al. 2017).
  std::array<std::array<float, kLengths>, kGroups> slope;
  std::array<std::array<float, kMostLanguages>, kDimensions> directions;

  LetterTables letters;
};

inline constexpr std::array<char, 8> kLanguageMagic = {'R', 'P', 'L', 'A', 'N', 'G', 'U', 'A'};
inline constexpr std::uint32_t kLanguageFormat = 2;

inline std::size_t language_bucket(std::uint64_t hash, std::uint32_t buckets) {
  return static_cast<std::size_t>((hash >> 32U) * buckets >> 32U);
}
inline std::uint16_t language_tag(std::uint64_t hash) {
  return static_cast<std::uint16_t>((hash >> 8U) | 1U);
}
inline std::size_t language_length(std::size_t letters) {
  std::size_t at = 0;
  while (letters > 4 && at + 1 < kLengths) {
    letters /= 2;
    ++at;
  }
  return at;
}

}  // namespace rapport
