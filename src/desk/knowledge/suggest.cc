#include "desk/knowledge/knowledge_desk.h"
#include "store/store.h"

namespace rapport {

Result<SuggestedArticles> KnowledgeDesk::suggest(const Member& by, ConversationId id,
                                                 std::optional<PostId> asked, std::size_t most) {
  return store_.read([&](Unit& unit) -> Result<SuggestedArticles> {
    auto conversation = unit.conversations().find(by.workspace, id);
    RAPPORT_TRY(conversation);
    const PostId post_id =
        asked.value_or(conversation->answer_to.value_or(conversation->excerpt_post));
    auto post = unit.posts().find(by.workspace, post_id);
    RAPPORT_TRY(post);
    if (post->conversation != id) {
      return invalid("That post stands in another conversation.", "post");
    }
    auto readings = unit.readings().of(by.workspace, {post_id});
    RAPPORT_TRY(readings);
    auto links = ArticleLinks::of(unit, by.workspace, public_url_);
    RAPPORT_TRY(links);
    auto shelf = shelves_.of(unit, by.workspace);
    RAPPORT_TRY(shelf);
    AskedPost words{post->text, post->langs.empty() ? std::string_view() : post->langs.front()};
    if (!readings->empty()) {
      if (readings->front().language != "und") words.language = readings->front().language;
      words.reading = readings->front().gist;
    }
    SuggestedArticles out{*shelf, suggest_articles(**shelf, *links, words, most)};
    return out;
  });
}

}  // namespace rapport
