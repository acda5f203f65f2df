// A reader for each format.

#pragma once

#include <libxml/tree.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "networks/feed/document.h"

namespace rapport::feed {

// `root` is <rss>, <rdf:RDF> or a bare <channel>.
Document read_rss(const xmlNode* root, const std::string& url);
// `root` is <feed>, or a lone <entry>.
Document read_atom(const xmlNode* root, const std::string& url);
// Fails with invalid if it is no JSON, or no feed.
Result<Document> read_json_feed(std::string_view text, const std::string& url);

// What modules add to an item of RSS or Atom alike: Dublin Core, Media RSS, iTunes, threads.
void read_modules(const xmlNode* item, const std::string& base, Item& out);

// The newest kMostItems of a document's items, in its order: the first, unless its dates rise, as
// those of serials do. An old item that is pinned to the top is no sign of that: each of the last
// few is newer than all of the first few.
template <class Part, class Read>
std::vector<Item> read_newest(const std::vector<Part>& parts, Read read) {
  constexpr std::size_t kLookedAt = 5;
  std::size_t begin = 0;
  std::size_t end = parts.size();
  if (parts.size() > kMostItems) {
    std::optional<Time> newest_above;
    std::optional<Time> oldest_below;
    for (std::size_t each = 0; each < kLookedAt; ++each) {
      const auto date = [&](const Part& part) {
        const Item item = read(part);
        return item.published ? item.published : item.updated;
      };
      const auto above = date(parts[each]);
      const auto below = date(parts[end - 1 - each]);
      if (above) newest_above = std::max(newest_above.value_or(*above), *above);
      if (below) oldest_below = std::min(oldest_below.value_or(*below), *below);
    }
    if (newest_above && oldest_below && *newest_above < *oldest_below) {
      begin = end - kMostItems;
    } else {
      end = kMostItems;
    }
  }
  std::vector<Item> items;
  for (std::size_t each = begin; each < end; ++each) items.push_back(read(parts[each]));
  return items;
}

}  // namespace rapport::feed
