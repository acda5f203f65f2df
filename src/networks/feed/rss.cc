// RSS of every version, also RSS 1.0, whose items stand beside the channel.

#include <algorithm>
#include <charconv>

#include "base/unicode.h"
#include "base/url.h"
#include "networks/feed/dates.h"
#include "networks/feed/formats.h"
#include "networks/feed/parts.h"
#include "networks/feed/xml.h"

namespace rapport::feed {
namespace {

constexpr std::size_t kMostTags = 20;

// The first that is no address of a service in between, such as an <atom:link rel="self">.
std::string link_of(const xmlNode* node, const std::string& base) {
  for (const xmlNode* each = first_element(node); each != nullptr; each = next_element(each)) {
    const auto [space, local] = name_of(each);
    if (local != "link") continue;
    if (space == Space::kCore) {
      // Some write Atom's link without its namespace.
      std::string text = text_of(each);
      if (trim(text).empty()) text = attribute_of(each, "href");
      if (std::string url = absolute(text, base); !url.empty()) return url;
    }
    const std::string rel = attribute_of(each, "rel");
    if (space == Space::kAtom && (rel.empty() || rel == "alternate")) {
      if (std::string url = absolute(attribute_of(each, "href"), base); !url.empty()) return url;
    }
  }
  return {};
}

Item read_item(const xmlNode* node, const std::string& feed_url) {
  const std::string base = base_of(node, feed_url);
  Item item;
  std::string description;
  std::string content;
  std::string permalink;
  for (const xmlNode* each = first_element(node); each != nullptr; each = next_element(each)) {
    const auto [space, local] = name_of(each);
    if (space == Space::kContent && local == "encoded") content = text_of(each);
    if (space == Space::kXhtml && local == "body") content = markup_inside(each);
    if (space == Space::kAtom && (local == "updated" || local == "published")) {
      auto& date = local == "updated" ? item.updated : item.published;
      if (!date) date = parse_date(text_of(each));
    }
    if (space == Space::kAtom && local == "author" && item.author.empty()) {
      item.author.name = line_of_html(text_of_child(each, {Space::kAtom, "name"}));
    }
    if (space != Space::kCore) continue;
    const std::string key = lower(local);
    if (key == "title" && item.title.empty()) {
      item.title = line_of_html(text_of(each));
    } else if (key == "description" && description.empty()) {
      description = text_of(each);
      // Markup that nobody escaped.
      if (first_element(each) != nullptr) description = markup_inside(each);
    } else if (key == "guid") {
      item.id = line_of(text_of(each));
      const std::string is_link = lower(attribute_of(each, "isPermaLink"));
      if (is_link != "false" && parse_web_url(item.id)) permalink = item.id;
    } else if (key == "pubdate" && !item.published) {
      item.published = parse_date(text_of(each));
    } else if (key == "author" && item.author.empty()) {
      item.author = author_of(text_of(each));
      if (const xmlNode* name = child_of(each, {Space::kCore, "name"})) {
        item.author = author_of(text_of(name));
      }
    } else if (key == "category" && item.tags.size() < kMostTags) {
      if (std::string tag = line_of_html(text_of(each)); !tag.empty()) item.tags.push_back(tag);
    } else if (key == "enclosure") {
      add_media(item, absolute(attribute_of(each, "url"), base), attribute_of(each, "type"), {},
                {});
    }
  }
  if (item.id.empty()) item.id = attribute_anywhere(node, "about");
  item.url = link_of(node, base);
  if (item.url.empty()) item.url = permalink;
  if (item.url.empty()) item.url = absolute(attribute_anywhere(node, "about"), base);
  // The whole text, unless it is only its beginning.
  const std::string& whole = content.size() >= description.size() ? content : description;
  say(item, whole, content.empty() ? std::nullopt : std::optional(true),
      item.url.empty() ? base : item.url);
  item.lang = lang_of(node);
  read_modules(node, base, item);
  return item;
}

std::optional<std::chrono::seconds> asked_pause(const xmlNode* channel) {
  const auto number = [](std::string_view text) -> std::optional<std::int64_t> {
    text = trim(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    (void)end;
    if (error != std::errc{} || value <= 0 || value > 1'000'000) return std::nullopt;
    return value;
  };
  std::optional<std::chrono::seconds> pause;
  if (const auto minutes = number(text_of_child(channel, {Space::kCore, "ttl"}))) {
    pause = std::chrono::minutes{*minutes};
  }
  const std::string period =
      lower(trim(text_of_child(channel, {Space::kSyndication, "updatePeriod"})));
  if (period.empty()) return pause;
  const std::int64_t times =
      number(text_of_child(channel, {Space::kSyndication, "updateFrequency"})).value_or(1);
  const std::int64_t hours = period == "hourly"    ? 1
                             : period == "daily"   ? 24
                             : period == "weekly"  ? 24 * 7
                             : period == "monthly" ? 24 * 30
                             : period == "yearly"  ? 24 * 365
                                                   : 0;
  if (hours == 0) return pause;
  const std::chrono::seconds every{hours * 3600 / times};
  return std::max(pause.value_or(every), every);
}

}  // namespace

Document read_rss(const xmlNode* root, const std::string& url) {
  Document out;
  const bool rdf = lower(name_of(root).local) == "rdf";
  out.format = rdf ? Format::kRdf : Format::kRss;
  const xmlNode* channel = root;
  if (lower(name_of(root).local) != "channel") {
    channel = child_of(root, {Space::kCore, "channel"});
    if (channel == nullptr) channel = root;
  }
  const std::string base = base_of(channel, url);
  out.title = line_of_html(text_of_child(channel, {Space::kCore, "title"}));
  out.description = line_of_html(text_of_child(channel, {Space::kCore, "description"}));
  out.url = link_of(channel, base);
  out.lang = tag_of_language(text_of_child(channel, {Space::kCore, "language"}));
  if (out.lang.empty()) {
    out.lang = tag_of_language(text_of_child(channel, {Space::kDublin, "language"}));
  }
  if (out.lang.empty()) out.lang = lang_of(channel);
  const xmlNode* image = child_of(channel, {Space::kCore, "image"});
  if (image == nullptr) image = child_of(root, {Space::kCore, "image"});
  if (image != nullptr) {
    out.icon_url = absolute(text_of_child(image, {Space::kCore, "url"}), base);
  }
  if (const xmlNode* picture = child_of(channel, {Space::kItunes, "image"});
      picture != nullptr && out.icon_url.empty()) {
    out.icon_url = absolute(attribute_of(picture, "href"), base);
  }
  for (const Name& each : {Name{Space::kCore, "lastBuildDate"}, Name{Space::kCore, "pubDate"},
                           Name{Space::kDublin, "date"}}) {
    if (!out.updated) out.updated = parse_date(text_of_child(channel, each));
  }
  out.every = asked_pause(channel);

  std::vector<const xmlNode*> nodes;
  const auto find_items = [&](const xmlNode* parent) {
    for (const xmlNode* each = first_element(parent); each != nullptr; each = next_element(each)) {
      const auto [space, local] = name_of(each);
      if (space == Space::kCore && lower(local) == "item") nodes.push_back(each);
      // RSS 1.0 by some hands puts a sequence of them.
      if (space == Space::kCore && local == "items" && !rdf) {
        for (const xmlNode* one = first_element(each); one != nullptr; one = next_element(one)) {
          if (name_of(one) == Name{Space::kCore, "item"}) nodes.push_back(one);
        }
      }
    }
  };
  find_items(channel);
  if (channel != root) find_items(root);
  out.items = read_newest(nodes, [&](const xmlNode* node) { return read_item(node, url); });
  return out;
}

}  // namespace rapport::feed
