#include "networks/bluesky/facets.h"

#include <libpsl.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "base/unicode.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

constexpr std::size_t kMostTag = 64;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lowered;
}

bool is_space(char32_t point) {
  return point != kBrokenCodePoint &&
         (u_isUWhiteSpace(static_cast<UChar32>(point)) || point == 0xFEFF);
}

bool is_punctuation(char32_t point) {
  return point != kBrokenCodePoint &&
         (U_GET_GC_MASK(static_cast<UChar32>(point)) & U_GC_P_MASK) != 0;
}

// Characters without width that end a tag.
bool ends_tag(char32_t point) {
  return is_space(point) || point == 0x00AD || point == 0x2060 || point == 0x20E2 ||
         (point >= 0x200A && point <= 0x200D);
}

// Ends in a top-level domain that exists.
bool is_domain(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string top = lower(host.substr(dot + 1));
  // Only what is listed counts: an unknown word must not pass as a domain.
  return psl_is_public_suffix2(psl_builtin(), top.c_str(),
                               PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE) != 0;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = at;
    if (is_space(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

// "@name.example", where `at` is behind the '@'.
std::optional<Facet> mention_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() &&
         (is_letter(text[end]) || is_digit(text[end]) || text[end] == '.' || text[end] == '-')) {
    ++end;
  }
  // A handle ends in a letter or digit, with something else than a word behind it.
  if (end < text.size() && text[end] == '_') {
    while (end > at && is_word(text[end - 1])) --end;
  }
  while (end > at && !is_word(text[end - 1])) --end;
  const std::string handle = lower(text.substr(at, end - at));
  if (!is_handle(handle) || !(is_domain(handle) || handle.ends_with(".test"))) return std::nullopt;
  return Facet{FacetKind::kMention, at - 1, end, handle};
}

// Length of "name.example" at the start of `word`: labels of letters and digits, the first
// character a letter. 0 if it has no dot.
std::size_t domain_length(std::string_view word) {
  if (word.empty() || !is_letter(word.front())) return 0;
  std::size_t at = 0;
  std::size_t kept = 0;
  while (true) {
    const std::size_t label = at;
    while (at < word.size() && (is_letter(word[at]) || is_digit(word[at]))) ++at;
    if (at == label) return kept;
    if (label != 0) kept = at;
    if (at == word.size() || word[at] != '.') return kept;
    ++at;
  }
}

std::optional<Facet> link_at(std::string_view text, std::size_t at) {
  const std::size_t end = end_of_word(text, at);
  std::string_view word = text.substr(at, end - at);
  const std::string start = lower(word.substr(0, 8));
  std::string prefix;
  const std::size_t scheme = start.starts_with("https://")  ? 8
                             : start.starts_with("http://") ? 7
                                                            : 0;
  if (scheme == 0) {
    if (!is_domain(word.substr(0, domain_length(word)))) return std::nullopt;
    prefix = "https://";
  } else if (word.size() == scheme) {
    return std::nullopt;
  }
  if (std::string_view(".,;:!?").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  if (word.ends_with(')') && word.find('(') == std::string_view::npos) word.remove_suffix(1);
  if (word.size() <= scheme) return std::nullopt;
  return Facet{FacetKind::kLink, at, at + word.size(), prefix + std::string(word)};
}

// "#tag", where `at` is behind the sign and `sign` is where it begins.
std::optional<Facet> tag_at(std::string_view text, std::size_t sign, std::size_t at) {
  std::size_t end = at;   // behind the last character
  std::size_t kept = at;  // behind the last one that is no punctuation
  bool has_name = false;
  bool first = true;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t point = next_code_point(text, next);
    if (ends_tag(point) || (first && point == 0xFE0F)) break;
    first = false;
    end = next;
    if (is_punctuation(point)) continue;
    kept = end;
    if (!u_isdigit(static_cast<UChar32>(point)) || point > 0x7F) has_name = true;
  }
  const std::string_view tag = text.substr(at, kept - at);
  if (!has_name || count_graphemes(tag) > kMostTag) return std::nullopt;
  return Facet{FacetKind::kTag, sign, kept, std::string(tag)};
}

// "$ABC": one to five letters and digits, then nothing that could belong to it.
std::optional<Facet> ticker_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 5 && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  if (end == at || !is_letter(text[at])) return std::nullopt;
  if (end < text.size()) {
    std::size_t next = end;
    const char32_t point = next_code_point(text, next);
    if (!is_space(point) && point != 0x2019 &&
        (point > 0x7F ||
         std::string_view(".,;:!?)\"'").find(static_cast<char>(point)) == std::string_view::npos)) {
      return std::nullopt;
    }
  }
  std::string ticker(text.substr(at, end - at));
  std::transform(ticker.begin(), ticker.end(), ticker.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return Facet{FacetKind::kTag, at - 1, end, "$" + ticker};
}

}  // namespace

std::vector<Facet> detect_facets(std::string_view text) {
  std::vector<Facet> facets;
  bool behind_space = true;
  bool behind_bracket = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t point = next_code_point(text, at);
    std::optional<Facet> facet;
    if (behind_space || behind_bracket) {
      if (point == '@') {
        facet = mention_at(text, at);
      } else if (point == '$') {
        facet = ticker_at(text, at);
      } else if ((point == '#' || point == 0xFF03) && behind_space) {
        facet = tag_at(text, begin, at);
      } else if (point < 0x80 && is_letter(static_cast<char>(point))) {
        facet = link_at(text, begin);
      }
    }
    if (facet) {
      at = facet->end;
      facets.push_back(std::move(*facet));
      behind_space = behind_bracket = false;
    } else {
      behind_space = is_space(point);
      behind_bracket = point == '(';
    }
  }
  return facets;
}

}  // namespace rapport::bluesky
