// Atom 1.0 (RFC 4287), and 0.3 as far as it still stands somewhere.

#include "base/unicode.h"
#include "networks/feed/dates.h"
#include "networks/feed/formats.h"
#include "networks/feed/parts.h"
#include "networks/feed/xml.h"

namespace rapport::feed {
namespace {

constexpr std::size_t kMostTags = 20;

// Of the feed's own vocabulary, whichever namespace its root has.
xmlNode* child_named(const xmlNode* node, std::string_view local) {
  xmlNode* found = child_of(node, {Space::kAtom, local});
  return found != nullptr ? found : child_of(node, {Space::kCore, local});
}

bool is_own(const Name& name) { return name.space == Space::kAtom || name.space == Space::kCore; }

struct Construct {
  std::string text;
  bool is_html = false;
};

// A text construct or content: "text", "html", "xhtml", and the types of Atom 0.3.
Construct construct_of(const xmlNode* node) {
  const std::string type = lower(attribute_of(node, "type"));
  const std::string mode = lower(attribute_of(node, "mode"));
  if (type == "xhtml" || type == "application/xhtml+xml") return {markup_inside(node), true};
  if (type == "html" || type == "text/html") {
    // By the letter it is escaped; by many hands it is not.
    if (first_element(node) != nullptr) return {markup_inside(node), true};
    return {text_of(node), true};
  }
  if (mode == "escaped") return {text_of(node), true};
  if (first_element(node) != nullptr) return {markup_inside(node), true};
  return {text_of(node), false};
}

std::string line_of_construct(const xmlNode* node) {
  if (node == nullptr) return {};
  const Construct found = construct_of(node);
  // Entities in what says it is plain are a mistake made by many.
  if (!found.is_html) return line_of_html(found.text);
  Item item;
  say(item, found.text, true, {});
  return line_of(item.text);
}

// Best first: the page itself, in HTML.
std::string alternate_of(const xmlNode* node, const std::string& base) {
  std::string any;
  for (const xmlNode* each = first_element(node); each != nullptr; each = next_element(each)) {
    const Name name = name_of(each);
    if (!is_own(name) || name.local != "link") continue;
    const std::string rel = lower(attribute_of(each, "rel"));
    if (!rel.empty() && rel != "alternate" &&
        rel != "http://www.iana.org/assignments/relation/alternate") {
      continue;
    }
    std::string href = attribute_of(each, "href");
    if (href.empty()) href = text_of(each);
    std::string url = absolute(href, base_of(each, base));
    if (url.empty()) continue;
    const std::string type = lower(attribute_of(each, "type"));
    if (type.empty() || type == "text/html" || type == "application/xhtml+xml") return url;
    if (any.empty()) any = std::move(url);
  }
  return any;
}

Author author_in(const xmlNode* node, const std::string& base) {
  const xmlNode* person = child_named(node, "author");
  if (person == nullptr) return {};
  Author author;
  author.name = line_of_html(text_of(child_named(person, "name")));
  author.email = line_of(text_of(child_named(person, "email")));
  const xmlNode* uri = child_named(person, "uri");
  if (uri == nullptr) uri = child_named(person, "url");
  author.url = absolute(text_of(uri), base);
  if (author.empty()) return author_of(text_of(person));
  if (author.name.empty()) author.name = author.email.substr(0, author.email.find('@'));
  return author;
}

void read_link(const xmlNode* node, const std::string& base, Item& item) {
  const std::string rel = lower(attribute_of(node, "rel"));
  const std::string url = absolute(attribute_of(node, "href"), base);
  if (rel == "enclosure") {
    add_media(item, url, attribute_of(node, "type"), {}, attribute_of(node, "title"));
  } else if (rel == "replies" && !item.replies) {
    const std::string count = attribute_anywhere(node, "count");
    if (!count.empty() && count.size() < 9 &&
        count.find_first_not_of("0123456789") == std::string::npos) {
      item.replies = std::stoll(count);
    }
  }
}

Item read_entry(const xmlNode* node, const std::string& feed_url) {
  const std::string base = base_of(node, feed_url);
  Item item;
  item.id = line_of(text_of(child_named(node, "id")));
  item.url = alternate_of(node, base);
  if (item.url.empty()) item.url = absolute(item.id, {});
  item.title = line_of_construct(child_named(node, "title"));
  item.author = author_in(node, base);
  for (const char* each : {"published", "issued", "created"}) {
    if (!item.published) item.published = parse_date(text_of(child_named(node, each)));
  }
  for (const char* each : {"updated", "modified"}) {
    if (!item.updated) item.updated = parse_date(text_of(child_named(node, each)));
  }
  for (const xmlNode* each = first_element(node); each != nullptr; each = next_element(each)) {
    const Name name = name_of(each);
    if (!is_own(name)) continue;
    if (name.local == "link") read_link(each, base_of(each, feed_url), item);
    if (name.local == "category" && item.tags.size() < kMostTags) {
      std::string tag = line_of(attribute_of(each, "label"));
      if (tag.empty()) tag = line_of(attribute_of(each, "term"));
      if (!tag.empty()) item.tags.push_back(std::move(tag));
    }
    // Whose feed it was before somebody gathered it here.
    if (name.local == "source" && item.author.empty()) {
      item.author = author_in(each, base);
      if (item.author.empty()) item.author.name = line_of_construct(child_named(each, "title"));
    }
  }
  const xmlNode* content = child_named(node, "content");
  const bool elsewhere = content != nullptr && !attribute_of(content, "src").empty();
  const xmlNode* said = content != nullptr && !elsewhere ? content : child_named(node, "summary");
  if (said != nullptr) {
    const Construct found = construct_of(said);
    const std::string links_from = base_of(said, feed_url);
    const bool has_base = links_from != feed_url || item.url.empty();
    say(item, found.text, found.is_html ? std::optional(true) : std::nullopt,
        has_base ? links_from : item.url);
  }
  item.lang = lang_of(said != nullptr ? said : node);
  read_modules(node, base, item);
  return item;
}

}  // namespace

Document read_atom(const xmlNode* root, const std::string& url) {
  Document out;
  out.format = Format::kAtom;
  if (name_of(root).local == "entry") {
    out.items.push_back(read_entry(root, url));
    out.title = out.items.front().title;
    out.url = out.items.front().url;
    return out;
  }
  const std::string base = base_of(root, url);
  out.title = line_of_construct(child_named(root, "title"));
  out.description = line_of_construct(child_named(root, "subtitle"));
  if (out.description.empty()) out.description = line_of_construct(child_named(root, "tagline"));
  out.url = alternate_of(root, base);
  out.icon_url = absolute(text_of(child_named(root, "icon")), base);
  if (out.icon_url.empty()) out.icon_url = absolute(text_of(child_named(root, "logo")), base);
  out.lang = lang_of(root);
  out.updated = parse_date(text_of(child_named(root, "updated")));
  if (!out.updated) out.updated = parse_date(text_of(child_named(root, "modified")));
  const Author author = author_in(root, base);

  std::vector<const xmlNode*> entries;
  for (const xmlNode* each = first_element(root); each != nullptr; each = next_element(each)) {
    const Name name = name_of(each);
    if (is_own(name) && name.local == "entry") entries.push_back(each);
    if (name == Name{Space::kTombstone, "deleted-entry"}) {
      if (std::string id = attribute_of(each, "ref"); !id.empty()) out.deleted.push_back(id);
    }
  }
  out.items = read_newest(entries, [&](const xmlNode* node) {
    Item item = read_entry(node, url);
    if (item.author.empty()) item.author = author;
    return item;
  });
  return out;
}

}  // namespace rapport::feed
