#include "desk/coaching/known_articles.h"

#include "desk/knowledge/knowledge_desk.h"

namespace rapport {
namespace {

constexpr std::size_t kMostArticles = 3;

}  // namespace

Coaching::FindArticles articles_from(KnowledgeDesk& knowledge) {
  return [&knowledge](const Member& by, ConversationId conversation,
                      PostId post) -> Result<std::vector<FoundArticle>> {
    auto suggested = knowledge.suggest(by, conversation, post, kMostArticles);
    RAPPORT_TRY(suggested);
    std::vector<FoundArticle> found;
    for (ArticleSuggestion& each : suggested->items) {
      found.push_back(
          {each.entry->id, each.entry->title, std::move(each.link), std::move(each.passage)});
    }
    return found;
  };
}

}  // namespace rapport
