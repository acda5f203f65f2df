// What the five decisions share: who may, has it changed since, write it down, derive, announce.

#include "desk/inbox/inbox.h"
#include "desk/inbox/state.h"
#include "store/store.h"

namespace rapport {

Result<Conversation> Inbox::decide(const Member& by, ConversationId id,
                                   std::optional<std::int64_t> version, Decision decision,
                                   const Change& change) {
  if (!by.may_answer()) return forbidden("Your role can read conversations, but not change them.");

  return store_.write([&](Unit& unit) -> Result<Conversation> {
    auto conversation = unit.conversations().find(by.workspace, id);
    RAPPORT_TRY(conversation);
    if (version && *version != conversation->version) {
      return conflict("Someone changed this conversation a moment ago. Have another look.");
    }
    auto wanted = change(unit, *conversation);
    RAPPORT_TRY(wanted);
    if (!*wanted) return *conversation;

    const Time now = clock_.now();
    decision.workspace = by.workspace;
    decision.id = ids_.make<DecisionId>();
    decision.conversation = id;
    decision.by = by.id;
    decision.at = now;
    RAPPORT_TRY(unit.conversations().add_decision(decision));

    auto outline = unit.posts().outline(by.workspace, id);
    RAPPORT_TRY(outline);
    auto decisions = unit.conversations().decisions(by.workspace, id, 200);
    RAPPORT_TRY(decisions);
    apply_state(derive_state(*outline, *decisions, now), *conversation);
    conversation->version += 1;
    conversation->changed_at = now;
    RAPPORT_TRY(unit.conversations().save(*conversation));

    Event event;
    event.workspace = by.workspace;
    event.kind = EventKind::kConversation;
    event.subject = id.value;
    event.version = conversation->version;
    event.reason = decision.kind == DecisionKind::kAssign ? "owner" : "state";
    event.at = now;
    RAPPORT_TRY(unit.announce(event));
    event.kind = EventKind::kCounts;
    event.subject = 0;
    RAPPORT_TRY(unit.announce(event));
    return *conversation;
  });
}

}  // namespace rapport
