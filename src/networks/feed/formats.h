// A reader for each format.

#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

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

}  // namespace rapport::feed
