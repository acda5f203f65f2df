#include "model/knowledge.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<ArticleKind, 2> kArticleKinds{
    {{ArticleKind::kArticle, "article"}, {ArticleKind::kResource, "resource"}}};
constexpr Words<ArticleStatus, 3> kArticleStatuses{{{ArticleStatus::kDraft, "draft"},
                                                    {ArticleStatus::kPublished, "published"},
                                                    {ArticleStatus::kArchived, "archived"}}};
constexpr Words<Medium, 5> kMedia{{{Medium::kNone, ""},
                                   {Medium::kPage, "page"},
                                   {Medium::kVideo, "video"},
                                   {Medium::kDeck, "deck"},
                                   {Medium::kExpert, "expert"}}};
constexpr Words<ArticleUseKind, 2> kArticleUseKinds{
    {{ArticleUseKind::kLinked, "linked"}, {ArticleUseKind::kResolved, "resolved"}}};

}  // namespace

std::string_view to_word(ArticleKind kind) { return kArticleKinds.word(kind); }
std::optional<ArticleKind> article_kind_of(std::string_view word) {
  return kArticleKinds.find(word);
}

std::string_view to_word(ArticleStatus status) { return kArticleStatuses.word(status); }
std::optional<ArticleStatus> article_status_of(std::string_view word) {
  return kArticleStatuses.find(word);
}

std::string_view to_word(Medium medium) { return kMedia.word(medium); }
std::optional<Medium> medium_of(std::string_view word) { return kMedia.find(word); }

std::string_view to_word(ArticleUseKind kind) { return kArticleUseKinds.word(kind); }
std::optional<ArticleUseKind> article_use_kind_of(std::string_view word) {
  return kArticleUseKinds.find(word);
}

std::vector<std::string> question_lines(std::string_view questions) {
  std::vector<std::string> lines;
  while (!questions.empty()) {
    const std::size_t end = questions.find('\n');
    std::string_view line = questions.substr(0, end);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    while (line.starts_with(' ')) line.remove_prefix(1);
    if (!line.empty()) lines.emplace_back(line);
    if (end == std::string_view::npos) break;
    questions.remove_prefix(end + 1);
  }
  return lines;
}

Article searched_article(const KnowledgeEntry& entry) {
  return {
      to_string(entry.id), entry.title, entry.language, entry.url, question_lines(entry.questions),
      entry.markdown};
}

}  // namespace rapport
