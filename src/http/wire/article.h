// Articles, resources and their categories as JSON.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/knowledge/knowledge_desk.h"

namespace rapport {

std::string article_json(const ArticleDetail& article);
std::string article_page_json(const ArticlePage& page);

// A place in the list as a cursor: opaque to clients. Nothing if it is none of ours.
std::string article_cursor(const KnowledgePlace& place);
std::optional<KnowledgePlace> read_article_cursor(std::string_view cursor);

Result<ArticleWish> read_article(std::string_view body);
struct ArticleChange {
  ArticleWish wish;
  std::int64_t version = 0;
};
Result<ArticleChange> read_article_change(std::string_view body);

std::string article_uses_json(const ArticleUsePage& page);
std::string suggestions_json(const SuggestedArticles& suggested);

std::string article_category_json(const ArticleCategory& category);
std::string article_categories_json(const std::vector<ArticleCategory>& categories);
Result<std::string> read_article_category(std::string_view body);
struct ArticleCategoryChange {
  std::string name;
  std::optional<std::int64_t> place;
};
Result<ArticleCategoryChange> read_article_category_change(std::string_view body);

}  // namespace rapport
