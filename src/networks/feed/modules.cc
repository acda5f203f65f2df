// Dublin Core, Media RSS, iTunes and threads, which any item may carry.

#include <charconv>

#include "base/unicode.h"
#include "networks/feed/dates.h"
#include "networks/feed/formats.h"
#include "networks/feed/parts.h"
#include "networks/feed/xml.h"

namespace rapport::feed {
namespace {

constexpr std::size_t kMostTags = 20;

std::optional<std::int64_t> count_of(std::string_view text) {
  text = trim(text);
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size() || count < 0) return std::nullopt;
  return count;
}

void read_media(const xmlNode* node, const std::string& base, Item& out) {
  const std::string_view local = name_of(node).local;
  if (local == "group") {
    for (const xmlNode* each = first_element(node); each != nullptr; each = next_element(each)) {
      if (name_of(each).space == Space::kMedia && name_of(each).local != "group") {
        read_media(each, base, out);
      }
    }
  } else if (local == "content") {
    std::string title = text_of_child(node, {Space::kMedia, "title"});
    if (title.empty()) title = text_of_child(node, {Space::kMedia, "description"});
    const std::string url = absolute(attribute_of(node, "url"), base);
    const std::size_t before = out.media.size();
    add_media(out, url, attribute_of(node, "type"), lower(attribute_of(node, "medium")), title);
    if (out.media.size() == before) return;
    if (const xmlNode* thumb = child_of(node, {Space::kMedia, "thumbnail"})) {
      out.media.back().thumb_url = absolute(attribute_of(thumb, "url"), base);
    }
  } else if (local == "thumbnail") {
    const std::string url = absolute(attribute_of(node, "url"), base);
    // Of a film that has none; else a picture of its own.
    for (Media& each : out.media) {
      if (each.kind == MediaKind::kVideo && each.thumb_url.empty()) {
        each.thumb_url = url;
        return;
      }
    }
    add_media(out, url, {}, "image", {});
  } else if (local == "description" && out.text.empty()) {
    say(out, text_of(node),
        attribute_of(node, "type") == "html" ? std::optional(true) : std::nullopt, base);
  } else if (local == "title" && out.title.empty()) {
    out.title = line_of_html(text_of(node));
  } else if (local == "credit" && out.author.empty()) {
    out.author = author_of(text_of(node));
  }
}

}  // namespace

void read_modules(const xmlNode* item, const std::string& base, Item& out) {
  for (const xmlNode* node = first_element(item); node != nullptr; node = next_element(node)) {
    const auto [space, local] = name_of(node);
    if (space == Space::kMedia) {
      read_media(node, base, out);
    } else if (space == Space::kDublin) {
      if (local == "creator" && out.author.empty()) out.author = author_of(text_of(node));
      if (local == "title" && out.title.empty()) out.title = line_of_html(text_of(node));
      if (local == "description" && out.text.empty()) say(out, text_of(node), std::nullopt, base);
      if (local == "language" && out.lang.empty()) out.lang = tag_of_language(text_of(node));
      if (local == "identifier" && out.id.empty()) out.id = line_of(text_of(node));
      if (local == "modified" && !out.updated) out.updated = parse_date(text_of(node));
      if ((local == "date" || local == "created" || local == "issued" || local == "available") &&
          !out.published) {
        out.published = parse_date(text_of(node));
      }
      if (local == "subject" && out.tags.size() < kMostTags) {
        if (std::string tag = line_of_html(text_of(node)); !tag.empty()) out.tags.push_back(tag);
      }
    } else if (space == Space::kItunes) {
      if (local == "author" && out.author.empty()) out.author = author_of(text_of(node));
      if (local == "title" && out.title.empty()) out.title = line_of_html(text_of(node));
      if ((local == "summary" || local == "subtitle") && out.text.empty()) {
        say(out, text_of(node), std::nullopt, base);
      }
      if (local == "image") {
        add_media(out, absolute(attribute_of(node, "href"), base), {}, "image", {});
      }
    } else if (space == Space::kThread) {
      if (local == "in-reply-to" && out.answers.empty()) out.answers = attribute_of(node, "ref");
      if (local == "total") out.replies = count_of(text_of(node));
    } else if (space == Space::kSlash && local == "comments") {
      out.replies = count_of(text_of(node));
    }
  }
}

}  // namespace rapport::feed
