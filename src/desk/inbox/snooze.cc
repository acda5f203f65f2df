#include "desk/announce.h"
#include "desk/inbox/inbox.h"
#include "desk/inbox/state.h"
#include "desk/reading/keep.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::days kLongest{366};
constexpr int kBatch = 100;

}  // namespace

Result<Plan> plan_snooze(Time now, Time until) {
  if (until <= now) return invalid("Choose a time that is still to come.", "until");
  if (until > now + kLongest) return invalid("A year is the longest it can sleep.", "until");
  Plan plan;
  plan.decision.kind = DecisionKind::kSnooze;
  plan.decision.until = until;
  plan.change = [until](Unit&, Conversation& conversation) -> Result<bool> {
    return conversation.state != ConversationState::kSnoozed || conversation.snoozed_until != until;
  };
  return plan;
}

Result<Conversation> Inbox::snooze(const Member& by, ConversationId id, Time until,
                                   std::optional<std::int64_t> version) {
  return decide(by, id, version, [&](Unit&) { return plan_snooze(clock_.now(), until); });
}

Result<int> Inbox::wake_snoozed() {
  const Time now = clock_.now();
  auto due =
      store_.read([&](Unit& unit) { return unit.conversations().snoozed_until(now, kBatch); });
  RAPPORT_TRY(due);
  int woken = 0;
  for (const auto& each : *due) {
    auto woke = store_.write([&](Unit& unit) -> Result<bool> {
      auto conversation = unit.conversations().find(each.workspace, each.id);
      RAPPORT_TRY(conversation);
      auto outline = unit.posts().outline(each.workspace, each.id);
      RAPPORT_TRY(outline);
      auto decisions = unit.conversations().decisions(each.workspace, each.id, 200);
      RAPPORT_TRY(decisions);
      auto changed =
          apply_with_reading(unit, derive_state(*outline, *decisions, now), *conversation);
      RAPPORT_TRY(changed);
      if (!*changed) return false;
      conversation->version += 1;
      conversation->changed_at = now;
      RAPPORT_TRY(unit.conversations().save(*conversation));
      RAPPORT_TRY(announce(unit, *conversation, "state", now));
      RAPPORT_TRY(announce_counts(unit, each.workspace));
      return true;
    });
    RAPPORT_TRY(woke);
    if (*woke) ++woken;
  }
  return woken;
}

}  // namespace rapport
