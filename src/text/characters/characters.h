// What a character is, looked up in a table: Unicode's properties as ICU knows them, without a call
// of ICU for each character.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rapport {

// What may be true of a character, several at once.
enum CharacterBit : std::uint16_t {
  kLetterClass = 1U << 0U,
  kMarkClass = 1U << 1U,
  kNumberClass = 1U << 2U,  // decimal digits and letters used as numbers
  kSpaceClass = 1U << 3U,
  kPunctuationClass = 1U << 4U,
  kSymbolClass = 1U << 5U,
  kPictographicClass = 1U << 6U,  // may be joined with others by a zero width joiner
  kEmojiClass = 1U << 7U,         // drawn as an emoji where nothing else is said
  kTextEmojiClass = 1U << 8U,     // can be an emoji; drawn as text where nothing else is said
  kExtendClass = 1U << 9U,        // belongs to the grapheme before it
  kRegionClass = 1U << 10U,       // half a flag
  kUnspacedClass = 1U << 11U,     // of a script that is written without spaces between words
  kControlClass = 1U << 12U,
};

// Two steps: blocks of 128 characters, equal blocks kept once. Made at the first use of it.
class CharacterTable {
 public:
  static const CharacterTable& get();

  std::uint16_t of(char32_t point) const {
    if (point > 0x10FFFF) return 0;
    return classes_[(std::size_t{blocks_[point >> 7U]} << 7U) | (point & 127U)];
  }
  bool is(char32_t point, unsigned classes) const { return (of(point) & classes) != 0; }

 private:
  CharacterTable();

  static constexpr std::size_t kBlocks = 0x110000 >> 7U;
  std::uint16_t blocks_[kBlocks] = {};
  const std::uint16_t* classes_ = nullptr;  // lives as long as the program
};

// One character of UTF-8. A broken byte is a character of its own that is none.
struct Decoded {
  static constexpr char32_t kBroken = 0xFFFFFFFF;

  char32_t point = kBroken;
  std::uint32_t size = 1;
};

// The character that begins at `at`, which lies inside `text`.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t left = text.size() - at;
  const auto tail = [&](std::size_t i) { return (byte(at + i) & 0xC0U) == 0x80U; };
  if (lead < 0xC2 || lead > 0xF4 || left < 2 || !tail(1)) return {};
  if (lead < 0xE0) return {((lead & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU), 2};
  if (left < 3 || !tail(2)) return {};
  if (lead < 0xF0) {
    const char32_t point =
        ((lead & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
    if (point < 0x800 || (point >= 0xD800 && point < 0xE000)) return {};
    return {point, 3};
  }
  if (left < 4 || !tail(3)) return {};
  const char32_t point = ((lead & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) |
                         ((byte(at + 2) & 0x3FU) << 6U) | (byte(at + 3) & 0x3FU);
  if (point < 0x10000 || point > 0x10FFFF) return {};
  return {point, 4};
}

// The character that ends at `at`, which is not 0.
inline Decoded decode_before(std::string_view text, std::size_t at) {
  for (std::size_t size = 1; size <= 4 && size <= at; ++size) {
    if ((static_cast<unsigned char>(text[at - size]) & 0xC0U) == 0x80U) continue;
    const Decoded found = decode(text, at - size);
    return found.size == size ? found : Decoded{};
  }
  return {};
}

}  // namespace rapport
