#include "store/sql/answers.h"
#include "store/sql/nouns.h"
#include "store/sql/sql_conversations.h"

namespace rapport {

Result<Done> SqlConversations::merge_into(WorkspaceId workspace, ConversationId from,
                                          ConversationId into) {
  auto gone = standing(workspace, from);
  if (!gone) return fail(std::move(gone.error()));
  RAPPORT_TRY(standing(workspace, into));
  RAPPORT_TRY(check_empty(workspace, from));

  // One draft for each member and conversation: the one in the conversation that stays wins.
  RAPPORT_TRY(move(workspace, from, into,
                   "delete from draft where workspace_id = :workspace"
                   " and conversation_id = :from and by_member_id in"
                   " (select by_member_id from draft where workspace_id = :workspace"
                   " and conversation_id = :into)"));
  RAPPORT_TRY(move(workspace, from, into,
                   "update draft set conversation_id = :into"
                   " where workspace_id = :workspace and conversation_id = :from"));
  RAPPORT_TRY(move(workspace, from, into,
                   "update decision set conversation_id = :into"
                   " where workspace_id = :workspace and conversation_id = :from"));
  RAPPORT_TRY(move(workspace, from, into,
                   "update note set conversation_id = :into"
                   " where workspace_id = :workspace and conversation_id = :from"));
  RAPPORT_TRY(move(workspace, from, into,
                   "update act set conversation_id = :into"
                   " where workspace_id = :workspace and conversation_id = :from"));
  RAPPORT_TRY(move(workspace, from, into,
                   "update alert set conversation_id = :into"
                   " where workspace_id = :workspace and conversation_id = :from"));
  RAPPORT_TRY(move(workspace, from, into,
                   "update article_use set conversation_id = :into"
                   " where workspace_id = :workspace and conversation_id = :from"));
  RAPPORT_TRY(move(workspace, from, into,
                   "update proposal set conversation_id = :into"
                   " where workspace_id = :workspace and conversation_id = :from"));
  RAPPORT_TRY(move_tags(workspace, from, into));
  RAPPORT_TRY(move_mentions(workspace, from, into));
  RAPPORT_TRY(move(workspace, from, into,
                   "insert into also_concerns (workspace_id, channel_id, conversation_id, state,"
                   " owner_id, wait_key, last_post_at)"
                   " select c.workspace_id, a.channel_id, c.id, c.state, c.owner_id,"
                   " coalesce(c.waiting_since, c.last_post_at), c.last_post_at"
                   " from also_concerns a, conversation c"
                   " where a.workspace_id = :workspace and a.conversation_id = :from"
                   " and c.workspace_id = :workspace and c.id = :into on conflict do nothing"));
  RAPPORT_TRY(db_.query("delete from also_concerns where workspace_id = :workspace"
                        " and conversation_id = :from")
                  .bind("workspace", workspace)
                  .bind("from", from)
                  .run());
  RAPPORT_TRY(db_.query("delete from conversation where workspace_id = :workspace and id = :id")
                  .bind("workspace", workspace)
                  .bind("id", from)
                  .run());
  return count(workspace, gone->state, gone->owner, -1);
}

Result<Done> SqlConversations::move(WorkspaceId workspace, ConversationId from, ConversationId into,
                                    std::string_view sql) {
  Query query(db_, sql);
  query.bind("workspace", workspace).bind("from", from).bind("into", into);
  return may_change(query.run());
}

Result<Done> SqlConversations::move_tags(WorkspaceId workspace, ConversationId from,
                                         ConversationId into) {
  RAPPORT_TRY(count_tags(workspace, from, "-1"));
  RAPPORT_TRY(count_tags(workspace, into, "-1"));
  RAPPORT_TRY(move(workspace, from, into,
                   "insert into conversation_tag (workspace_id, conversation_id, tag_id, state,"
                   " owner_id, channel_id, wait_key, last_post_at)"
                   " select c.workspace_id, c.id, t.tag_id, c.state, c.owner_id, c.channel_id,"
                   " coalesce(c.waiting_since, c.last_post_at), c.last_post_at"
                   " from conversation_tag t, conversation c"
                   " where t.workspace_id = :workspace and t.conversation_id = :from"
                   " and c.workspace_id = :workspace and c.id = :into on conflict do nothing"));
  RAPPORT_TRY(db_.query("delete from conversation_tag where workspace_id = :workspace"
                        " and conversation_id = :from")
                  .bind("workspace", workspace)
                  .bind("from", from)
                  .run());
  return count_tags(workspace, into, "1");
}

Result<Done> SqlConversations::move_mentions(WorkspaceId workspace, ConversationId from,
                                             ConversationId into) {
  // Who has unread mentions in both has one conversation less to look at.
  RAPPORT_TRY(move(workspace, from, into,
                   "insert into mention_counter (workspace_id, member_id, unread)"
                   " select a.workspace_id, a.member_id, -1 from member_mention a"
                   " join member_mention b on b.workspace_id = a.workspace_id"
                   " and b.conversation_id = :into and b.member_id = a.member_id"
                   " where a.workspace_id = :workspace and a.conversation_id = :from"
                   " and a.unread = 1 and b.unread = 1 on conflict (workspace_id, member_id)"
                   " do update set unread = mention_counter.unread + excluded.unread"));
  RAPPORT_TRY(move(workspace, from, into,
                   "insert into member_mention (workspace_id, conversation_id, member_id,"
                   " last_at, unread) select m.workspace_id, c.id, m.member_id, m.last_at,"
                   " m.unread from member_mention m, conversation c"
                   " where m.workspace_id = :workspace and m.conversation_id = :from"
                   " and c.workspace_id = :workspace and c.id = :into"
                   " on conflict (workspace_id, conversation_id, member_id) do update set"
                   " last_at = case when excluded.last_at > member_mention.last_at"
                   " then excluded.last_at else member_mention.last_at end,"
                   " unread = case when excluded.unread > member_mention.unread"
                   " then excluded.unread else member_mention.unread end"));
  return may_change(db_.query("delete from member_mention where workspace_id = :workspace"
                              " and conversation_id = :from")
                        .bind("workspace", workspace)
                        .bind("from", from)
                        .run());
}

Result<Done> SqlConversations::check_empty(WorkspaceId workspace, ConversationId id) {
  auto left = db_.query(
                     "select id from post where workspace_id = :workspace"
                     " and conversation_id = :conversation limit 1")
                  .bind("workspace", workspace)
                  .bind("conversation", id)
                  .one<PostId>();
  if (!left) return fail(std::move(left.error()));
  if (*left) return conflict("This conversation still has posts of its own.");
  return Done{};
}

}  // namespace rapport
