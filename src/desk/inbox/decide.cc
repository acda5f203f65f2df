// What all decisions share: who may, has it changed since, write it down, derive, announce.

#include "desk/announce.h"
#include "desk/inbox/inbox.h"
#include "desk/inbox/note_served.h"
#include "desk/inbox/state.h"
#include "desk/reading/keep.h"
#include "store/store.h"

namespace rapport {
namespace {

std::string reason_of(const Decision& decision, const Decision* undone) {
  switch (undone ? undone->kind : decision.kind) {
    case DecisionKind::kAssign:
      return "owner";
    case DecisionKind::kTag:
    case DecisionKind::kUntag:
      return "tags";
    default:
      return "state";
  }
}

// Says how the conversation stands.
bool is_verdict(DecisionKind kind) {
  return kind == DecisionKind::kResolve || kind == DecisionKind::kSkip ||
         kind == DecisionKind::kReopen;
}

}  // namespace

Result<Done> Inbox::check_may_decide(const Member& by) {
  if (!by.may_answer()) return forbidden("Your role can read conversations, but not change them.");
  return Done{};
}

Result<Conversation> Inbox::decide(const Member& by, ConversationId id,
                                   std::optional<std::int64_t> version, const Planner& planner) {
  RAPPORT_TRY(check_may_decide(by));
  return store_.write([&](Unit& unit) -> Result<Conversation> {
    auto plan = planner(unit);
    RAPPORT_TRY(plan);
    auto decided = carry_out(unit, by, id, version, *plan, nullptr);
    RAPPORT_TRY(decided);
    if (decided->decision) RAPPORT_TRY(announce_counts(unit, by.workspace));
    return std::move(decided->conversation);
  });
}

Result<Inbox::Decided> Inbox::carry_out(Unit& unit, const Member& by, ConversationId id,
                                        std::optional<std::int64_t> version, const Plan& plan,
                                        const Decision* undone) {
  auto conversation = unit.conversations().find(by.workspace, id);
  RAPPORT_TRY(conversation);
  if (version && *version != conversation->version) {
    return conflict("Someone changed this conversation a moment ago. Have another look.");
  }
  const auto owner_before = conversation->owner;
  const auto waited = conversation->answer_to;
  auto wanted = plan.change(unit, *conversation);
  RAPPORT_TRY(wanted);
  if (!*wanted) return Decided{*conversation, std::nullopt};

  const Time now = clock_.now();
  Decision decision = plan.decision;
  decision.workspace = by.workspace;
  decision.id = ids_.make<DecisionId>();
  decision.conversation = id;
  decision.by = by.id;
  decision.at = now;
  if (decision.kind == DecisionKind::kAssign) {
    decision.owner_before = owner_before;
    decision.owner_after = conversation->owner;
  }
  RAPPORT_TRY(unit.conversations().add_decision(decision));

  auto outline = unit.posts().outline(by.workspace, id);
  RAPPORT_TRY(outline);
  auto decisions = unit.conversations().decisions(by.workspace, id, 200);
  RAPPORT_TRY(decisions);
  RAPPORT_TRY(apply_with_reading(unit, derive_state(*outline, *decisions, now), *conversation));
  conversation->version += 1;
  conversation->changed_at = now;
  RAPPORT_TRY(unit.conversations().save(*conversation));
  if (is_verdict(undone ? undone->kind : decision.kind)) {
    RAPPORT_TRY(note_served(unit, ids_, *conversation, *outline, waited, decision));
  }

  RAPPORT_TRY(announce(unit, *conversation, reason_of(decision, undone), now));
  return Decided{std::move(*conversation), decision.id};
}

Result<Done> Inbox::announce_counts(Unit& unit, WorkspaceId workspace) {
  return announce(unit, workspace, EventKind::kCounts, clock_.now());
}

}  // namespace rapport
