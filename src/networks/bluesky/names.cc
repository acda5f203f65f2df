#include "networks/bluesky/names.h"

#include <algorithm>

#include "base/unicode.h"

namespace rapport::bluesky {
namespace {

constexpr std::string_view kScheme = "at://";
constexpr std::string_view kSite = "https://bsky.app/profile/";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-'; });
}

bool is_record_key(std::string_view key) {
  return !key.empty() && key.size() <= 512 && key != "." && key != ".." &&
         std::all_of(key.begin(), key.end(), [](char c) {
           return is_alphanumeric(c) || std::string_view("-._:~").find(c) != std::string_view::npos;
         });
}

// Marks that some clients put around handles to keep their direction.
bool is_invisible(char32_t point) {
  return point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069) || point == 0x200B || point == 0xFEFF;
}

}  // namespace

bool is_language_tag(std::string_view text) {
  // "de", "pt-BR", "zh-Hant-TW": letters first, then parts of letters and digits.
  if (text.size() > 35) return false;
  bool first = true;
  while (true) {
    const std::size_t end = text.find('-');
    const std::string_view part = text.substr(0, end);
    const bool well_made =
        !part.empty() && part.size() <= 8 && std::all_of(part.begin(), part.end(), is_alphanumeric);
    if (!well_made) return false;
    if (first && (part.size() < 2 || !std::all_of(part.begin(), part.end(), is_letter))) {
      return false;
    }
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
    first = false;
  }
}

std::optional<AtUri> parse_at_uri(std::string_view text) {
  if (!text.starts_with(kScheme)) return std::nullopt;
  text.remove_prefix(kScheme.size());
  const std::size_t first = text.find('/');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const AtUri uri{text.substr(0, first), text.substr(first + 1, second - first - 1),
                  text.substr(second + 1)};
  if (!is_did(uri.repo) || uri.collection.empty() || !is_record_key(uri.rkey) ||
      !std::all_of(uri.collection.begin(), uri.collection.end(),
                   [](char c) { return is_alphanumeric(c) || c == '.' || c == '-'; })) {
    return std::nullopt;
  }
  return uri;
}

std::string make_at_uri(std::string_view repo, std::string_view collection, std::string_view rkey) {
  std::string uri(kScheme);
  uri.append(repo).append("/").append(collection).append("/").append(rkey);
  return uri;
}

bool is_handle(std::string_view text) {
  if (text.size() > 253) return false;
  std::size_t labels = 0;
  while (true) {
    const std::size_t dot = text.find('.');
    const std::string_view label = text.substr(0, dot);
    if (!is_label(label)) return false;
    ++labels;
    if (dot == std::string_view::npos) return labels >= 2 && is_letter(label.front());
    text.remove_prefix(dot + 1);
  }
}

bool is_did(std::string_view text) {
  if (!text.starts_with("did:") || text.size() > 2048) return false;
  const std::size_t colon = text.find(':', 4);
  if (colon == std::string_view::npos || colon == 4) return false;
  const std::string_view method = text.substr(4, colon - 4);
  const std::string_view rest = text.substr(colon + 1);
  return std::all_of(method.begin(), method.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         !rest.empty() && rest.back() != ':' && rest.back() != '%' &&
         std::all_of(rest.begin(), rest.end(), [](char c) {
           return is_alphanumeric(c) || std::string_view("._:%-").find(c) != std::string_view::npos;
         });
}

std::string tidy_handle(std::string_view typed) {
  std::string tidy;
  typed = trim(typed);
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t begin = at;
    if (!is_invisible(next_code_point(typed, at))) tidy += typed.substr(begin, at - begin);
  }
  if (tidy.starts_with(kSite)) tidy.erase(0, kSite.size());
  if (tidy.starts_with(kScheme)) tidy.erase(0, kScheme.size());
  if (tidy.starts_with('@')) tidy.erase(0, 1);
  tidy = tidy.substr(0, tidy.find('/'));
  // DIDs are case-sensitive.
  if (!tidy.starts_with("did:")) {
    std::transform(tidy.begin(), tidy.end(), tidy.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
  }
  return tidy;
}

std::string profile_url(std::string_view did) { return std::string(kSite) + std::string(did); }

std::string post_url(std::string_view at_uri) {
  const auto uri = parse_at_uri(at_uri);
  if (!uri || uri->collection != kPostCollection) return {};
  return profile_url(uri->repo) + "/post/" + std::string(uri->rkey);
}

}  // namespace rapport::bluesky
