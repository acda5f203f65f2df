#include "store/sql/answers.h"
#include "store/sql/nouns.h"
#include "store/sql/sql_conversations.h"

namespace rapport {

void columns(Columns& to, Decision& decision) {
  to(decision.workspace, decision.id, decision.conversation, decision.by, decision.kind,
     decision.detail, decision.skip_reason, decision.until, decision.at, decision.owner_before,
     decision.owner_after, decision.tag, decision.undoes, decision.reason, decision.article);
}

Result<Done> SqlConversations::add_decision(const Decision& decision) {
  return must_change(
      db_.query("insert into decision (workspace_id, id, conversation_id, by_member_id, kind,"
                " detail, skip_reason, until_at, at, owner_before_id, owner_after_id, tag_id,"
                " undoes_id, reason, article_id) values (:workspace, :id, :conversation, :by, "
                ":kind, :detail,"
                " :skip_reason, :until, :at, :owner_before, :owner_after, :tag, :undoes,"
                " :reason, :article)"
                " on conflict do nothing")
          .bind("workspace", decision.workspace)
          .bind("id", decision.id)
          .bind("conversation", decision.conversation)
          .bind("by", decision.by)
          .bind("kind", decision.kind)
          .bind("detail", decision.detail)
          .bind("skip_reason", decision.skip_reason)
          .bind("until", decision.until)
          .bind("at", decision.at)
          .bind("owner_before", decision.owner_before)
          .bind("owner_after", decision.owner_after)
          .bind("tag", decision.tag)
          .bind("undoes", decision.undoes)
          .bind("reason", decision.reason)
          .bind("article", decision.article)
          .run(),
      exists("This decision is in the history already."));
}

Result<std::vector<Decision>> SqlConversations::decisions(WorkspaceId workspace, ConversationId id,
                                                          int most) {
  return db_
      .query(
          "select workspace_id, id, conversation_id, by_member_id, kind, detail, skip_reason,"
          " until_at, at, owner_before_id, owner_after_id, tag_id, undoes_id, reason, article_id"
          " from decision where workspace_id = :workspace"
          " and conversation_id = :conversation order by at desc, id desc limit :most")
      .bind("workspace", workspace)
      .bind("conversation", id)
      .bind("most", most)
      .all<Decision>();
}

}  // namespace rapport
