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
// or in brackets. Keys that are not ours are passed over, but for `kind`, `status`, `draft`,
// `slug`, `category`, `medium` and `review`, by which an article is taken over as it was.

#pragma once

#include <map>
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

// The same with what else is said of it; texts that are empty are left out.
struct ArticleFile {
  Article article;
  std::map<std::string, std::string, std::less<>> other;
};
ArticleFile read_article_file(std::string_view file, std::string_view name);
std::string file_of_article(const ArticleFile& file);

}  // namespace rapport
