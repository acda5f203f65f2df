// Is this HTML as a strict reader wants it? For tests and fuzzers.
//
// Knows what our writer writes and nothing more: double-quoted attributes, escapes by name, tags
// that are closed in order. Says the first thing that is wrong; empty if nothing is.

#pragma once

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::testing {

class HtmlShape {
 public:
  static std::string wrong_with(std::string_view html) { return HtmlShape(html).read(); }

 private:
  explicit HtmlShape(std::string_view html) : rest_(html) {}

  std::string read() {
    if (rest_.starts_with("<!doctype html>")) rest_.remove_prefix(15);
    while (!rest_.empty() && wrong_.empty()) {
      if (!rest_.starts_with('<')) {
        read_text();
      } else if (rest_.starts_with("</")) {
        read_end();
      } else {
        read_tag();
      }
    }
    if (wrong_.empty() && !open_.empty()) wrong_ = "not closed: " + open_.back();
    return wrong_;
  }

  void read_text() {
    const std::string_view text = rest_.substr(0, rest_.find('<'));
    rest_.remove_prefix(text.size());
    check_text(text);
  }

  void check_text(std::string_view text) {
    if (text.find('>') != text.npos) wrong_ = "a bare >";
    for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
      constexpr std::array<std::string_view, 4> kEscapes = {"&amp;", "&lt;", "&gt;", "&quot;"};
      if (std::ranges::none_of(kEscapes,
                               [&](auto each) { return text.substr(at).starts_with(each); })) {
        wrong_ = "a bare &: " + std::string(text.substr(at, 20));
      }
    }
  }

  std::string name() {
    std::size_t size = 0;
    while (size < rest_.size() && ((rest_[size] >= 'a' && rest_[size] <= 'z') ||
                                   (rest_[size] >= '0' && rest_[size] <= '9') ||
                                   rest_[size] == '-' || rest_[size] == ':')) {
      ++size;
    }
    std::string out(rest_.substr(0, size));
    rest_.remove_prefix(size);
    if (out.empty()) wrong_ = "no name at: " + std::string(rest_.substr(0, 20));
    return out;
  }

  void read_end() {
    rest_.remove_prefix(2);
    const std::string tag = name();
    if (!rest_.starts_with('>')) {
      wrong_ = "an end tag that goes on: " + tag;
    } else if (open_.empty() || open_.back() != tag) {
      wrong_ = tag + " ends inside " + (open_.empty() ? "nothing" : open_.back());
    } else {
      rest_.remove_prefix(1);
      open_.pop_back();
    }
  }

  void read_tag() {
    rest_.remove_prefix(1);
    const std::string tag = name();
    check_place(tag);
    std::set<std::string> attributes;
    while (wrong_.empty() && rest_.starts_with(' ')) {
      rest_.remove_prefix(1);
      read_attribute(tag, attributes);
    }
    if (!wrong_.empty()) return;
    if (!rest_.starts_with('>')) {
      wrong_ = "a tag that does not end: " + tag;
      return;
    }
    rest_.remove_prefix(1);
    if (tag == "style" || tag == "script") {
      const std::string end = "</" + tag + ">";
      const auto at = rest_.find(end);
      if (at == rest_.npos) wrong_ = "no end of " + tag;
      if (tag == "script" && rest_.substr(0, at).find('<') != rest_.npos) wrong_ = "< in a script";
      if (wrong_.empty()) rest_.remove_prefix(at + end.size());
      return;
    }
    constexpr std::array<std::string_view, 6> kEmpty = {"br", "hr", "img", "link", "meta", "input"};
    if (std::ranges::find(kEmpty, tag) == kEmpty.end()) open_.push_back(tag);
    if (tag == "img" && !attributes.contains("alt")) wrong_ = "a picture without alt";
  }

  void read_attribute(const std::string& tag, std::set<std::string>& seen) {
    const std::string attribute = name();
    if (!seen.insert(attribute).second) wrong_ = "twice in " + tag + ": " + attribute;
    if (attribute.starts_with("on") || attribute == "style") wrong_ = "not allowed: " + attribute;
    if (!rest_.starts_with("=\"")) return;
    rest_.remove_prefix(2);
    const auto end = rest_.find('"');
    if (end == rest_.npos) {
      wrong_ = "no end of " + attribute;
      return;
    }
    const std::string_view value = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    if (value.find('<') != value.npos) wrong_ = "< in " + attribute;
    check_text(value);
    if (attribute == "id" && !ids_.insert(std::string(value)).second) {
      wrong_ = "two of this id: " + std::string(value);
    }
    if (attribute == "href" || attribute == "src") check_address(value);
  }

  void check_address(std::string_view value) {
    for (const std::string_view begin : {"http://", "https://", "mailto:", "#", "/", "MAILTO:"}) {
      if (value.starts_with(begin) && !value.starts_with("//")) return;
    }
    if (value.size() > 7 && (value[0] | 0x20) == 'm' && value[6] == ':') return;
    wrong_ = "an address of another kind: " + std::string(value);
  }

  bool inside(std::string_view tag) const { return std::ranges::find(open_, tag) != open_.end(); }

  void check_place(std::string_view tag) {
    constexpr std::array<std::string_view, 12> kBlocks = {"p",  "div", "ul", "ol", "table", "h2",
                                                          "h3", "h4",  "h5", "h6", "pre",   "hr"};
    if (inside("p") && std::ranges::find(kBlocks, tag) != kBlocks.end()) {
      wrong_ = std::string(tag) + " inside p";
    }
    const std::string_view parent = open_.empty() ? std::string_view() : open_.back();
    if (tag == "li" && parent != "ul" && parent != "ol") wrong_ = "li outside a list";
    if ((tag == "td" || tag == "th") && parent != "tr") wrong_ = "a cell outside a row";
    if (tag == "a" && inside("a")) wrong_ = "a link inside a link";
  }

  std::string_view rest_;
  std::vector<std::string> open_;
  std::set<std::string> ids_;
  std::string wrong_;
};

}  // namespace rapport::testing
