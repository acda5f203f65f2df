// An article as a Markdown file with front matter, as static site generators write them:
//
//   ---
//   title: "Sending something back"
//   language: en
//   link: https://example.org/help/returns
//   questions:
//     - "How do I return a parcel?"
//   ---
//   Within 30 days …
//
// Of YAML only this much is read: texts, plain or quoted, and lists of them on lines of their own
// or in brackets. Keys that are not ours are passed over.

#pragma once

#include <string>
#include <string_view>

#include "model/article.h"

namespace rapport {

// Any bytes will do; every field is valid UTF-8. `name` is the file's, without its ending: the id,
// where the front matter has none. A file without a title is called by its first heading, or else
// by its name.
Article article_of_file(std::string_view file, std::string_view name);

// What article_of_file() reads back as the same article.
std::string file_of_article(const Article& article);

}  // namespace rapport
