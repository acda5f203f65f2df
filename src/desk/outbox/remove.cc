#include <algorithm>

#include "base/unicode.h"
#include "desk/outbox/events.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"

namespace rapport {

Result<ActView> Outbox::remove(const Member& by, PostId post_id, const std::string& reason) {
  RAPPORT_TRY(may_act(by));
  if (trim(reason).empty()) return invalid("Say why it has to go: it is kept.", "reason");
  if (reason.size() > 2000) return invalid("That is too long: 2,000 bytes at most.", "reason");

  return store_.write([&](Unit& unit) -> Result<ActView> {
    auto post = unit.posts().find(by.workspace, post_id);
    RAPPORT_TRY(post);
    if (post->address != Address::kOurs) {
      return forbidden("Only what your own account said can be deleted.");
    }
    auto channels = unit.channels().all(by.workspace);
    RAPPORT_TRY(channels);
    const auto channel = std::ranges::find(*channels, post->author, &Channel::account);
    if (channel == channels->end()) return not_found("The account that said it is not here.");
    RAPPORT_TRY(check_connected(*channel));
    auto latest =
        unit.outbox().latest_on_post(by.workspace, channel->id, post_id, {ActKind::kDelete});
    RAPPORT_TRY(latest);
    if (*latest && (*latest)->state != ActState::kRejected) {
      return view_of(unit, std::move(**latest));
    }

    const Time now = clock_.now();
    Act act = new_act(ids_, now, by, *channel, ActKind::kDelete);
    act.conversation = post->conversation;
    act.post = post_id;
    RAPPORT_TRY(unit.outbox().add(act));
    RAPPORT_TRY(unit.members().audit(
        AuditEntry{by.workspace, by.id, "post.delete", post->native_id, reason, now}));
    RAPPORT_TRY(announce_act(unit, act, now));
    return view_of(unit, std::move(act));
  });
}

}  // namespace rapport
