#include "networks/feed/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/uri.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"
#include "networks/feed/parts.h"

namespace rapport::feed {
namespace {

constexpr std::size_t kMostName = 32;  // of a character, "&thetasym;"

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

void put(std::string& out, char32_t c) {
  std::u16string wide;
  if (c >= 0x10000) {
    wide += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
    wide += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
  } else {
    wide += static_cast<char16_t>(c);
  }
  out += to_utf8(wide);
}

bool may_stand(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

// Numbers 128 to 159 are meant as those of windows-1252, as in HTML.
char32_t as_meant(char32_t c) {
  constexpr std::array<char16_t, 32> kCharacters{
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return c >= 0x80 && c < 0xA0 ? kCharacters[c - 0x80] : c;
}

// A reference that begins at `at`, written so that XML takes it; `at` moves behind it.
void mend_reference(std::string_view text, std::size_t& at, std::string& out) {
  // Never looked for further than a name goes: a document of ampersands must not cost its square.
  const std::size_t length = text.substr(at, kMostName + 1).find(';');
  const std::size_t end = length == std::string_view::npos ? text.size() : at + length;
  const std::string_view name =
      length == std::string_view::npos ? std::string_view{} : text.substr(at + 1, length - 1);
  const auto take = [&] { at = end + 1; };
  if (name.starts_with('#') && name.size() > 1) {
    const bool hex = name[1] == 'x' || name[1] == 'X';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t number = 0;
    const auto [rest, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
    if (!digits.empty() && rest == digits.data() + digits.size()) {
      const char32_t meant = as_meant(number);
      if (error == std::errc{} && may_stand(meant)) {
        out += "&#" + std::to_string(static_cast<std::uint32_t>(meant)) + ";";
      }
      return take();
    }
  } else if (!name.empty() && is_letter(name[0]) &&
             std::all_of(name.begin(), name.end(),
                         [](char c) { return is_letter(c) || is_digit(c); })) {
    if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") {
      out += text.substr(at, end + 1 - at);
      return take();
    }
    const std::string key(name);
    if (const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(key.c_str()))) {
      put(out, found->value);
      return take();
    }
  }
  out += "&amp;";
  ++at;
}

// Behind the end of what begins at `at`; the end of the text if it does not end.
std::size_t behind(std::string_view text, std::size_t at, std::string_view end) {
  const std::size_t found = text.find(end, at);
  return found == std::string_view::npos ? text.size() : found + end.size();
}

// Behind a document type with all it defines.
std::size_t behind_doctype(std::string_view text, std::size_t at) {
  int depth = 0;
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (text.substr(at, 4) == "<!--") {
      at = behind(text, at, "-->") - 1;
    } else if (c == '[') {
      ++depth;
    } else if (c == ']') {
      --depth;
    } else if (c == '>' && depth <= 0) {
      return at + 1;
    }
  }
  return text.size();
}

void copy_clean(std::string_view text, std::string& out) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= ' ' || c == '\t' || c == '\n' || c == '\r') out += c;
  }
}

// What stands between two signs of markup, as [at, end) of `text`.
void mend_text(std::string_view text, std::size_t at, std::size_t end, std::string& out) {
  while (at < end) {
    const std::size_t next = std::min(text.find_first_of("<&", at), end);
    copy_clean(text.substr(at, next - at), out);
    at = next;
    if (at == end) return;
    if (text[at] == '&') {
      mend_reference(text, at, out);
    } else {
      out += "&lt;";
      ++at;
    }
  }
}

// Which elements are open. An end that fits none of them is left out, and one that fits an outer
// element ends those inside it: libxml2 takes any end for that of the innermost.
class Open {
 public:
  void begin(std::string_view name) {
    if (names_.size() < kMostOpen) names_.push_back(name);
  }
  // Whether the end may stand; writes those that are missing before it.
  bool end(std::string_view name, std::string& out) {
    const auto found = std::find(names_.rbegin(), names_.rend(), name);
    if (found == names_.rend()) return false;
    for (auto each = names_.rbegin(); each != found; ++each) {
      out += "</";
      out += *each;
      out += '>';
    }
    names_.erase(std::prev(found.base()), names_.end());
    return true;
  }

 private:
  static constexpr std::size_t kMostOpen = 250;  // libxml2 goes no deeper
  std::vector<std::string_view> names_;
};

std::string_view tag_name(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of(" \t\r\n/>", at);
  return text.substr(at, (end == std::string_view::npos ? text.size() : end) - at);
}

// Where a start tag's '>' stands, or the end of the text.
std::size_t tag_end(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at;
    }
  }
  return text.size();
}

// libxml2 of version 2.9 leaves references out once anything was ill-formed. In a document that is
// read as far as it goes, what came before does not matter.
void well(void* context) { static_cast<xmlParserCtxt*>(context)->wellFormed = 1; }
void characters(void* context, const xmlChar* text, int length) {
  well(context);
  xmlSAX2Characters(context, text, length);
}
void start_element(void* context, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri,
                   int namespaces, const xmlChar** declared, int attributes, int defaulted,
                   const xmlChar** values) {
  well(context);
  xmlSAX2StartElementNs(context, local, prefix, uri, namespaces, declared, attributes, defaulted,
                        values);
}
void end_element(void* context, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
  well(context);
  xmlSAX2EndElementNs(context, local, prefix, uri);
}

struct ContextFree {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
struct XmlFree {
  void operator()(xmlChar* text) const { xmlFree(text); }
};

std::optional<Space> space_of_uri(std::string_view uri) {
  static constexpr std::array<std::pair<std::string_view, Space>, 20> kSpaces{{
      {"http://www.w3.org/2005/atom", Space::kAtom},
      {"https://www.w3.org/2005/atom", Space::kAtom},
      {"http://purl.org/atom/ns", Space::kAtom},
      {"http://purl.org/rss/1.0", Space::kCore},
      {"http://my.netscape.com/rdf/simple/0.9", Space::kCore},
      {"http://channel.netscape.com/rdf/simple/0.9", Space::kCore},
      {"http://backend.userland.com/rss2", Space::kCore},
      {"http://purl.org/rss/1.0/modules/content", Space::kContent},
      {"http://purl.org/dc/elements/1.1", Space::kDublin},
      {"http://purl.org/dc/elements/1.0", Space::kDublin},
      {"http://purl.org/dc/terms", Space::kDublin},
      {"http://search.yahoo.com/mrss", Space::kMedia},
      {"https://search.yahoo.com/mrss", Space::kMedia},
      {"http://www.itunes.com/dtds/podcast-1.0.dtd", Space::kItunes},
      {"http://purl.org/syndication/thread/1.0", Space::kThread},
      {"http://purl.org/rss/1.0/modules/syndication", Space::kSyndication},
      {"http://purl.org/rss/1.0/modules/slash", Space::kSlash},
      {"http://purl.org/atompub/tombstones/1.0", Space::kTombstone},
      {"http://www.w3.org/1999/02/22-rdf-syntax-ns", Space::kRdf},
      {"http://www.w3.org/1999/xhtml", Space::kXhtml},
  }};
  std::string key = lower(trim(uri));
  while (!key.empty() && (key.back() == '/' || key.back() == '#')) key.pop_back();
  for (const auto& [known, space] : kSpaces) {
    if (key == known) return space;
  }
  return std::nullopt;
}

std::optional<Space> space_of_prefix(std::string_view prefix) {
  static constexpr std::array<std::pair<std::string_view, Space>, 12> kPrefixes{{
      {"atom", Space::kAtom},
      {"atom10", Space::kAtom},
      {"content", Space::kContent},
      {"dc", Space::kDublin},
      {"dcterms", Space::kDublin},
      {"media", Space::kMedia},
      {"itunes", Space::kItunes},
      {"thr", Space::kThread},
      {"sy", Space::kSyndication},
      {"slash", Space::kSlash},
      {"at", Space::kTombstone},
      {"rdf", Space::kRdf},
  }};
  const std::string key = lower(prefix);
  for (const auto& [known, space] : kPrefixes) {
    if (key == known) return space;
  }
  return std::nullopt;
}

}  // namespace

std::string mend_xml(std::string_view text) {
  // Warnings of a program, empty lines or a second mark before the document.
  const std::size_t begin = text.find('<');
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin);
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  Open open;
  std::size_t at = 0;
  std::size_t no_end = text.size();  // from here on no tag ends
  while (at < text.size()) {
    const std::size_t next = std::min(text.find_first_of("<&", at), text.size());
    copy_clean(text.substr(at, next - at), out);
    at = next;
    if (at == text.size()) break;
    if (text[at] == '&') {
      mend_reference(text, at, out);
      continue;
    }
    const std::string_view rest = text.substr(at);
    std::size_t end = at + 1;
    bool keep = true;
    if (rest.starts_with("<![CDATA[")) {
      end = behind(text, at, "]]>");
    } else if (rest.starts_with("<!--")) {
      end = behind(text, at, "-->");
      keep = false;
    } else if (rest.starts_with("<?")) {
      end = behind(text, at, "?>");
      keep = false;
    } else if (lower(rest.substr(0, 9)) == "<!doctype") {
      end = behind_doctype(text, at);
      keep = false;
    } else if (rest.size() < 2 || !(is_letter(rest[1]) || rest[1] == '/' || rest[1] == '_' ||
                                    static_cast<unsigned char>(rest[1]) >= 0x80)) {
      out += "&lt;";
      keep = false;
    } else if (rest[1] == '/') {
      end = behind(text, at, ">");
      keep = open.end(tag_name(text, at + 2), out);
    } else if (const std::size_t close = at < no_end ? tag_end(text, at) : text.size();
               close == text.size()) {
      no_end = std::min(no_end, at);
    } else {
      if (text[close - 1] != '/') open.begin(tag_name(text, at + 1));
      out += '<';
      mend_text(text, at + 1, close, out);
      at = close;
      continue;
    }
    if (keep) copy_clean(text.substr(at, end - at), out);
    at = end;
  }
  return out;
}

XmlDoc parse_xml(std::string_view text, const std::string& url) {
  static const bool ready = (xmlInitParser(), true);
  (void)ready;
  const std::string mended = mend_xml(text);
  if (mended.empty() || mended.size() > 4 * kMostDocument) return nullptr;
  const std::unique_ptr<xmlParserCtxt, ContextFree> context(xmlNewParserCtxt());
  if (!context) return nullptr;
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                           XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
  xmlCtxtUseOptions(context.get(), kOptions);
  context->sax->characters = characters;
  context->sax->startElementNs = start_element;
  context->sax->endElementNs = end_element;
  XmlDoc doc(xmlCtxtReadMemory(context.get(), mended.data(), static_cast<int>(mended.size()),
                               url.c_str(), "UTF-8", kOptions));
  if (!doc && context->myDoc != nullptr) {
    doc.reset(context->myDoc);
    context->myDoc = nullptr;
  }
  if (!doc || xmlDocGetRootElement(doc.get()) == nullptr) return nullptr;
  return doc;
}

Name name_of(const xmlNode* node) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return {};
  const std::string_view whole = view(node->name);
  if (node->ns != nullptr) {
    if (const auto space = space_of_uri(view(node->ns->href))) return {*space, whole};
    const xmlNode* root = xmlDocGetRootElement(node->doc);
    const bool of_root = root->ns != nullptr && view(root->ns->href) == view(node->ns->href);
    if (of_root) return {Space::kCore, whole};
    const auto by_prefix = space_of_prefix(view(node->ns->prefix));
    return {by_prefix.value_or(Space::kOther), whole};
  }
  const std::size_t colon = whole.find(':');
  if (colon == std::string_view::npos) return {Space::kCore, whole};
  return {space_of_prefix(whole.substr(0, colon)).value_or(Space::kOther), whole.substr(colon + 1)};
}

xmlNode* child_of(const xmlNode* node, Name name) {
  for (xmlNode* each = first_element(node); each != nullptr; each = next_element(each)) {
    if (name_of(each) == name) return each;
  }
  return nullptr;
}

std::string text_of(const xmlNode* node) {
  std::string out;
  if (node == nullptr) return out;
  // Without recursion, so that nesting cannot exhaust the stack.
  const xmlNode* at = node;
  while (true) {
    if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) out += view(at->content);
    if (at->type == XML_ELEMENT_NODE && at->children != nullptr) {
      at = at->children;
      continue;
    }
    while (at != node && at->next == nullptr) at = at->parent;
    if (at == node) return out;
    at = at->next;
  }
}

std::string text_of_child(const xmlNode* node, Name name) { return text_of(child_of(node, name)); }

std::string attribute_of(const xmlNode* node, const char* name) {
  const std::unique_ptr<xmlChar, XmlFree> value(
      xmlGetNoNsProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name)));
  return std::string(trim(view(value.get())));
}

std::string attribute_anywhere(const xmlNode* node, std::string_view local) {
  for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
    std::string_view name = view(each->name);
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
      name = name.substr(colon + 1);
    }
    if (name != local || each->children == nullptr) continue;
    return std::string(trim(view(each->children->content)));
  }
  return {};
}

std::string markup_inside(const xmlNode* node) {
  struct BufferFree {
    void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
  };
  const std::unique_ptr<xmlBuffer, BufferFree> buffer(xmlBufferCreate());
  if (!buffer) return {};
  for (xmlNode* each = node->children; each != nullptr; each = each->next) {
    if (each->type == XML_TEXT_NODE || each->type == XML_CDATA_SECTION_NODE ||
        each->type == XML_ELEMENT_NODE) {
      xmlNodeDump(buffer.get(), node->doc, each, 0, 0);
    }
  }
  return std::string(view(xmlBufferContent(buffer.get())));
}

std::string base_of(const xmlNode* node, const std::string& url) {
  // Outermost last.
  std::vector<std::string> bases;
  for (const xmlNode* each = node; each != nullptr && each->type == XML_ELEMENT_NODE;
       each = each->parent) {
    for (const xmlAttr* one = each->properties; one != nullptr; one = one->next) {
      const bool is_base =
          (view(one->name) == "base" && one->ns != nullptr && view(one->ns->prefix) == "xml") ||
          view(one->name) == "xml:base";
      if (is_base && one->children != nullptr) {
        bases.emplace_back(trim(view(one->children->content)));
      }
    }
  }
  std::string base = url;
  for (auto each = bases.rbegin(); each != bases.rend(); ++each) {
    if (std::string next = absolute(*each, base); !next.empty()) base = std::move(next);
  }
  return base;
}

std::string lang_of(const xmlNode* node) {
  for (const xmlNode* each = node; each != nullptr && each->type == XML_ELEMENT_NODE;
       each = each->parent) {
    for (const xmlAttr* one = each->properties; one != nullptr; one = one->next) {
      if (view(one->name) == "lang" && one->ns != nullptr && view(one->ns->prefix) == "xml" &&
          one->children != nullptr) {
        return tag_of_language(view(one->children->content));
      }
    }
  }
  return {};
}

}  // namespace rapport::feed
