#include "text/tokens/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <memory>

namespace rapport {
namespace {

CharacterClass ask_icu(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x1f3fb && c <= 0x1f3ff) ||
      c == 0x20e3) {
    return CharacterClass::kJoiner;
  }
  if (c > 0xff && c != 0x2122 && !(c >= 0x2190 && c <= 0x21ff) && c != 0x3030 && c != 0x303d &&
      c != 0x203c && c != 0x2049 && u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC)) {
    return CharacterClass::kEmoji;
  }
  if (c >= 0x1f1e6 && c <= 0x1f1ff) return CharacterClass::kEmoji;  // halves of flags
  if (c < 0x20 || u_isUWhiteSpace(code) || u_iscntrl(code) || u_charType(code) == U_FORMAT_CHAR ||
      u_charType(code) == U_UNASSIGNED || u_charType(code) == U_PRIVATE_USE_CHAR ||
      u_charType(code) == U_SURROGATE) {
    return CharacterClass::kSpace;
  }
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(code, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return u_isdigit(code) ? CharacterClass::kDigit : CharacterClass::kDense;
    default:
      break;
  }
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return CharacterClass::kMark;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharacterClass::kDigit;
    default:
      return u_isalpha(code) ? CharacterClass::kLetter : CharacterClass::kOther;
  }
}

}  // namespace

Characters::Characters() {
  for (char32_t c = 0; c < kTabled; ++c) classes[c] = ask_icu(c);
  for (char32_t c = 0; c < kWithCase; ++c) {
    const auto lowered = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    small[c] = static_cast<char16_t>(lowered < 0x10000 ? lowered : c);
  }
}

const Characters& characters() {
  static const auto made = std::make_unique<const Characters>();
  return *made;
}

}  // namespace rapport
