#include "letters.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace rapport {
namespace {

Script script_of(UScriptCode code) {
  switch (code) {
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    case USCRIPT_ARABIC:
      return Script::kArabic;
    case USCRIPT_DEVANAGARI:
      return Script::kDevanagari;
    case USCRIPT_GREEK:
      return Script::kGreek;
    case USCRIPT_ARMENIAN:
      return Script::kArmenian;
    case USCRIPT_HEBREW:
      return Script::kHebrew;
    case USCRIPT_BENGALI:
      return Script::kBengali;
    case USCRIPT_GURMUKHI:
      return Script::kGurmukhi;
    case USCRIPT_GUJARATI:
      return Script::kGujarati;
    case USCRIPT_ORIYA:
      return Script::kOriya;
    case USCRIPT_TAMIL:
      return Script::kTamil;
    case USCRIPT_TELUGU:
      return Script::kTelugu;
    case USCRIPT_KANNADA:
      return Script::kKannada;
    case USCRIPT_MALAYALAM:
      return Script::kMalayalam;
    case USCRIPT_SINHALA:
      return Script::kSinhala;
    case USCRIPT_THAI:
      return Script::kThai;
    case USCRIPT_LAO:
      return Script::kLao;
    case USCRIPT_TIBETAN:
      return Script::kTibetan;
    case USCRIPT_MYANMAR:
      return Script::kMyanmar;
    case USCRIPT_GEORGIAN:
      return Script::kGeorgian;
    case USCRIPT_ETHIOPIC:
      return Script::kEthiopic;
    case USCRIPT_KHMER:
      return Script::kKhmer;
    case USCRIPT_HANGUL:
      return Script::kHangul;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_KATAKANA_OR_HIRAGANA:
      return Script::kKana;
    case USCRIPT_HAN:
    case USCRIPT_BOPOMOFO:
      return Script::kHan;
    case USCRIPT_INHERITED:
      return Script::kInherited;
    default:
      return Script::kNone;
  }
}

}  // namespace

LetterTables letter_tables() {
  LetterTables out{};
  for (UChar32 block = 0; block < 4096; ++block) {
    std::array<unsigned, kScripts> votes{};
    for (UChar32 c = block * 16; c < block * 16 + 16; ++c) {
      UErrorCode error = U_ZERO_ERROR;
      const Script script = script_of(uscript_getScript(c, &error));
      if (u_isalpha(c) != 0 || script == Script::kInherited ||
          (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) {
        ++votes[static_cast<std::size_t>(script)];
      }
    }
    votes[0] = 0;
    const auto best = std::max_element(votes.begin(), votes.end());
    if (*best > 0) out.script[block] = static_cast<Script>(best - votes.begin());
    // Punctuation of CJK, half-width forms: no letters as far as we tell by sixteens.
    if (block == 0x300 || block == 0x301 || block == 0x302 || block == 0x303) {
      out.script[block] = Script::kNone;
    }
  }
  for (UChar32 c = 0; c < static_cast<UChar32>(LetterTables::kFolded); ++c) {
    const auto mask = U_GET_GC_MASK(c);
    if (u_isalpha(c) != 0 || (mask & U_GC_M_MASK) != 0) {
      const UChar32 folded = u_tolower(c);
      out.fold[c] = static_cast<std::uint16_t>(folded < 0x2000 ? folded : c);
    }
    // The Arabic marks of vowels are written by some and left out by most.
    if ((c >= 0x64B && c <= 0x65F) || c == 0x640 || c == 0x670 || c == 0xAD) {
      out.fold[c] = LetterTables::kSkipped;
    }
  }
  out.script[0xAD >> 4] = Script::kLatin;
  return out;
}

std::uint16_t without_accent(std::uint16_t c) {
  if (c < 0x80) return c;
  switch (c) {
    case 0x131:
      return 'i';
    case 0x142:
      return 'l';
    case 0xF8:
      return 'o';
    case 0x111:
      return 'd';
    default:
      break;
  }
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfd = unorm2_getNFDInstance(&error);
  std::array<UChar, 8> parts{};
  auto at = static_cast<UChar>(c);
  for (int i = 0; i < 4; ++i) {
    error = U_ZERO_ERROR;
    const auto size = unorm2_getRawDecomposition(nfd, at, parts.data(), parts.size(), &error);
    if (size <= 0 || U_FAILURE(error)) break;
    at = parts[0];
  }
  return at < 0x80 ? static_cast<std::uint16_t>(at) : c;
}

}  // namespace rapport
