#include "store/sql/words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include <array>

#include "base/unicode.h"

namespace rapport {
namespace {

// An index has no use for more of a word, and the engine takes no more than 2 kB.
constexpr std::size_t kLongestWord = 250;

bool parts_words(UChar32 sign) {
  switch (u_charType(sign)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
    case U_PRIVATE_USE_CHAR:
      return false;
    default:
      return true;
  }
}

// An accent of Latin letters, written as a sign of its own behind its letter.
bool is_accent(UChar32 sign) {
  return (sign >= 0x300 && sign <= 0x304) || (sign >= 0x306 && sign <= 0x30C) || sign == 0x30F ||
         sign == 0x311 || sign == 0x31B || (sign >= 0x323 && sign <= 0x328) || sign == 0x32D ||
         sign == 0x32E || sign == 0x330 || sign == 0x331;
}

// A Latin letter without its accents; any other sign as it is.
UChar32 without_accents(UChar32 sign) {
  if (sign < 0x80) return sign;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const nfd = unorm2_getNFDInstance(&error);
  std::array<UChar, 20> parts;
  const std::int32_t length = unorm2_getDecomposition(
      nfd, sign, parts.data(), static_cast<std::int32_t>(parts.size()), &error);
  if (U_FAILURE(error) || length < 2 || parts[0] >= 0x80 || !u_isalpha(parts[0])) return sign;
  return parts[0];
}

UChar32 folded(UChar32 sign) {
  if (sign >= 0x80) sign = without_accents(u_foldCase(sign, U_FOLD_CASE_DEFAULT));
  return sign >= 'A' && sign <= 'Z' ? sign + ('a' - 'A') : sign;
}

void append(std::string& word, UChar32 sign) {
  std::array<char, U8_MAX_LENGTH> bytes;
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, sign);
  word.append(bytes.data(), length);
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    words.push_back(word);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto sign = static_cast<UChar32>(next_code_point(text, at));
    if (!word.empty() && is_accent(sign)) continue;
    if (sign < 0 || parts_words(sign)) {
      end_word();
    } else if (word.size() < kLongestWord) {
      append(word, folded(sign));
    }
  }
  end_word();
  return words;
}

}  // namespace rapport
