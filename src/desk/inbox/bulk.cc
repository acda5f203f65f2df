// One decision about many conversations, in one transaction.

#include "desk/inbox/inbox.h"
#include "desk/inbox/rows.h"
#include "store/store.h"

namespace rapport {
namespace {

Result<Plan> plan_of(Unit& unit, WorkspaceId workspace, Time now, const BulkAction& action) {
  struct Planning {
    Unit& unit;
    WorkspaceId workspace;
    Time now;
    Result<Plan> operator()(const BulkAssign& it) { return plan_assign(unit, workspace, it.to); }
    Result<Plan> operator()(const BulkSnooze& it) { return plan_snooze(now, it.until); }
    Result<Plan> operator()(const BulkResolve& it) { return plan_resolve(unit, workspace, it.how); }
    Result<Plan> operator()(const BulkSkip& it) { return plan_skip(it.reason, it.detail); }
    Result<Plan> operator()(const BulkReopen&) { return plan_reopen(); }
    Result<Plan> operator()(const BulkTag& it) { return plan_tag(unit, workspace, it.tag); }
    Result<Plan> operator()(const BulkUntag& it) { return plan_untag(unit, workspace, it.tag); }
  };
  return std::visit(Planning{unit, workspace, now}, action);
}

}  // namespace

Result<std::vector<BulkResult>> Inbox::bulk(const Member& by, const std::vector<BulkItem>& items,
                                            const BulkAction& action) {
  RAPPORT_TRY(check_may_decide(by));
  if (items.empty()) return invalid("Choose at least one conversation.", "items");
  if (items.size() > kBulkMost) return invalid("200 at a time at most.", "items");
  return store_.write([&](Unit& unit) -> Result<std::vector<BulkResult>> {
    auto plan = plan_of(unit, by.workspace, clock_.now(), action);
    RAPPORT_TRY(plan);
    std::vector<BulkResult> results;
    for (const BulkItem& item : items) {
      auto decided = carry_out(unit, by, item.id, item.version, *plan, nullptr);
      auto result = outcome_of(item.id, std::move(decided));
      RAPPORT_TRY(result);
      results.push_back(std::move(*result));
    }
    return finish_many(unit, by, std::move(results));
  });
}

// A conversation that went or changed is told of; whatever else goes wrong ends the whole.
Result<BulkResult> Inbox::outcome_of(ConversationId id, Result<Decided> decided) {
  if (decided) {
    return BulkResult{id, decided->decision ? BulkOutcome::kDone : BulkOutcome::kUnchanged,
                      decided->decision, std::nullopt};
  }
  if (decided.error().kind == ErrorKind::kNotFound) {
    return BulkResult{id, BulkOutcome::kGone, std::nullopt, std::nullopt};
  }
  if (decided.error().kind == ErrorKind::kConflict) {
    return BulkResult{id, BulkOutcome::kChanged, std::nullopt, std::nullopt};
  }
  return fail(std::move(decided.error()));
}

Result<std::vector<BulkResult>> Inbox::finish_many(Unit& unit, const Member& by,
                                                   std::vector<BulkResult> results) {
  std::vector<ConversationId> ids;
  bool any = false;
  for (const BulkResult& each : results) {
    ids.push_back(each.id);
    any = any || each.outcome == BulkOutcome::kDone;
  }
  if (any) RAPPORT_TRY(announce_counts(unit, by.workspace));
  auto conversations = unit.conversations().some(by.workspace, ids);
  RAPPORT_TRY(conversations);
  auto rows = rows_of(unit, by, std::move(*conversations));
  RAPPORT_TRY(rows);
  for (ConversationRow& row : *rows) {
    for (BulkResult& each : results) {
      if (each.id == row.conversation.id) each.row = row;
    }
  }
  return results;
}

}  // namespace rapport
