#include "store/sql/answers.h"
#include "store/sql/nouns.h"
#include "store/sql/sql_conversations.h"

namespace rapport {

void columns(Columns& to, SqlConversations::Counted& counted) {
  to(counted.state, counted.owner, counted.total);
}

Result<Done> SqlConversations::count(WorkspaceId workspace, ConversationState state,
                                     std::optional<MemberId> owner, int by) {
  return may_change(
      db_.query("insert into conversation_counter (workspace_id, state, owner_id, total)"
                " values (:workspace, :state, :owner, :by)"
                " on conflict (workspace_id, state, owner_id)"
                " do update set total = conversation_counter.total + excluded.total")
          .bind("workspace", workspace)
          .bind("state", state)
          .bind("owner", owner.value_or(MemberId{}))
          .bind("by", by)
          .run());
}

Result<std::vector<SqlConversations::Counted>> SqlConversations::counted(WorkspaceId workspace) {
  return db_
      .query(
          "select state, owner_id, total from conversation_counter"
          " where workspace_id = :workspace")
      .bind("workspace", workspace)
      .all<Counted>();
}

Result<std::vector<StandingTotal>> SqlConversations::totals(WorkspaceId workspace) {
  auto rows = counted(workspace);
  if (!rows) return fail(std::move(rows.error()));
  std::vector<StandingTotal> totals;
  for (const Counted& each : *rows) {
    totals.push_back(
        {each.state, each.owner ? std::optional(each.owner) : std::nullopt, each.total});
  }
  return totals;
}

Result<ConversationCounts> SqlConversations::counts(WorkspaceId workspace, MemberId member) {
  auto rows = counted(workspace);
  if (!rows) return fail(std::move(rows.error()));
  ConversationCounts counts;
  for (const Counted& each : *rows) {
    switch (each.state) {
      case ConversationState::kOpen:
        counts.open += each.total;
        if (!each.owner) counts.unassigned += each.total;
        if (each.owner && each.owner == member) counts.mine += each.total;
        break;
      case ConversationState::kWaiting:
        counts.waiting += each.total;
        break;
      case ConversationState::kSnoozed:
        counts.snoozed += each.total;
        break;
      case ConversationState::kResolved:
        counts.resolved += each.total;
        break;
      case ConversationState::kSkipped:
        counts.skipped += each.total;
        break;
      case ConversationState::kHeard:
        break;  // in no list of the Inbox
    }
  }
  return counts;
}

Result<Done> SqlConversations::count_tags(WorkspaceId workspace, ConversationId id,
                                          std::string_view by) {
  const std::string sql =
      "insert into tag_counter (workspace_id, tag_id, state, total)"
      " select workspace_id, tag_id, state, " +
      std::string(by) +
      " from conversation_tag where workspace_id = :workspace and conversation_id = :id"
      " on conflict (workspace_id, tag_id, state)"
      " do update set total = tag_counter.total + excluded.total";
  return may_change(db_.query(sql).bind("workspace", workspace).bind("id", id).run());
}

}  // namespace rapport
