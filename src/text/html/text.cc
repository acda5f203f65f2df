#include "text/html/text.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"

namespace rapport {
namespace {

constexpr std::size_t kMostSource = 64U << 10U;

struct DocFree {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
using Doc = std::unique_ptr<xmlDoc, DocFree>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

std::string_view name_of(const xmlNode* node) { return view(node->name); }

std::string attribute(const xmlNode* node, const char* name) {
  for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
    if (view(each->name) != name) continue;
    std::string value;
    for (const xmlNode* part = each->children; part != nullptr; part = part->next) {
      value += view(part->content);
    }
    return value;
  }
  return {};
}

bool has_class(const xmlNode* node, std::string_view wanted) {
  const std::string classes = attribute(node, "class");
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t end = std::min(classes.find_first_of(" \t\n", at), classes.size());
    if (std::string_view(classes).substr(at, end - at) == wanted) return true;
    at = end + 1;
  }
  return false;
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 13> kSkipped = {
    "script", "style", "head",     "template", "title", "iframe", "object",
    "svg",    "math",  "noscript", "select",   "audio", "video"};
constexpr std::array<std::string_view, 6> kParagraphs = {"p",  "blockquote", "ul",
                                                         "ol", "pre",        "table"};
constexpr std::array<std::string_view, 15> kLines = {
    "div", "li",      "h1", "h2",      "h3",     "h4",     "h5", "h6",
    "tr",  "section", "dt", "article", "header", "footer", "hr"};

// Of the web, or empty.
std::string whole_address(const std::string& address, const std::string& base) {
  if (parse_web_url(address)) return address;
  if (base.empty() || address.empty()) return {};
  const std::unique_ptr<xmlChar, decltype(xmlFree)> built(
      xmlBuildURI(reinterpret_cast<const xmlChar*>(address.c_str()),
                  reinterpret_cast<const xmlChar*>(base.c_str())),
      xmlFree);
  std::string whole(view(built.get()));
  return parse_web_url(whole) ? whole : std::string();
}

class Writer {
 public:
  explicit Writer(const std::string& base) : base_(base) {}
  // Whether to look inside.
  bool enter(const xmlNode* node);
  void leave(const xmlNode* node);
  HtmlText finish() && { return std::move(out_); }

 private:
  void write(std::string_view text);
  void put(std::string_view bytes);
  void break_lines(int least) { breaks_ = std::max(breaks_, least); }
  void open_link(const xmlNode* node);
  void close_link();

  const std::string& base_;
  HtmlText out_;
  int breaks_ = 0;      // line breaks owed before the next character
  bool space_ = false;  // a space owed
  int pre_ = 0;
  std::optional<Entity> link_;
  const xmlNode* link_node_ = nullptr;
  bool link_begun_ = false;
};

void Writer::put(std::string_view bytes) {
  if (!out_.text.empty()) {
    if (breaks_ > 0) {
      out_.text.append(static_cast<std::size_t>(breaks_), '\n');
    } else if (space_) {
      out_.text += ' ';
    }
  }
  breaks_ = 0;
  space_ = false;
  if (link_ && !link_begun_) {
    link_->begin = static_cast<std::uint32_t>(out_.text.size());
    link_begun_ = true;
  }
  out_.text += bytes;
}

// Outside <pre> any white space is one space, and none at the edges of lines.
void Writer::write(std::string_view text) {
  std::size_t word = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool ends = at == text.size();
    const char c = ends ? ' ' : text[at];
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') continue;
    if (at > word) put(text.substr(word, at - word));
    word = at + 1;
    if (ends) break;
    if (pre_ > 0 && c == '\n') {
      ++breaks_;
      breaks_ = std::min(breaks_, 2);
    } else {
      space_ = true;
    }
  }
}

void Writer::open_link(const xmlNode* node) {
  const std::string address = whole_address(attribute(node, "href"), base_);
  if (link_ || address.empty()) return;
  Entity entity;
  entity.kind = EntityKind::kLink;
  if (has_class(node, "hashtag") || attribute(node, "rel") == "tag") {
    entity.kind = EntityKind::kTag;
  } else if (has_class(node, "mention")) {
    entity.kind = EntityKind::kMention;
  }
  entity.value = address;
  link_ = std::move(entity);
  link_node_ = node;
  link_begun_ = false;
}

void Writer::close_link() {
  link_->end = static_cast<std::uint32_t>(out_.text.size());
  if (link_begun_ && link_->end > link_->begin) {
    if (link_->kind == EntityKind::kTag) {
      std::string_view word = std::string_view(out_.text).substr(link_->begin);
      if (word.starts_with('#')) word.remove_prefix(1);
      link_->value = word;
    }
    if (!link_->value.empty()) out_.entities.push_back(std::move(*link_));
  }
  link_.reset();
  link_node_ = nullptr;
}

bool Writer::enter(const xmlNode* node) {
  if (node->type == XML_TEXT_NODE) {
    write(view(node->content));
    return false;
  }
  if (node->type != XML_ELEMENT_NODE) return node->type == XML_HTML_DOCUMENT_NODE;
  const std::string_view name = name_of(node);
  if (is_one_of(name, kSkipped) || has_class(node, "invisible") ||
      has_class(node, "quote-inline")) {
    return false;
  }
  if (name == "br") {
    breaks_ = std::min(breaks_ + 1, 2);
  } else if (name == "img") {
    write(attribute(node, "alt"));
  } else if (name == "a") {
    open_link(node);
  }
  if (is_one_of(name, kParagraphs)) break_lines(2);
  if (is_one_of(name, kLines)) break_lines(1);
  if (name == "li") put("- ");
  if (name == "pre") ++pre_;
  return true;
}

void Writer::leave(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE) return;
  const std::string_view name = name_of(node);
  if (has_class(node, "ellipsis")) out_.text += "…";
  if (node == link_node_) close_link();
  if (is_one_of(name, kParagraphs)) break_lines(2);
  if (is_one_of(name, kLines)) break_lines(1);
  if (name == "td" || name == "th") space_ = true;
  if (name == "pre") --pre_;
}

// Without recursion, so that nesting cannot exhaust the stack. False if it is too deep.
bool walk(const xmlNode* root, Writer& writer) {
  const xmlNode* node = root;
  int depth = 0;
  while (true) {
    if (writer.enter(node) && node->children != nullptr) {
      node = node->children;
      if (++depth > kMostHtmlDepth) return false;
      continue;
    }
    if (node->type == XML_ELEMENT_NODE && node->children == nullptr) writer.leave(node);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      --depth;
      if (node != root) writer.leave(node);
    }
    if (node == root) return true;
    node = node->next;
  }
}

HtmlText as_source(std::string_view html) {
  HtmlText out;
  out.text = clean_utf8(html.substr(0, kMostSource));
  out.is_source = true;
  return out;
}

}  // namespace

HtmlText text_of_html(std::string_view html, const std::string& base) {
  if (html.size() > kMostHtmlBytes) return as_source(html);
  const std::string clean = clean_utf8(html);
  if (trim(clean).empty()) return {};
  static const bool ready = (xmlInitParser(), true);
  (void)ready;
  const Doc doc(htmlReadMemory(clean.data(), static_cast<int>(clean.size()), nullptr, "UTF-8",
                               HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_NONET | HTML_PARSE_COMPACT));
  if (!doc) return as_source(html);
  Writer writer(base);
  if (!walk(reinterpret_cast<const xmlNode*>(doc.get()), writer)) return as_source(html);
  HtmlText out = std::move(writer).finish();
  // A character reference may name what no text should hold.
  if (!is_utf8(out.text)) return as_source(html);
  return out;
}

}  // namespace rapport
