// What a character is to the cutting of social text, and its small letter: one look-up each. Made
// once from the Unicode properties of text/characters/ and ICU's letters.

#pragma once

#include <array>
#include <cstdint>

namespace rapport {

enum class TokenClass : std::uint8_t {
  kOther,   // symbols, punctuation
  kSpace,   // white space, control characters, what is invisible
  kLetter,  // of scripts whose words stand apart
  kMark,    // joins what is before it
  kDigit,
  kDense,  // of scripts without spaces: Han, Kana, Thai, Lao, Khmer, Burmese
  kEmoji,
  kJoiner,  // zero-width joiner, variation selectors, skin tones: go on with an emoji
};

struct TokenTable {
  static constexpr char32_t kTabled = 0x20000;  // the planes that are written every day
  static constexpr char32_t kWithCase = 0x3000;

  std::array<TokenClass, kTabled> classes;
  std::array<char16_t, kWithCase> small;

  TokenTable();

  TokenClass class_of(char32_t c) const {
    if (c < kTabled) return classes[c];
    return c <= 0x3ffff ? TokenClass::kDense : TokenClass::kSpace;
  }

  // Simple lower case; what has none is itself.
  char32_t lower(char32_t c) const {
    if (c < kWithCase) return small[c];
    if (c >= 0xff21 && c <= 0xff3a) return c + 0x20;    // full-width Latin
    if (c >= 0x10400 && c <= 0x10427) return c + 0x28;  // Deseret
    return c;
  }
};

// Made at the first call; 150 kB.
const TokenTable& token_table();

}  // namespace rapport
