// What was found in somebody's export, before anything is made of it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/knowledge.h"

namespace rapport {

struct ImportedArticle {
  std::string name;    // as its report is headed: a file, or its title
  std::string source;  // which it is there: "zendesk:36", "markdown:returns"; empty if it is broken
  std::string wrong;   // why nothing can be made of it, in words for people; empty: all is well
  ArticleKind kind = ArticleKind::kArticle;
  ArticleStatus status = ArticleStatus::kPublished;
  std::string language;  // empty: nobody said
  std::string slug;      // that it had there; empty: none
  std::string title;
  std::string markdown;
  std::string url;
  Medium medium = Medium::kNone;
  std::vector<std::string> questions;
  std::string category;   // its name; empty: none
  std::string review_at;  // RFC 3339; empty: none
};

// A Markdown file, with its name. Any bytes will do.
ImportedArticle imported_of_file(std::string_view file, std::string_view name);

// The same as a file: what imported_of_file() reads as the same article.
std::string file_of_imported(const ImportedArticle& article);

}  // namespace rapport
