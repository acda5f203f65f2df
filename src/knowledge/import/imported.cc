#include "knowledge/import/imported.h"

#include <utility>

#include "base/unicode.h"
#include "knowledge/files/article_file.h"

namespace rapport {
namespace {

constexpr std::string_view kOwnSource = "markdown:";

// Ids that a help centre's article keeps through a file.
bool names_help_centre(std::string_view id) {
  return id.starts_with("zendesk:") || id.starts_with("chatwoot:");
}

std::string without_ending(std::string_view name) {
  if (name.ends_with(".md")) name.remove_suffix(3);
  if (name.ends_with(".markdown")) name.remove_suffix(9);
  return std::string(name);
}

}  // namespace

ImportedArticle imported_of_file(std::string_view file, std::string_view name) {
  ArticleFile read = read_article_file(file, without_ending(name));
  const auto other = [&](const char* key) {
    const auto found = read.other.find(key);
    return found == read.other.end() ? std::string() : found->second;
  };
  ImportedArticle out;
  out.name = name;
  out.source = names_help_centre(read.article.id) ? read.article.id
                                                  : std::string(kOwnSource) + read.article.id;
  out.kind = article_kind_of(other("kind")).value_or(ArticleKind::kArticle);
  out.status =
      article_status_of(other("status"))
          .value_or(other("draft") == "true" ? ArticleStatus::kDraft : ArticleStatus::kPublished);
  out.language = std::move(read.article.language);
  out.slug = other("slug");
  out.title = std::move(read.article.title);
  out.markdown = std::move(read.article.markdown);
  out.url = std::move(read.article.link);
  out.medium = medium_of(other("medium")).value_or(Medium::kNone);
  out.questions = std::move(read.article.questions);
  out.category = other("category");
  out.review_at = other("review");
  return out;
}

std::string file_of_imported(const ImportedArticle& article) {
  ArticleFile file;
  const std::string_view source = article.source;
  file.article.id = source.starts_with(kOwnSource) ? source.substr(kOwnSource.size()) : source;
  file.article.title = article.title;
  file.article.language = article.language;
  file.article.link = article.url;
  file.article.questions = article.questions;
  file.article.markdown = article.markdown;
  file.other["status"] = to_word(article.status);
  if (article.kind == ArticleKind::kResource) file.other["kind"] = to_word(article.kind);
  file.other["slug"] = article.slug;
  file.other["medium"] = to_word(article.medium);
  file.other["category"] = article.category;
  file.other["review"] = article.review_at;
  return file_of_article(file);
}

}  // namespace rapport
