// Writes HTML that is whole and safe by construction: tags and attributes are words of our own,
// everything else is escaped, and addresses are checked before they may be written.
//
// There is no way to hand it markup as text. What it wrote is an Html, which only a writer can make
// and which another writer takes as it is.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport {

// An address that may stand in a page.
class SafeUrl {
 public:
  // http, https or mailto, as somebody wrote it. Nothing for any other scheme, for an address
  // without one, and for one with white space or control characters in it.
  static std::optional<SafeUrl> parse(std::string_view text);
  // A path on this server, with its query; begins with one '/'. Nothing otherwise.
  static std::optional<SafeUrl> path(std::string_view text);
  // A place on the same page, by its id.
  static SafeUrl place(std::string_view id);

  const std::string& text() const { return text_; }
  bool leaves() const { return leaves_; }  // for another site
  bool is_https() const { return text_.starts_with("https://"); }

 private:
  SafeUrl(std::string text, bool leaves) : text_(std::move(text)), leaves_(leaves) {}

  std::string text_;
  bool leaves_;
};

// A whole piece of HTML: every tag in it is closed.
class Html {
 public:
  Html() = default;
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  friend class HtmlWriter;
  explicit Html(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

// Names of tags and attributes: texts of the program, never of anybody else.
class HtmlName {
 public:
  template <std::size_t Size>
  consteval HtmlName(const char (&name)[Size]) : name_(name, Size - 1) {  // NOLINT: reads as a text
    for (const char c : name_) {
      const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
      if (!fits) throw "not the name of a tag or attribute";
    }
  }
  constexpr std::string_view text() const { return name_; }
  // Of an attribute that holds an address, and so takes a SafeUrl alone.
  constexpr bool holds_address() const {
    return name_ == "href" || name_ == "src" || name_ == "action";
  }

 private:
  std::string_view name_;
};

class HtmlWriter {
 public:
  void doctype();

  // Opens a tag. Attributes follow it at once, before anything is put inside.
  HtmlWriter& open(HtmlName tag);
  // Does nothing for a name that holds an address.
  HtmlWriter& with(HtmlName attribute, std::string_view value);
  HtmlWriter& with(HtmlName attribute, const SafeUrl& address);
  HtmlWriter& with(HtmlName attribute);  // one without a value
  // Closes what was opened last; of a tag that has no inside, nothing is written.
  void close();

  HtmlWriter& text(std::string_view text);
  HtmlWriter& add(const Html& html);

  // <tag>text</tag>
  void element(HtmlName tag, std::string_view text);

  // Inside <style>: a stylesheet of the program's own. "</" in it would end it and is refused.
  void style(std::string_view css);
  // Inside <script type="application/ld+json">: `json` as it is read, but nothing in it can end the
  // script or begin a comment.
  void data_block(std::string_view json);

  std::size_t depth() const { return open_.size(); }
  // Closes what is still open.
  Html finish() &&;

 private:
  void end_tag_head();

  std::string out_;
  std::vector<std::string_view> open_;
  bool in_head_ = false;  // of a tag: attributes may come
};

}  // namespace rapport
