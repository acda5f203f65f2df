#include "networks/link_preview.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/uri.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "base/picture.h"
#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"
#include "text/html/charset.h"

namespace rapport {
namespace {

constexpr std::size_t kMostPage = 1U << 20U;  // what a page says of itself stands at its beginning
constexpr std::chrono::seconds kPatience{10};
constexpr int kMostRedirects = 5;
constexpr std::size_t kMostTitle = 300;  // graphemes
constexpr std::size_t kMostDescription = 1000;
constexpr std::size_t kMostAddress = 2048;

struct DocFree {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
using Doc = std::unique_ptr<xmlDoc, DocFree>;

struct XmlFree {
  void operator()(xmlChar* text) const { xmlFree(text); }
};
using XmlText = std::unique_ptr<xmlChar, XmlFree>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

// On one line, without white space at its ends.
std::string line_of(std::string_view text, std::size_t most) {
  std::string line;
  for (const char c : clean_utf8(text)) {
    const bool space = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return std::string(trim(cut_graphemes(line, most)));
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

std::string attribute(xmlNode* node, const char* name) {
  const XmlText value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
  return std::string(view(value.get()));
}

// What each source says, best first.
struct Found {
  std::string og_title, twitter_title, title;
  std::string og_description, twitter_description, description;
  std::string og_image, twitter_image;
};

void take_first(std::string& into, std::string value) {
  if (into.empty()) into = std::move(value);
}

void look_at(xmlNode* node, Found& found) {
  const std::string_view name = view(node->name);
  if (name == "title") {
    const XmlText text(xmlNodeGetContent(node));
    take_first(found.title, std::string(view(text.get())));
  }
  if (name != "meta") return;
  std::string key = lower(attribute(node, "property"));
  if (key.empty()) key = lower(attribute(node, "name"));
  if (key.empty()) return;
  std::string value = attribute(node, "content");
  if (key == "og:title")
    take_first(found.og_title, std::move(value));
  else if (key == "twitter:title")
    take_first(found.twitter_title, std::move(value));
  else if (key == "og:description")
    take_first(found.og_description, std::move(value));
  else if (key == "twitter:description")
    take_first(found.twitter_description, std::move(value));
  else if (key == "description")
    take_first(found.description, std::move(value));
  else if (key == "og:image" || key == "og:image:url" || key == "og:image:secure_url")
    take_first(found.og_image, std::move(value));
  else if (key == "twitter:image" || key == "twitter:image:src")
    take_first(found.twitter_image, std::move(value));
}

// Without recursion, so that nesting cannot exhaust the stack.
void walk(xmlNode* root, Found& found) {
  xmlNode* node = root;
  while (node != nullptr) {
    bool inside = node->type == XML_HTML_DOCUMENT_NODE || node->type == XML_DOCUMENT_NODE;
    if (node->type == XML_ELEMENT_NODE) {
      look_at(node, found);
      // A drawing has titles of its own.
      inside = view(node->name) != "svg" && view(node->name) != "title";
    }
    if (inside && node->children != nullptr) {
      node = node->children;
      continue;
    }
    while (node != root && node->next == nullptr) node = node->parent;
    if (node == root) return;
    node = node->next;
  }
}

std::string absolute(const std::string& address, const std::string& base) {
  const std::string trimmed(trim(clean_utf8(address)));
  if (trimmed.empty() || trimmed.size() > kMostAddress) return {};
  const XmlText built(xmlBuildURI(reinterpret_cast<const xmlChar*>(trimmed.c_str()),
                                  reinterpret_cast<const xmlChar*>(base.c_str())));
  std::string url(view(built.get()));
  return url.size() <= kMostAddress && parse_web_url(url) ? url : std::string();
}

const std::string& first_of(const std::string& a, const std::string& b, const std::string& c) {
  return !a.empty() ? a : !b.empty() ? b : c;
}

struct ContentType {
  std::string mime;
  std::string charset;
};

ContentType type_of(const HttpResponse& response) {
  const std::string text = lower(response.header("Content-Type").value_or(""));
  ContentType type;
  type.mime = std::string(trim(std::string_view(text).substr(0, text.find(';'))));
  const std::size_t at = text.find("charset=");
  if (at != std::string::npos) {
    std::string_view value = std::string_view(text).substr(at + 8);
    value = trim(value.substr(0, value.find(';')));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    type.charset = value;
  }
  return type;
}

// Most who still write http:// mean a site that has long had the other.
std::string encrypted(const std::string& url) {
  constexpr std::string_view kPlain = "http://";
  const auto parts = parse_web_url(url);
  if (!parts || parts->scheme != "http" || parts->port != 80) return url;
  return "https://" + url.substr(kPlain.size());
}

std::optional<HttpResponse> get(Transport& transport, const std::string& url,
                                std::string_view accept, std::size_t most, bool cut) {
  HttpRequest request;
  request.url = url;
  request.headers = {{"Accept", std::string(accept)}};
  request.timeout = kPatience;
  request.most_bytes = most;
  request.cut = cut;
  request.most_redirects = kMostRedirects;
  auto response = transport.send(request);
  if (!response || response->status != 200) return std::nullopt;
  return std::move(*response);
}

std::optional<OutgoingImage> fetch_thumb(Transport& transport, const std::string& url) {
  auto response =
      get(transport, encrypted(url), "image/jpeg,image/png,image/webp", kMostLinkPictureBytes,
          /*cut=*/false);
  if (!response) return std::nullopt;
  auto picture = read_picture(response->body);
  if (!picture) return std::nullopt;
  return OutgoingImage{
      std::move(picture->bytes), std::move(picture->mime), {}, picture->width, picture->height};
}

}  // namespace

LinkPage read_link_page(std::string_view html, const std::string& url, std::string_view charset) {
  static const bool ready = (xmlInitParser(), true);
  (void)ready;
  LinkPage page;
  html = html.substr(0, kMostPage);
  if (html.empty()) return page;
  const std::string text = page_in_utf8(html, charset);
  const Doc doc(htmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                               HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_COMPACT));
  if (!doc) return page;
  Found found;
  walk(reinterpret_cast<xmlNode*>(doc.get()), found);
  page.title = line_of(first_of(found.og_title, found.twitter_title, found.title), kMostTitle);
  page.description =
      line_of(first_of(found.og_description, found.twitter_description, found.description),
              kMostDescription);
  page.image_url = absolute(first_of(found.og_image, found.twitter_image, {}), url);
  return page;
}

OutgoingCard fetch_link_card(Transport& transport, const std::string& url) {
  OutgoingCard card{url, {}, {}, {}};
  const auto parts = parse_web_url(url);
  if (!parts) return card;
  card.title = parts->host;
  const auto response =
      get(transport, encrypted(url), "text/html,application/xhtml+xml", kMostPage, /*cut=*/true);
  if (!response) return card;
  const ContentType type = type_of(*response);
  if (type.mime != "text/html" && type.mime != "application/xhtml+xml") return card;
  LinkPage page =
      read_link_page(response->body, response->url.empty() ? url : response->url, type.charset);
  if (!page.title.empty()) card.title = std::move(page.title);
  card.description = std::move(page.description);
  if (!page.image_url.empty()) card.thumb = fetch_thumb(transport, page.image_url);
  return card;
}

}  // namespace rapport
