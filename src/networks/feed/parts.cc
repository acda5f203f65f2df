#include "networks/feed/parts.h"

#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"
#include "text/html/text.h"

namespace rapport::feed {
namespace {

constexpr std::size_t kMostLine = 500;  // graphemes
constexpr std::size_t kMostAddress = 2048;
constexpr std::size_t kMostMedia = 8;

struct XmlFree {
  void operator()(xmlChar* text) const { xmlFree(text); }
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "&amp;", "&#38;", "&#x26;" somewhere.
bool has_reference(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && end - at < 32 &&
           (is_letter(text[end]) || is_digit(text[end]) || text[end] == '#')) {
      ++end;
    }
    if (end > at + 1 && end < text.size() && text[end] == ';') return true;
  }
  return false;
}

bool has_tag(std::string_view text) {
  // What opens behind the last '>' has no end: it is looked for once, however many open.
  const std::size_t last = text.rfind('>');
  if (last == std::string_view::npos) return false;
  text = text.substr(0, last + 1);
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::size_t next = at + 1;
    if (next >= text.size()) return false;
    const bool opens = is_letter(text[next]) || text[next] == '/' || text[next] == '!';
    if (opens) return true;
  }
  return false;
}

// A title may speak of a tag ("Using <script> safely"); one that has an end is meant as HTML.
bool title_is_html(std::string_view text) {
  const std::string small = lower(text);
  return has_reference(text) || small.find("</") != std::string::npos ||
         small.find("<br") != std::string::npos || small.find("<img") != std::string::npos ||
         small.find("<wbr") != std::string::npos;
}

// Line breaks stay, white space before them and more than one empty line do not.
std::string plain(std::string_view text) {
  std::string out;
  int breaks = 0;
  bool space = false;
  for (const char c : clean_utf8(text)) {
    if (c == '\n') {
      ++breaks;
    } else if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') {
      space = true;
    } else {
      if (!out.empty() && breaks > 0)
        out.append(static_cast<std::size_t>(std::min(breaks, 2)), '\n');
      if (!out.empty() && breaks == 0 && space) out += ' ';
      breaks = 0;
      space = false;
      out += c;
    }
  }
  return out;
}

void cut(Item& item) {
  if (item.text.size() <= kMostText) return;
  item.text = std::string(cut_bytes(item.text, kMostText));
  const std::size_t end = item.text.size();
  std::erase_if(item.entities, [&](const Entity& each) { return each.end > end; });
  item.text += "…";
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

std::string absolute(std::string_view address, const std::string& base) {
  const std::string clean = clean_utf8(address);
  std::string wanted;
  for (const char c : trim(clean)) {
    // Broken over lines by whoever made the document.
    if (c != '\n' && c != '\r' && c != '\t') wanted += c;
  }
  if (wanted.empty() || wanted.size() > kMostAddress) return {};
  if (parse_web_url(wanted)) return wanted;
  // Spaces and letters beyond ASCII are written plainly by many.
  std::string escaped;
  for (const char c : wanted) {
    const auto byte = static_cast<unsigned char>(c);
    escaped += byte <= ' ' || byte >= 0x7F || c == '"' || c == '<' || c == '>' || c == '\\'
                   ? encode_url_value({&c, 1})
                   : std::string(1, c);
  }
  const std::unique_ptr<xmlChar, XmlFree> built(
      xmlBuildURI(reinterpret_cast<const xmlChar*>(escaped.c_str()),
                  reinterpret_cast<const xmlChar*>(base.c_str())));
  if (!built) return {};
  std::string url(reinterpret_cast<const char*>(built.get()));
  return url.size() <= kMostAddress && parse_web_url(url) ? url : std::string();
}

std::string line_of(std::string_view text) {
  std::string line;
  for (const char c : clean_utf8(text)) {
    const bool space = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return std::string(trim(cut_graphemes(line, kMostLine)));
}

std::string line_of_html(std::string_view text) {
  if (!title_is_html(text)) return line_of(text);
  HtmlText read = text_of_html(text.substr(0, kMostHtmlBytes));
  return line_of(read.text);
}

void say(Item& item, std::string_view text, std::optional<bool> is_html, const std::string& base) {
  if (is_html.value_or(has_tag(text) || has_reference(text))) {
    HtmlText read = text_of_html(text.substr(0, kMostHtmlBytes), base);
    item.text = std::move(read.text);
    item.entities = std::move(read.entities);
    // Whom a page's markup calls a mention is nobody this network knows.
    for (Entity& each : item.entities) {
      if (each.kind == EntityKind::kMention) each.kind = EntityKind::kLink;
    }
  } else {
    item.text = plain(text);
    item.entities.clear();
  }
  cut(item);
}

Author author_of(std::string_view text) {
  const std::string line = line_of_html(text);
  Author author;
  const std::size_t at = line.find('@');
  if (at == std::string::npos || line.starts_with('@')) {
    author.name = line;
    return author;
  }
  const auto bounds = [&](char open,
                          char close) -> std::optional<std::pair<std::size_t, std::size_t>> {
    const std::size_t begin = line.find(open);
    const std::size_t end = line.rfind(close);
    if (begin == std::string::npos || end == std::string::npos || end < begin) return std::nullopt;
    return std::pair(begin, end);
  };
  if (const auto round = bounds('(', ')')) {
    author.email = std::string(trim(std::string_view(line).substr(0, round->first)));
    author.name = std::string(
        trim(std::string_view(line).substr(round->first + 1, round->second - round->first - 1)));
  } else if (const auto angle = bounds('<', '>')) {
    author.name = std::string(trim(std::string_view(line).substr(0, angle->first)));
    author.email = line.substr(angle->first + 1, angle->second - angle->first - 1);
  } else if (line.find(' ') == std::string::npos) {
    author.email = line;
  } else {
    author.name = line;
  }
  // What stands before the sign is a name of sorts, and the address itself is not for all to see.
  if (author.name.empty()) author.name = author.email.substr(0, author.email.find('@'));
  return author;
}

std::string tag_of_language(std::string_view text) {
  const std::string_view trimmed = trim(text);
  const std::size_t end = trimmed.find_first_of("-_");
  const std::string_view main = trimmed.substr(0, end);
  if (main.size() < 2 || main.size() > 3 || !std::all_of(main.begin(), main.end(), is_letter)) {
    return {};
  }
  std::string out = lower(main);
  if (end == std::string_view::npos) return out;
  const std::string_view region = trimmed.substr(end + 1);
  if (region.size() != 2 || !std::all_of(region.begin(), region.end(), is_letter)) return out;
  out += '-';
  for (const char c : lower(region)) out += static_cast<char>(c - 'a' + 'A');
  return out;
}

void add_media(Item& item, const std::string& url, std::string_view mime, std::string_view medium,
               std::string_view title) {
  if (url.empty() || item.media.size() >= kMostMedia) return;
  for (const Media& each : item.media) {
    if (each.url == url) return;
  }
  const auto parts = parse_web_url(url);
  if (!parts) return;
  const std::string path = lower(parts->path.substr(0, parts->path.find_first_of("?#")));
  const auto ends = [&](const auto& endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view each) { return path.ends_with(each); });
  };
  constexpr std::array<std::string_view, 6> kPictures{".jpg", ".jpeg", ".png",
                                                      ".gif", ".webp", ".avif"};
  constexpr std::array<std::string_view, 4> kFilms{".mp4", ".m4v", ".webm", ".mov"};
  const std::string type = lower(mime);
  Media media;
  media.url = url;
  if (type.starts_with("image/") || medium == "image" || (type.empty() && ends(kPictures))) {
    media.kind = MediaKind::kImage;
    media.thumb_url = url;
    media.alt = line_of(title);
  } else if (type.starts_with("video/") || medium == "video" || (type.empty() && ends(kFilms))) {
    media.kind = MediaKind::kVideo;
    media.alt = line_of(title);
  } else {
    media.kind = MediaKind::kLink;
    media.title = line_of(title);
    if (media.title.empty()) media.title = path.substr(path.rfind('/') + 1);
    if (media.title.empty()) media.title = parts->host;
  }
  item.media.push_back(std::move(media));
}

}  // namespace rapport::feed
