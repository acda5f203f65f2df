#include "base/slug.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace rapport {
namespace {

// More than any slug keeps.
constexpr std::size_t kMostTitleBytes = 2000;

std::unique_ptr<icu::Transliterator> make_latin(const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
      icu::UnicodeString::fromUTF8(rules), UTRANS_FORWARD, status));
  return U_SUCCESS(status) ? std::move(made) : nullptr;
}

std::string in_latin(std::string_view text, bool german) {
  // Made once: that takes longer than all of its work. A copy for each call, for they keep state.
  static const auto plain = make_latin("Any-Latin; Latin-ASCII; Lower");
  static const auto of_german = make_latin("Any-Latin; de-ASCII; Latin-ASCII; Lower");
  const auto& kept = german && of_german ? of_german : plain;
  icu::UnicodeString work = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (kept) {
    const std::unique_ptr<icu::Transliterator> mine(kept->clone());
    if (mine) mine->transliterate(work);
  }
  std::string out;
  work.toUTF8String(out);
  return out;
}

bool is_slug_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string slug_of(std::string_view title, std::string_view language) {
  const std::string latin =
      in_latin(title.substr(0, kMostTitleBytes), language == "de" || language.starts_with("de-"));
  std::string slug;
  for (const char c : latin) {
    if (is_slug_letter(c)) {
      slug += c;
    } else if (c == '\'' || c == '`') {
      continue;  // "don't" is one word
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
    if (slug.size() > kMostSlugBytes) break;
  }
  if (slug.size() > kMostSlugBytes) {
    const std::size_t word = slug.rfind('-', kMostSlugBytes);
    slug.resize(word == std::string::npos || word < kMostSlugBytes / 2 ? kMostSlugBytes : word);
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

}  // namespace rapport
