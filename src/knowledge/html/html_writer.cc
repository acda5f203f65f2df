#include "knowledge/html/html_writer.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 7> kWithoutInside = {"area", "br",   "hr",   "img",
                                                            "link", "meta", "input"};

bool has_inside(std::string_view tag) {
  return std::ranges::find(kWithoutInside, tag) == kWithoutInside.end();
}

// What HTML does not allow even escaped: control characters, and what is no character at all.
bool is_allowed(char32_t c) {
  if (c == '\t' || c == '\n') return true;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
  return (c & 0xFFFEU) != 0xFFFEU && !(c >= 0xFDD0 && c <= 0xFDEF);
}

void escape(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case kBrokenCodePoint:
        out += "\xEF\xBF\xBD";
        break;
      default:
        if (is_allowed(c)) out += text.substr(begin, at - begin);
    }
  }
}

bool is_plain_address(std::string_view text) {
  return !text.empty() && std::ranges::none_of(text, [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '"' || c == '<' || c == '>' ||
           c == '\\' || c == '`' || c == '{' || c == '}' || c == '|' || c == '^';
  });
}

bool begins_with(std::string_view text, std::string_view small) {
  return text.size() >= small.size() &&
         std::ranges::equal(text.substr(0, small.size()), small, [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

}  // namespace

std::optional<SafeUrl> SafeUrl::parse(std::string_view text) {
  const std::string clean = clean_utf8(trim(text));
  if (!is_plain_address(clean)) return std::nullopt;
  if (begins_with(clean, "mailto:")) {
    if (clean.find('@') == std::string::npos) return std::nullopt;
    return SafeUrl(clean, true);
  }
  const auto url = parse_web_url(clean);
  if (!url) return std::nullopt;
  return SafeUrl(url->origin() + url->path, true);
}

std::optional<SafeUrl> SafeUrl::path(std::string_view text) {
  // "//host" is another server's.
  if (!text.starts_with('/') || text.starts_with("//") || !is_plain_address(text)) {
    return std::nullopt;
  }
  return SafeUrl(std::string(text), false);
}

SafeUrl SafeUrl::place(std::string_view id) { return {"#" + encode_url_value(id), false}; }

void HtmlWriter::doctype() {
  if (out_.empty()) out_ = "<!doctype html>\n";
}

void HtmlWriter::end_tag_head() {
  if (!in_head_) return;
  out_ += '>';
  in_head_ = false;
  if (!has_inside(open_.back())) open_.pop_back();
}

HtmlWriter& HtmlWriter::open(HtmlName tag) {
  end_tag_head();
  out_ += '<';
  out_ += tag.text();
  open_.push_back(tag.text());
  in_head_ = true;
  return *this;
}

HtmlWriter& HtmlWriter::with(HtmlName attribute, std::string_view value) {
  if (!in_head_ || attribute.holds_address()) return *this;
  out_ += ' ';
  out_ += attribute.text();
  out_ += "=\"";
  escape(value, out_);
  out_ += '"';
  return *this;
}

HtmlWriter& HtmlWriter::with(HtmlName attribute, const SafeUrl& address) {
  if (!in_head_) return *this;
  out_ += ' ';
  out_ += attribute.text();
  out_ += "=\"";
  escape(address.text(), out_);
  out_ += '"';
  return *this;
}

HtmlWriter& HtmlWriter::with(HtmlName attribute) {
  if (!in_head_ || attribute.holds_address()) return *this;
  out_ += ' ';
  out_ += attribute.text();
  return *this;
}

void HtmlWriter::close() {
  if (in_head_ && !has_inside(open_.back())) return end_tag_head();
  end_tag_head();
  if (open_.empty()) return;
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  end_tag_head();
  escape(text, out_);
  return *this;
}

HtmlWriter& HtmlWriter::add(const Html& html) {
  end_tag_head();
  out_ += html.text_;
  return *this;
}

void HtmlWriter::element(HtmlName tag, std::string_view words) {
  open(tag).text(words);
  close();
}

void HtmlWriter::style(std::string_view css) {
  end_tag_head();
  if (css.find("</") == std::string_view::npos) out_ += css;
}

void HtmlWriter::data_block(std::string_view json) {
  end_tag_head();
  for (const char c : json) {
    switch (c) {
      // Outside of texts JSON has none of these, so each stands in one and may be written so.
      case '<':
        out_ += "\\u003c";
        break;
      case '>':
        out_ += "\\u003e";
        break;
      case '&':
        out_ += "\\u0026";
        break;
      default:
        out_ += c;
    }
  }
}

Html HtmlWriter::finish() && {
  while (!open_.empty()) close();
  return Html(std::move(out_));
}

}  // namespace rapport
