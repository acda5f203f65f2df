#include "base/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>

namespace rapport {
namespace {

// Making a break iterator costs far more than using it, so each thread keeps one.
icu::BreakIterator* grapheme_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
    if (U_FAILURE(error)) made.reset();
    return made;
  }();
  return breaks.get();
}

// Among ASCII only CR LF is one grapheme of two bytes.
bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; });
}

// Calls `each(end)` with the byte behind each grapheme until it returns false.
template <class Each>
void walk_graphemes(std::string_view text, Each&& each) {
  UErrorCode error = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &error);
  icu::BreakIterator* breaks = grapheme_breaks();
  if (breaks != nullptr && U_SUCCESS(error)) breaks->setText(&view, error);
  if (breaks != nullptr && U_SUCCESS(error)) {
    breaks->first();
    for (auto end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
      if (!each(static_cast<std::size_t>(end))) break;
    }
    // The iterator outlives this text and must not look at it again.
    UText nothing = UTEXT_INITIALIZER;
    UErrorCode ignored = U_ZERO_ERROR;
    utext_openUTF8(&nothing, "", 0, &ignored);
    breaks->setText(&nothing, ignored);
    utext_close(&nothing);
  }
  utext_close(&view);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto offset = static_cast<std::int32_t>(at);
  const auto size = static_cast<std::int32_t>(text.size());
  UChar32 point = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, offset, size, point);
  at = static_cast<std::size_t>(offset);
  return point < 0 ? kBrokenCodePoint : static_cast<char32_t>(point);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(text, at);
    if (point == U'\r' && at < text.size() && text[at] == '\n') continue;
    const bool steers = (point < 0x20 && point != U'\n' && point != U'\t') ||
                        (point >= 0x7F && point < 0xA0) || point == kBrokenCodePoint;
    out += steers ? "\xEF\xBF\xBD" : text.substr(begin, at - begin);
  }
  return out;
}

std::size_t count_graphemes(std::string_view text) {
  if (is_plain_ascii(text)) return text.size();
  std::size_t count = 0;
  walk_graphemes(text, [&](std::size_t) {
    ++count;
    return true;
  });
  return count;
}

std::string_view cut_graphemes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  if (is_plain_ascii(text)) return text.substr(0, most);
  std::size_t count = 0;
  std::size_t kept = 0;
  walk_graphemes(text, [&](std::size_t end) {
    if (count == most) return false;
    ++count;
    kept = end;
    return true;
  });
  return text.substr(0, kept);
}

std::string_view cut_bytes(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t kept = 0;
  walk_graphemes(text, [&](std::size_t end) {
    if (end > most) return false;
    kept = end;
    return true;
  });
  return text.substr(0, kept);
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    units += point != kBrokenCodePoint && point > 0xFFFF ? 2 : 1;
  }
  return units;
}

std::u16string to_utf16(std::string_view text) {
  std::u16string units;
  units.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    if (point == kBrokenCodePoint) {
      units += u'\uFFFD';
    } else if (point > 0xFFFF) {
      units += static_cast<char16_t>(U16_LEAD(point));
      units += static_cast<char16_t>(U16_TRAIL(point));
    } else {
      units += static_cast<char16_t>(point);
    }
  }
  return units;
}

std::string to_utf8(std::u16string_view text) {
  std::string bytes;
  icu::UnicodeString(text.data(), static_cast<std::int32_t>(text.size())).toUTF8String(bytes);
  return bytes;
}

std::string fold_case(std::string_view text) {
  const auto whole = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const icu::UnicodeString folded =
      U_SUCCESS(error) ? folding->normalize(whole, error) : icu::UnicodeString(whole).foldCase();
  std::string bytes;
  folded.toUTF8String(bytes);
  return bytes;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool found = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t point = next_code_point(text, at);
    const bool space = point != kBrokenCodePoint && u_isUWhiteSpace(static_cast<UChar32>(point));
    if (space) continue;
    if (!found) begin = before;
    found = true;
    end = at;
  }
  return text.substr(begin, end - begin);
}

bool is_blank(std::string_view text) {
  constexpr char32_t kBlankBraille = 0x2800;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    if (point == kBrokenCodePoint) return false;
    const auto each = static_cast<UChar32>(point);
    const bool blank = point == kBlankBraille || u_isUWhiteSpace(each) || u_iscntrl(each) ||
                       u_charType(each) == U_FORMAT_CHAR ||
                       u_hasBinaryProperty(each, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    if (!blank) return false;
  }
  return true;
}

}  // namespace rapport
