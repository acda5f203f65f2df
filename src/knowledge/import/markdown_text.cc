#include "knowledge/import/markdown_text.h"

#include <algorithm>

#include "base/unicode.h"

namespace rapport {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::size_t longest_run(std::string_view text, char wanted) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// An address as it may stand in brackets.
std::string bracketed(std::string_view address) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || c == '(' || c == ')' || c == '<' || c == '>' || c == '\\' || c == '"' ||
        c == '[' || c == ']' || c == '|' || c == '*' || c == '`' || c == '~' || byte == 0x7F) {
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    } else {
      out += c;
    }
  }
  return out;
}

// What stands first on a line and could be taken for a heading, a list, a quotation or a rule.
std::string escaped_beginning(std::string text) {
  if (text.empty()) return text;
  const char first = text.front();
  if (first == '#' || first == '+' || first == '-' || first == '=' || first == ':' ||
      first == '|') {
    return '\\' + text;
  }
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')')) {
    text.insert(digits, 1, '\\');
  }
  return text;
}

}  // namespace

void InlineText::begin() {
  if (space_ && !text_.empty() && !text_.ends_with('\n')) text_ += ' ';
  space_ = false;
  for (Open& each : open_) {
    if (each.written || each.twice) continue;
    // Two that touch would be read as none: they are one.
    if (each.mark == closed_ && closed_at_ == text_.size()) {
      text_.resize(text_.size() - each.mark.size());
      each.at = std::string::npos;
    } else {
      text_ += each.mark;
      each.at = text_.size();
    }
    each.written = true;
  }
}

void InlineText::put_escaped(char c, char before, char after) {
  constexpr std::string_view kAlways = "\\`*[]<>";
  const bool in_word = is_letter(before) && is_letter(after);
  if (kAlways.find(c) != std::string_view::npos || (c == '_' && !in_word) || c == '~' ||
      (c == '|' && in_table_) || (c == '&' && (is_letter(after) || after == '#')) ||
      (c == '!' && after == '[')) {
    text_ += '\\';
  }
  text_ += c;
}

void InlineText::add_words(std::string_view words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const char c = words[at];
    if (is_space(c)) {
      space_ = true;
      continue;
    }
    const bool begins = space_ || at == 0;
    begin();
    const char after = at + 1 < words.size() ? words[at + 1] : ' ';
    put_escaped(c, begins ? ' ' : words[at - 1], after);
  }
}

void InlineText::add_code(std::string_view code) {
  std::string words;
  for (const char c : trim(code)) {
    if (is_space(c)) {
      if (!words.ends_with(' ')) words += ' ';
    } else {
      if (c == '|' && in_table_) words += '\\';
      words += c;
    }
  }
  if (words.empty()) return;
  begin();
  const std::string ticks(longest_run(words, '`') + 1, '`');
  const bool touches = words.starts_with('`') || words.ends_with('`');
  const std::string apart = touches ? " " : "";
  text_ += ticks + apart + words + apart + ticks;
}

void InlineText::add_break() {
  if (in_table_ || text_.empty() || text_.ends_with("\\\n") ||
      std::ranges::any_of(open_, &Open::written) || in_link_) {
    space_ = true;
    return;
  }
  space_ = false;
  text_ += "\\\n";
}

void InlineText::add_picture(std::string_view alt, std::string_view address) {
  begin();
  text_ += "![";
  for (const char c : alt) {
    if (is_space(c)) {
      if (!text_.ends_with(' ')) text_ += ' ';
    } else {
      put_escaped(c, ' ', ' ');
    }
  }
  text_ += "](" + bracketed(address) + ")";
}

void InlineText::open(std::string_view mark) {
  const bool twice = std::ranges::any_of(
      open_, [&](const Open& each) { return each.mark == mark && !each.twice; });
  open_.push_back({std::string(mark), twice});
}

void InlineText::close(std::string_view mark) {
  if (open_.empty()) return;
  const Open last = std::move(open_.back());
  open_.pop_back();
  if (!last.written) return;
  if (text_.size() == last.at) {
    text_.resize(text_.size() - mark.size());  // around nothing
    return;
  }
  text_ += mark;
  closed_ = mark;
  closed_at_ = text_.size();
}

void InlineText::begin_link() {
  if (space_ && !text_.empty() && !text_.ends_with('\n')) text_ += ' ';
  space_ = false;
  in_link_ = true;
  // Marks around it are opened now, so that they close around it.
  begin();
  text_ += '[';
  link_at_ = text_.size();
}

void InlineText::end_link(std::string_view address) {
  in_link_ = false;
  if (text_.size() == link_at_) {
    // A link around nothing.
    text_.pop_back();
    return;
  }
  text_ += "](" + bracketed(address) + ")";
}

std::string InlineText::paragraph() && {
  while (text_.ends_with("\\\n")) text_.resize(text_.size() - 2);
  std::string out;
  std::string_view rest = text_;
  while (true) {
    const std::size_t end = rest.find('\n');
    out += escaped_beginning(std::string(rest.substr(0, end)));
    if (end == std::string_view::npos) break;
    out += '\n';
    rest.remove_prefix(end + 1);
  }
  return is_blank(out) ? std::string() : out;
}

std::string InlineText::line() && {
  std::string out;
  for (std::size_t at = 0; at < text_.size(); ++at) {
    if (text_[at] == '\\' && at + 1 < text_.size() && text_[at + 1] == '\n') {
      out += ' ';
      ++at;
    } else {
      out += text_[at];
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return is_blank(out) ? std::string() : out;
}

std::string fenced(std::string_view code) {
  const std::string fence(std::max<std::size_t>(3, longest_run(code, '`') + 1), '`');
  std::string out = fence + '\n';
  for (const char c : code) {
    if (c != '\r') out += c;
  }
  return out + '\n' + fence;
}

}  // namespace rapport
