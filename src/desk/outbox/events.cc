#include "desk/outbox/events.h"

namespace rapport {

Result<Done> announce_act(Unit& unit, const Act& act, Time now) {
  Event event;
  event.workspace = act.workspace;
  event.kind = EventKind::kAct;
  event.subject = act.id.value;
  event.conversation = act.conversation ? act.conversation->value : 0;
  event.reason = to_word(act.state);
  event.at = now;
  RAPPORT_TRY(unit.announce(event));
  if (!act.conversation) return Done{};

  auto conversation = unit.conversations().find(act.workspace, *act.conversation);
  RAPPORT_TRY(conversation);
  conversation->version += 1;
  conversation->changed_at = now;
  RAPPORT_TRY(unit.conversations().save(*conversation));
  event.kind = EventKind::kConversation;
  event.subject = act.conversation->value;
  event.version = conversation->version;
  event.reason = "act";
  return unit.announce(std::move(event));
}

}  // namespace rapport
