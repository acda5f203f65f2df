#include "networks/feed/encoding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "networks/feed/parts.h"
#include "text/html/charset.h"

namespace rapport::feed {
namespace {

constexpr std::size_t kWhereADeclarationEnds = 512;

// The encoding that an XML declaration names, in lower case.
std::string declared(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, kWhereADeclarationEnds);
  const std::size_t begin = start.find("<?xml");
  if (begin == std::string_view::npos) return {};
  const std::string_view declaration = start.substr(begin, start.find("?>", begin) - begin);
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  const std::size_t end = declaration.find(declaration[at], at + 1);
  if (end == std::string_view::npos) return {};
  return lower(declaration.substr(at + 1, end - at - 1));
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// As browsers take names: what calls itself by these is nearly always the larger set.
std::string common_name(std::string name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kLarger{{
      {"iso-8859-1", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"ascii", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"gb2312", "gb18030"},
      {"gbk", "gb18030"},
      {"shift_jis", "windows-31j"},
      {"ks_c_5601-1987", "windows-949"},
  }};
  for (const auto& [small, large] : kLarger) {
    if (name == small) return std::string(large);
  }
  return name;
}

bool is_unicode_name(std::string_view name) { return name.starts_with("utf"); }

// Sequences that are no UTF-8 are bytes of windows-1252.
std::string mixed(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string_view one = bytes.substr(at, length);
    if (lead < 0x80 || (one.size() == length && is_utf8(one))) {
      out += one;
      at += length;
      continue;
    }
    out += page_in_utf8(bytes.substr(at, 1), "windows-1252");
    ++at;
  }
  return clean_utf8(out);
}

std::string wide(std::string_view bytes, std::string_view name) {
  return page_in_utf8(bytes, name);
}

}  // namespace

std::string charset_of(std::string_view content_type) {
  const std::string text = lower(content_type);
  const std::size_t at = text.find("charset=");
  if (at == std::string::npos) return {};
  std::string_view value = std::string_view(text).substr(at + 8);
  value = value.substr(0, value.find_first_of(";, "));
  while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.remove_suffix(1);
  return std::string(value);
}

std::string feed_in_utf8(std::string_view bytes, std::string_view charset) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return feed_in_utf8(bytes.substr(3), "utf-8");
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return wide(bytes, {});
  // Two bytes a character, without the mark.
  if (bytes.starts_with(std::string_view("<\0?\0", 4)) ||
      bytes.starts_with(std::string_view("<\0r\0", 4))) {
    return wide(bytes, "utf-16le");
  }
  if (bytes.starts_with(std::string_view("\0<\0?", 4)) ||
      bytes.starts_with(std::string_view("\0<\0r", 4))) {
    return wide(bytes, "utf-16be");
  }
  const std::string by_document = common_name(declared(bytes));
  const std::string by_server = common_name(lower(charset));
  // Escapes of seven bits look like plain ASCII.
  const std::string& name = by_document.empty() ? by_server : by_document;
  if (is_utf8(bytes) && !(is_ascii(bytes) && name.starts_with("iso-2022"))) {
    return std::string(bytes);
  }
  for (const std::string* each : {&by_document, &by_server}) {
    if (!each->empty() && !is_unicode_name(*each)) return page_in_utf8(bytes, *each);
  }
  return mixed(bytes);
}

}  // namespace rapport::feed
