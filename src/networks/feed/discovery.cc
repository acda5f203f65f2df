#include "networks/feed/discovery.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/url.h"
#include "networks/feed/encoding.h"
#include "networks/feed/parts.h"
#include "networks/feed/xml.h"
#include "text/html/charset.h"

namespace rapport::feed {
namespace {

constexpr std::size_t kMostPage = 1U << 20U;
constexpr std::size_t kMostFeeds = 20;

std::optional<Format> format_of(std::string_view type) {
  const std::string mime = lower(type.substr(0, type.find(';')));
  if (mime == "application/rss+xml" || mime == "application/x-rss+xml" || mime == "text/rss+xml") {
    return Format::kRss;
  }
  if (mime == "application/atom+xml" || mime == "application/x.atom+xml") return Format::kAtom;
  if (mime == "application/rdf+xml") return Format::kRdf;
  if (mime == "application/feed+json") return Format::kJson;
  return std::nullopt;
}

bool has_word(std::string_view words, std::string_view wanted) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" \t\r\n\f", at), words.size());
    if (words.substr(at, end - at) == wanted) return true;
    at = end + 1;
  }
  return false;
}

void look_at(const xmlNode* node, const std::string& base, std::vector<Named>& found) {
  const std::string rel = lower(attribute_of(node, "rel"));
  if (!has_word(rel, "alternate") && !has_word(rel, "feed")) return;
  std::optional<Format> format = format_of(attribute_of(node, "type"));
  const std::string href = attribute_of(node, "href");
  // Plain JSON is also what a page's own data is offered as.
  const bool json = lower(attribute_of(node, "type")) == "application/json" &&
                    lower(href).find("feed") != std::string::npos;
  if (json) format = Format::kJson;
  if (!format) return;
  std::string url = absolute(href, base);
  url = url.substr(0, url.find('#'));
  if (url.empty() || found.size() >= kMostFeeds) return;
  for (const Named& each : found) {
    if (each.url == url) return;
  }
  found.push_back({std::move(url), line_of(attribute_of(node, "title")), *format});
}

}  // namespace

std::vector<Named> feeds_named_by(std::string_view page, const Source& source) {
  page = page.substr(0, kMostPage);
  if (page.empty()) return {};
  const std::string text = page_in_utf8(page, charset_of(source.content_type));
  const XmlDoc doc(htmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                  HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET | HTML_PARSE_COMPACT));
  if (!doc) return {};
  std::vector<Named> found;
  std::string base = source.url;
  // Without recursion, so that nesting cannot exhaust the stack.
  const auto* root = reinterpret_cast<const xmlNode*>(doc.get());
  const xmlNode* node = root->children;
  while (node != nullptr) {
    if (node->type == XML_ELEMENT_NODE) {
      const std::string_view name = reinterpret_cast<const char*>(node->name);
      if (name == "base") {
        if (std::string url = absolute(attribute_of(node, "href"), source.url); !url.empty()) {
          base = std::move(url);
        }
      }
      if (name == "link" || name == "a") look_at(node, base, found);
      if (node->children != nullptr) {
        node = node->children;
        continue;
      }
    }
    while (node != nullptr && node->next == nullptr) {
      node = node->parent == root ? nullptr : node->parent;
    }
    if (node != nullptr) node = node->next;
  }
  std::stable_partition(found.begin(), found.end(), [](const Named& each) {
    return lower(each.url).find("comments") == std::string::npos;
  });
  return found;
}

std::vector<std::string> usual_places(const std::string& url) {
  constexpr std::array<std::string_view, 6> kPlaces{"/feed",    "/rss",      "/feed.xml",
                                                    "/rss.xml", "/atom.xml", "/index.xml"};
  std::vector<std::string> places;
  const auto parts = parse_web_url(url);
  if (!parts) return places;
  for (const std::string_view each : kPlaces) places.push_back(parts->origin() + std::string(each));
  return places;
}

}  // namespace rapport::feed
