#include "desk/outbox/events.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"

namespace rapport {

Result<ActView> Outbox::post(const Member& by, ChannelId channel_id, const std::string& text,
                             const std::string& client_key) {
  RAPPORT_TRY(may_act(by));
  if (client_key.empty() || client_key.size() > 100) {
    return invalid("A post needs a key of 1 to 100 bytes.", "client_key");
  }
  return store_.write([&](Unit& unit) -> Result<ActView> {
    auto earlier = unit.outbox().by_client_key(by.workspace, by.id, client_key);
    RAPPORT_TRY(earlier);
    if (*earlier) return view_of(unit, std::move(**earlier));
    auto channel = unit.channels().find(by.workspace, channel_id);
    RAPPORT_TRY(channel);
    if (channel->state == ChannelState::kDisconnected) {
      return conflict("This channel is disconnected. Connect it again to post.");
    }
    RAPPORT_TRY(check_text(*channel, text));

    const Time now = clock_.now();
    Act act = new_act(ids_, now, by, *channel, ActKind::kPost);
    act.client_key = client_key;
    act.text = text;
    act.not_before = now + kUndoWindow;
    act.record_created_at = act.not_before;
    RAPPORT_TRY(unit.outbox().add(act));
    RAPPORT_TRY(announce_act(unit, act, now));
    return view_of(unit, std::move(act));
  });
}

}  // namespace rapport
