// XML as the feeds of the world hold it, read by libxml2.
//
// Before it reads, the text is mended: bare ampersands and "<" are written as they should be, names
// of HTML's characters become those characters, what no XML may hold is left out, and a document
// type is dropped whole, so that no entity is ever defined, expanded or fetched.

#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace rapport::feed {

struct XmlDocFree {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
using XmlDoc = std::unique_ptr<xmlDoc, XmlDocFree>;

// Which vocabulary an element is of. Prefixes that nobody declared count by their usual meaning.
enum class Space {
  kCore,  // of the feed itself: RSS of any version, or the root's own
  kAtom,
  kContent,
  kDublin,
  kMedia,
  kItunes,
  kThread,
  kSyndication,
  kSlash,
  kTombstone,
  kRdf,
  kXhtml,
  kOther,
};

struct Name {
  Space space = Space::kOther;
  std::string_view local;

  bool operator==(const Name&) const = default;
};

// Null if there is no element at all. Any UTF-8 will do.
XmlDoc parse_xml(std::string_view text, const std::string& url);

// As parse_xml mends it; for tests.
std::string mend_xml(std::string_view text);

Name name_of(const xmlNode* node);

inline xmlNode* first_element(const xmlNode* node) {
  xmlNode* child = node == nullptr ? nullptr : node->children;
  while (child != nullptr && child->type != XML_ELEMENT_NODE) child = child->next;
  return child;
}
inline xmlNode* next_element(const xmlNode* node) {
  xmlNode* next = node->next;
  while (next != nullptr && next->type != XML_ELEMENT_NODE) next = next->next;
  return next;
}
xmlNode* child_of(const xmlNode* node, Name name);

// The text of it and all below, as it stands.
std::string text_of(const xmlNode* node);
std::string text_of_child(const xmlNode* node, Name name);

// In no namespace.
std::string attribute_of(const xmlNode* node, const char* name);
// In any.
std::string attribute_anywhere(const xmlNode* node, std::string_view local);

// What is inside, as markup.
std::string markup_inside(const xmlNode* node);

// What relative addresses in it stand against.
std::string base_of(const xmlNode* node, const std::string& url);

// The nearest xml:lang of it or above.
std::string lang_of(const xmlNode* node);

}  // namespace rapport::feed
