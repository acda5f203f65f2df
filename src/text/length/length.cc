#include "text/length/length.h"

#include <algorithm>
#include <cctype>

#include "base/unicode.h"

namespace rapport {
namespace {

bool is_space(char letter) { return letter == ' ' || letter == '\n' || letter == '\t'; }

bool is_link_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with("https://") && !rest.starts_with("http://")) return false;
  const std::size_t begin = rest.find("://") + 3;
  return begin < rest.size() && !is_space(rest[begin]);
}

bool is_name_letter(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
         (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '-' || byte == '.';
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char letter) { return std::tolower(letter); });
  return out;
}

// The text as it counts: links as long as they count for, names without their hosts.
std::string as_counted(std::string_view text, std::size_t link_length) {
  std::string counted;
  std::size_t at = 0;
  while (at < text.size()) {
    const bool begins = at == 0 || !is_name_letter(text[at - 1]);
    if (begins && is_link_at(text, at)) {
      while (at < text.size() && !is_space(text[at])) ++at;
      counted.append(link_length, 'x');
      continue;
    }
    if (begins && text[at] == '@') {
      std::size_t name = at + 1;
      while (name < text.size() && is_name_letter(text[name])) ++name;
      const bool has_host = name > at + 1 && name + 1 < text.size() && text[name] == '@' &&
                            is_name_letter(text[name + 1]);
      if (has_host) {
        counted.append(text, at, name - at);
        at = name + 1;
        while (at < text.size() && is_name_letter(text[at])) ++at;
        while (text[at - 1] == '.' || text[at - 1] == '-') --at;
        continue;
      }
    }
    counted += text[at++];
  }
  return counted;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

}  // namespace

std::size_t said_length(std::string_view text, TextUnit unit, std::size_t link_length) {
  if (unit == TextUnit::kGraphemes) return count_graphemes(text);
  return count_code_points(as_counted(text, link_length));
}

std::string text_with_name(const std::string& text, std::string_view handle,
                           std::string_view domain) {
  if (handle.empty()) return text;
  const std::string whole = lower("@" + std::string(handle));
  // Of our own server the name alone will do.
  const std::size_t host = whole.find('@', 1);
  const bool local = host != std::string::npos && whole.substr(host + 1) == lower(domain);
  const std::string low = lower(text);
  const auto names = [&](const std::string& name) {
    for (std::size_t at = low.find(name); at != std::string::npos; at = low.find(name, at + 1)) {
      if (at > 0 && (is_name_letter(low[at - 1]) || low[at - 1] == '@')) continue;
      const std::size_t end = at + name.size();
      if (end == low.size() || (!is_name_letter(low[end]) && low[end] != '@')) return true;
      // A full stop ends a sentence, not a name.
      if (low[end] == '.' && (end + 1 == low.size() || !is_name_letter(low[end + 1]))) return true;
    }
    return false;
  };
  if (names(whole) || (local && names(whole.substr(0, host)))) return text;
  return text.empty() ? "@" + std::string(handle) : "@" + std::string(handle) + " " + text;
}

}  // namespace rapport
