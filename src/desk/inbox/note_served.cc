#include "desk/inbox/note_served.h"

#include <algorithm>

#include "desk/reading/wants_an_answer.h"
#include "store/store.h"

namespace rapport {
namespace {

// So far back it is looked for what they asked.
constexpr std::size_t kMostLookedAt = 50;

bool is_theirs(const OutlinePost& post) {
  const bool concerns_us = post.address == Address::kDirect || post.address == Address::kBranch;
  return concerns_us && !post.deleted && !post.silenced;
}

// What the article answered. Who waits at the end often says only that it worked: then it is what
// they asked before.
Result<PostId> served_post(Unit& unit, const Conversation& conversation,
                           const std::vector<OutlinePost>& posts, std::optional<PostId> waited) {
  std::vector<OutlinePost> theirs;
  std::ranges::copy_if(posts, std::back_inserter(theirs), is_theirs);
  std::ranges::sort(theirs, std::ranges::greater{},
                    [](const OutlinePost& post) { return std::pair(post.created_at, post.id); });
  if (theirs.size() > kMostLookedAt) theirs.resize(kMostLookedAt);
  std::vector<PostId> asked;
  if (waited) asked.push_back(*waited);
  for (const OutlinePost& each : theirs) asked.push_back(each.id);
  auto readings = unit.readings().of(conversation.workspace, asked);
  RAPPORT_TRY(readings);
  const auto wants = [&](PostId post) {
    const auto found = std::ranges::find(*readings, post, &PostReading::post);
    return found != readings->end() && wants_an_answer(found->gist);
  };
  const auto found = std::ranges::find_if(asked, wants);
  return found == asked.end() ? waited.value_or(conversation.excerpt_post) : *found;
}

}  // namespace

Result<Done> note_served(Unit& unit, IdMaker& ids, const Conversation& conversation,
                         const std::vector<OutlinePost>& posts, std::optional<PostId> waited,
                         const Decision& decision) {
  RAPPORT_TRY(unit.knowledge().drop_uses(conversation.workspace, conversation.id,
                                         ArticleUseKind::kResolved));
  if (!conversation.resolved_article) return Done{};
  auto post = served_post(unit, conversation, posts, waited);
  RAPPORT_TRY(post);
  ArticleUse use;
  use.workspace = conversation.workspace;
  use.id = ids.make<ArticleUseId>();
  use.article = *conversation.resolved_article;
  use.conversation = conversation.id;
  use.post = *post;
  use.kind = ArticleUseKind::kResolved;
  use.by = decision.by;
  use.at = decision.at;
  RAPPORT_TRY(unit.knowledge().add_use(use));
  return Done{};
}

}  // namespace rapport
