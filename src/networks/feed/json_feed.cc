// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).

#include <boost/json.hpp>

#include "base/unicode.h"
#include "networks/feed/dates.h"
#include "networks/feed/formats.h"
#include "networks/feed/parts.h"

namespace rapport::feed {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostTags = 20;

std::string_view text_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  const json::string* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string_view{} : std::string_view(*text);
}

// Ids are to be strings, and are numbers at times.
std::string id_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr) return {};
  if (const auto* text = value->if_string()) return line_of(std::string_view(*text));
  if (value->is_number()) return json::serialize(*value);
  return {};
}

template <class Use>
void each_object(const json::object& object, std::string_view key, Use use) {
  const json::value* value = object.if_contains(key);
  const json::array* list = value == nullptr ? nullptr : value->if_array();
  if (list == nullptr) return;
  for (const json::value& each : *list) {
    if (const auto* one = each.if_object()) use(*one);
  }
}

Author author_in(const json::object& object, const std::string& base) {
  Author author;
  const auto take = [&](const json::object& from) {
    if (!author.empty()) return;
    author.name = line_of(text_at(from, "name"));
    author.url = absolute(text_at(from, "url"), base);
    author.avatar_url = absolute(text_at(from, "avatar"), base);
  };
  each_object(object, "authors", take);
  if (const json::value* one = object.if_contains("author"); one != nullptr && one->is_object()) {
    take(one->get_object());
  }
  return author;
}

Item read_item(const json::object& object, const std::string& base) {
  Item item;
  item.id = id_at(object, "id");
  item.url = absolute(text_at(object, "url"), base);
  if (item.url.empty()) item.url = absolute(text_at(object, "external_url"), base);
  if (item.url.empty()) item.url = absolute(item.id, {});
  item.title = line_of(text_at(object, "title"));
  const std::string_view html = text_at(object, "content_html");
  const std::string_view text = text_at(object, "content_text");
  const std::string& links_from = item.url.empty() ? base : item.url;
  if (!text.empty() && html.empty()) {
    say(item, text, false, links_from);
  } else if (!html.empty()) {
    say(item, html, true, links_from);
  } else {
    say(item, text_at(object, "summary"), false, links_from);
  }
  item.author = author_in(object, base);
  item.published = parse_date(text_at(object, "date_published"));
  item.updated = parse_date(text_at(object, "date_modified"));
  item.lang = tag_of_language(text_at(object, "language"));
  add_media(item, absolute(text_at(object, "image"), base), {}, "image", {});
  each_object(object, "attachments", [&](const json::object& each) {
    add_media(item, absolute(text_at(each, "url"), base), text_at(each, "mime_type"), {},
              text_at(each, "title"));
  });
  if (const json::value* tags = object.if_contains("tags"); tags != nullptr && tags->is_array()) {
    for (const json::value& each : tags->get_array()) {
      const auto* tag = each.if_string();
      if (tag == nullptr || item.tags.size() >= kMostTags) continue;
      if (std::string line = line_of(std::string_view(*tag)); !line.empty()) {
        item.tags.push_back(std::move(line));
      }
    }
  }
  return item;
}

}  // namespace

Result<Document> read_json_feed(std::string_view text, const std::string& url) {
  json::error_code error;
  json::parse_options options;
  options.max_depth = 32;
  options.allow_trailing_commas = true;
  options.allow_invalid_utf8 = false;
  const json::value value =
      json::parse(json::string_view(text.data(), text.size()), error, {}, options);
  if (error) return invalid("What this address shows is JSON that cannot be read.");
  const json::object* object = value.if_object();
  const json::value* items = object == nullptr ? nullptr : object->if_contains("items");
  const bool says_so = object != nullptr &&
                       text_at(*object, "version").find("jsonfeed.org") != std::string_view::npos;
  if (object == nullptr || (!says_so && (items == nullptr || !items->is_array()))) {
    return invalid("What this address shows is JSON, but no feed.");
  }
  Document out;
  out.format = Format::kJson;
  out.title = line_of(text_at(*object, "title"));
  out.description = line_of(text_at(*object, "description"));
  out.url = absolute(text_at(*object, "home_page_url"), url);
  out.icon_url = absolute(text_at(*object, "icon"), url);
  if (out.icon_url.empty()) out.icon_url = absolute(text_at(*object, "favicon"), url);
  out.lang = tag_of_language(text_at(*object, "language"));
  const Author author = author_in(*object, url);
  std::vector<const json::object*> parts;
  each_object(*object, "items", [&](const json::object& each) { parts.push_back(&each); });
  out.items = read_newest(parts, [&](const json::object* part) {
    Item item = read_item(*part, url);
    if (item.author.empty()) item.author = author;
    return item;
  });
  return out;
}

}  // namespace rapport::feed
