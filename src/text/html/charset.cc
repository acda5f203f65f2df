#include "text/html/charset.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/utf8.h"

namespace rapport {
namespace {

constexpr std::size_t kMostName = 40;
constexpr std::size_t kWhereAPageSaysIt = 2048;  // browsers look at 1024
constexpr std::string_view kUtf8 = "utf-8";

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' ||
         c == '.';
}

// What follows `charset` and an equals sign, in lower case; empty if there is none.
std::string name_after(std::string_view text, std::size_t at) {
  const auto skip = [&](std::string_view what) {
    while (at < text.size() && what.find(text[at]) != std::string_view::npos) ++at;
  };
  skip(" \t\r\n");
  if (at >= text.size() || text[at] != '=') return {};
  skip("= \t\r\n\"'");
  std::size_t end = at;
  while (end < text.size() && is_name_character(text[end])) ++end;
  return std::string(text.substr(at, end - at));
}

// Both <meta charset=x> and <meta http-equiv content="text/html; charset=x">.
std::string said_by_the_page(std::string_view page) {
  constexpr std::string_view kWord = "charset";
  const std::string start = lower(page.substr(0, kWhereAPageSaysIt));
  for (std::size_t at = start.find("<meta"); at != std::string::npos;
       at = start.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(start).substr(at, start.find('>', at) - at);
    const std::size_t word = tag.find(kWord);
    if (word == std::string_view::npos) continue;
    std::string name = name_after(tag, word + kWord.size());
    // We have just read it as bytes, so that is not what it is in.
    if (name.starts_with("utf-16") || name.starts_with("utf-32")) return std::string(kUtf8);
    if (!name.empty()) return name;
  }
  return {};
}

// Nothing if nobody knows the name.
std::optional<std::string> from(std::string_view bytes, const std::string& charset) {
  if (charset.empty() || charset.size() > kMostName ||
      !std::all_of(charset.begin(), charset.end(), is_name_character)) {
    return std::nullopt;
  }
  if (charset == kUtf8 || charset == "utf8") return clean_utf8(bytes);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                charset.c_str());
  if (text.isBogus()) return std::nullopt;
  std::string out;
  text.toUTF8String(out);
  return clean_utf8(out);
}

// As browsers take it: what calls itself Latin 1 is nearly always the larger windows-1252.
std::string common_name(std::string name) {
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") return "windows-1252";
  return name;
}

}  // namespace

std::string page_in_utf8(std::string_view page, std::string_view charset) {
  if (page.starts_with("\xEF\xBB\xBF")) return clean_utf8(page.substr(3));
  const bool little = page.starts_with("\xFF\xFE");
  if (little || page.starts_with("\xFE\xFF")) {
    charset = little ? "utf-16le" : "utf-16be";
    page.remove_prefix(2);
  }
  if (auto text = from(page, common_name(lower(charset)))) return std::move(*text);
  if (auto text = from(page, common_name(said_by_the_page(page)))) return std::move(*text);
  if (is_utf8(page)) return clean_utf8(page);
  return from(page, "windows-1252").value_or(clean_utf8(page));
}

}  // namespace rapport
