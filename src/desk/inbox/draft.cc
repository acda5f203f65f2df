#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {
namespace {

// Far above any network's limit: a draft may be too long, and is still kept.
constexpr std::size_t kDraftMost = 50'000;

}  // namespace

Result<Draft> Inbox::save_draft(const Member& by, ConversationId id, PostId post,
                                const std::string& text) {
  if (!by.may_answer()) return forbidden("Your role can read conversations, but not answer them.");
  if (text.size() > kDraftMost) return invalid("That is too long to keep as a draft.", "text");
  return store_.write([&](Unit& unit) -> Result<Draft> {
    RAPPORT_TRY(unit.conversations().find(by.workspace, id));
    auto target = unit.posts().find(by.workspace, post);
    RAPPORT_TRY(target);
    if (target->conversation != id) {
      return invalid("That post stands in another conversation.", "post_id");
    }
    auto before = unit.conversations().draft(by.workspace, id, by.id);
    RAPPORT_TRY(before);
    Draft draft{by.workspace, id, by.id, post, text, {}, clock_.now()};
    if (*before) draft.media = std::move((*before)->media);
    RAPPORT_TRY(unit.conversations().save_draft(draft));
    return draft;
  });
}

Result<Done> Inbox::drop_draft(const Member& by, ConversationId id) {
  if (!by.may_answer()) return forbidden("Your role can read conversations, but not answer them.");
  return store_.write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.conversations().find(by.workspace, id));
    return unit.conversations().drop_draft(by.workspace, id, by.id);
  });
}

}  // namespace rapport
