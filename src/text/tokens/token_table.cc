#include "text/tokens/token_table.h"

#include <unicode/uchar.h>

#include <memory>

#include "text/characters/characters.h"

namespace rapport {
namespace {

TokenClass class_in_tokens(char32_t c) {
  const CharacterTable& table = CharacterTable::get();
  constexpr char32_t kJoiner = 0x200d;
  constexpr char32_t kKeycap = 0x20e3;
  if (c == kJoiner || c == kKeycap || (c >= 0xfe00 && c <= 0xfe0f) ||
      (c >= 0x1f3fb && c <= 0x1f3ff)) {
    return TokenClass::kJoiner;
  }
  if (c < 0x20 || table.is(c, kSpaceClass | kControlClass)) return TokenClass::kSpace;
  const bool keyboard = c < 0x80;  // digits, '#' and '*' may be drawn as emoji
  if (!keyboard && table.is(c, kEmojiClass | kTextEmojiClass | kRegionClass)) {
    // What is drawn as text is read as a mark, but for the hearts, faces and stars from U+2600 on.
    if (table.is(c, kEmojiClass | kRegionClass) || c >= 0x2600) return TokenClass::kEmoji;
    return TokenClass::kOther;
  }
  if (table.is(c, kMarkClass)) return TokenClass::kMark;
  if (u_isdigit(static_cast<UChar32>(c))) return TokenClass::kDigit;
  // Korean is written with spaces, whatever else its letters have in common with these.
  const bool hangul = (c >= 0x1100 && c < 0x1200) || (c >= 0x3130 && c < 0x3190) ||
                      (c >= 0xa960 && c < 0xa980) || (c >= 0xac00 && c < 0xd800);
  if (!hangul && table.is(c, kUnspacedClass)) return TokenClass::kDense;
  if (u_isalpha(static_cast<UChar32>(c))) return TokenClass::kLetter;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_FORMAT_CHAR || type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR ||
                 type == U_SURROGATE
             ? TokenClass::kSpace
             : TokenClass::kOther;
}

}  // namespace

TokenTable::TokenTable() {
  for (char32_t c = 0; c < kTabled; ++c) classes[c] = class_in_tokens(c);
  for (char32_t c = 0; c < kWithCase; ++c) {
    const auto lowered = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    small[c] = static_cast<char16_t>(lowered < 0x10000 ? lowered : c);
  }
}

const TokenTable& token_table() {
  static const auto made = std::make_unique<const TokenTable>();
  return *made;
}

}  // namespace rapport
