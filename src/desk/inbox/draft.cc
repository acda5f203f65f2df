#include <algorithm>

#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {
namespace {

// Far above any network's limit: a draft may be too long, and is still kept.
constexpr std::size_t kDraftMost = 50'000;
constexpr std::size_t kPicturesMost = 20;
// How long a picture is kept for a draft that nobody touches.
constexpr std::chrono::hours kKeepDrafted{90 * 24};

}  // namespace

Result<Draft> Inbox::save_draft(const Member& by, ConversationId id, const DraftRequest& request) {
  if (!by.may_answer()) return forbidden("Your role can read conversations, but not answer them.");
  if (request.text.size() > kDraftMost) {
    return invalid("That is too long to keep as a draft.", "text");
  }
  if (request.media.size() > kPicturesMost) {
    return invalid("These are too many pictures for one draft.", "media");
  }
  return store_.write([&](Unit& unit) -> Result<Draft> {
    RAPPORT_TRY(unit.conversations().find(by.workspace, id));
    auto target = unit.posts().find(by.workspace, request.post);
    RAPPORT_TRY(target);
    if (target->conversation != id) {
      return invalid("That post stands in another conversation.", "post_id");
    }
    if (request.channel) RAPPORT_TRY(unit.channels().find(by.workspace, *request.channel));

    const Time now = clock_.now();
    Draft draft{by.workspace, id,  by.id,           request.post, request.text,
                {},           now, request.channel, request.langs};
    std::vector<AttachmentId> ids;
    for (const ActMedia& each : request.media) ids.push_back(each.attachment);
    auto pictures = unit.attachments().some(by.workspace, ids);
    RAPPORT_TRY(pictures);
    for (const ActMedia& each : request.media) {
      const auto found = std::ranges::find(*pictures, each.attachment, &Attachment::id);
      if (found == pictures->end()) continue;
      draft.media.push_back(each);
      // What was sent once is kept for good.
      if (!found->keep_until) continue;
      RAPPORT_TRY(unit.attachments().keep(by.workspace, each.attachment, now + kKeepDrafted));
    }
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
