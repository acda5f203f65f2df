// Mentions, links and tags in a text we write, by the rules of Bluesky's own app, so that what
// people see while they type is what stands on the network.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::bluesky {

enum class FacetKind { kMention, kLink, kTag };

// A span of UTF-8 bytes [begin, end).
struct Facet {
  FacetKind kind = FacetKind::kLink;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string value;  // handle without '@', yet to be resolved; whole address; tag without '#'
};

// In order and apart. `text` must be valid UTF-8.
//
// A mention is '@' and a handle; a link is http(s) or a bare domain under a real top-level domain;
// a tag is '#' and at least one character that is neither digit nor punctuation, at most 64
// graphemes;
// "$ABC" is a tag with its '$'. Each begins at the start, behind white space or "(" (tags: not
// that).
std::vector<Facet> detect_facets(std::string_view text);

}  // namespace rapport::bluesky
