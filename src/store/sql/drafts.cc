#include "store/sql/answers.h"
#include "store/sql/nouns.h"
#include "store/sql/sql_conversations.h"

namespace rapport {

void columns(Columns& to, Draft& draft) {
  to(draft.workspace, draft.conversation, draft.by, draft.post, draft.text, draft.media,
     draft.updated_at, draft.channel, draft.langs);
}

Result<Done> SqlConversations::save_draft(const Draft& draft) {
  return may_change(
      db_.query("insert into draft (workspace_id, conversation_id, by_member_id, post_id, text,"
                " media, updated_at, channel_id, langs)"
                " values (:workspace, :conversation, :by, :post, :text, :media, :updated_at,"
                " :channel, :langs)"
                " on conflict (workspace_id, conversation_id, by_member_id) do update set"
                " post_id = excluded.post_id, text = excluded.text, media = excluded.media,"
                " updated_at = excluded.updated_at, channel_id = excluded.channel_id,"
                " langs = excluded.langs")
          .bind("workspace", draft.workspace)
          .bind("conversation", draft.conversation)
          .bind("by", draft.by)
          .bind("post", draft.post)
          .bind("text", draft.text)
          .bind("media", draft.media)
          .bind("updated_at", draft.updated_at)
          .bind("channel", draft.channel)
          .bind("langs", draft.langs)
          .run());
}

Result<std::optional<Draft>> SqlConversations::draft(WorkspaceId workspace, ConversationId id,
                                                     MemberId by) {
  return db_
      .query(
          "select workspace_id, conversation_id, by_member_id, post_id, text, media, updated_at,"
          " channel_id, langs from draft where workspace_id = :workspace"
          " and conversation_id = :conversation and by_member_id = :by")
      .bind("workspace", workspace)
      .bind("conversation", id)
      .bind("by", by)
      .one<Draft>();
}

Result<Done> SqlConversations::drop_draft(WorkspaceId workspace, ConversationId id, MemberId by) {
  return may_change(db_.query("delete from draft where workspace_id = :workspace"
                              " and conversation_id = :conversation and by_member_id = :by")
                        .bind("workspace", workspace)
                        .bind("conversation", id)
                        .bind("by", by)
                        .run());
}

Result<Done> SqlConversations::drop_drafts(WorkspaceId workspace, MemberId by) {
  return may_change(
      db_.query("delete from draft where workspace_id = :workspace and by_member_id = :by")
          .bind("workspace", workspace)
          .bind("by", by)
          .run());
}

Result<std::vector<ConversationId>> SqlConversations::with_draft(
    WorkspaceId workspace, const std::vector<ConversationId>& ids, MemberId by) {
  if (ids.empty()) return std::vector<ConversationId>{};
  return db_
      .query(std::string("select conversation_id from draft"
                         " where workspace_id = :workspace and by_member_id = :by"
                         " and conversation_id in ") += db_.dialect().numbers)
      .bind("workspace", workspace)
      .bind("by", by)
      .bind("list", pack_ids(ids))
      .all<ConversationId>();
}

}  // namespace rapport
