#include <algorithm>

#include "desk/inbox/rows.h"
#include "desk/knowledge/knowledge_desk.h"
#include "store/store.h"

namespace rapport {
namespace {

// So far behind a use is looked whether they wrote again.
constexpr int kLookedBehind = 50;

std::optional<Sentiment> sentiment_of_post(const std::vector<PostReading>& readings, PostId post) {
  const auto found = std::ranges::find(readings, post, &PostReading::post);
  return found == readings.end() ? std::nullopt : found->gist.sentiment;
}

Again compared(std::optional<Sentiment> before, std::optional<Sentiment> after) {
  if (!before || !after) return Again::kUnread;
  if (*after == *before) return Again::kSame;
  return *after > *before ? Again::kBetter : Again::kWorse;
}

// What they said next in the conversation, if they did.
Result<std::optional<PostId>> next_of(Unit& unit, const ArticleUse& use, const Post& theirs) {
  auto posts = unit.posts().thread(use.workspace, theirs.conversation,
                                   ThreadPlace{use.at, PostId{0}}, kLookedBehind);
  RAPPORT_TRY(posts);
  for (const Post& each : *posts) {
    if (each.author == theirs.author && each.id != theirs.id && !each.deleted_at) {
      return std::optional(each.id);
    }
  }
  return std::optional<PostId>{};
}

}  // namespace

std::string_view to_word(Again again) {
  switch (again) {
    case Again::kBetter:
      return "better";
    case Again::kSame:
      return "same";
    case Again::kWorse:
      return "worse";
    case Again::kUnread:
      break;
  }
  return "unread";
}

Result<ArticleUsePage> KnowledgeDesk::uses(const Member& by, ArticleId id,
                                           std::optional<ArticleUseId> after, int most) {
  return store_.read([&](Unit& unit) -> Result<ArticleUsePage> {
    RAPPORT_TRY(unit.knowledge().find(by.workspace, id));
    auto uses = unit.knowledge().uses(by.workspace, id, after, most + 1);
    RAPPORT_TRY(uses);
    ArticleUsePage page;
    if (uses->size() > static_cast<std::size_t>(most)) {
      uses->pop_back();
      page.next = uses->back().id;
    }
    std::vector<PostId> posts;
    std::vector<ConversationId> conversations;
    for (const ArticleUse& each : *uses) {
      if (each.post) posts.push_back(*each.post);
      if (each.conversation) conversations.push_back(*each.conversation);
    }
    auto theirs = unit.posts().some(by.workspace, posts);
    RAPPORT_TRY(theirs);
    std::vector<AccountId> authors;
    for (const Post& each : *theirs) authors.push_back(each.author);
    auto accounts = unit.people().accounts(by.workspace, authors);
    RAPPORT_TRY(accounts);
    auto states = unit.conversations().some(by.workspace, conversations);
    RAPPORT_TRY(states);

    for (ArticleUse& use : *uses) {
      ArticleUseView view;
      if (use.by) {
        auto name = name_of(unit, by.workspace, *use.by);
        RAPPORT_TRY(name);
        view.by_name = std::move(*name);
      }
      const auto state = use.conversation
                             ? std::ranges::find(*states, *use.conversation, &Conversation::id)
                             : states->end();
      if (state != states->end()) view.state = state->state;
      const auto post = use.post ? std::ranges::find(*theirs, *use.post, &Post::id) : theirs->end();
      if (post != theirs->end()) {
        const auto account = std::ranges::find(*accounts, post->author, &Account::id);
        if (account != accounts->end()) {
          view.person = account->name.empty() ? account->handle : account->name;
        }
        if (!post->deleted_at) view.excerpt = post->text;
        auto next = next_of(unit, use, *post);
        RAPPORT_TRY(next);
        if (*next) {
          auto readings = unit.readings().of(by.workspace, {post->id, **next});
          RAPPORT_TRY(readings);
          view.again = compared(sentiment_of_post(*readings, post->id),
                                sentiment_of_post(*readings, **next));
        }
      }
      view.use = std::move(use);
      page.items.push_back(std::move(view));
    }
    return page;
  });
}

}  // namespace rapport
