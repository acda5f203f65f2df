#include "store/sql/answers.h"
#include "store/sql/nouns.h"
#include "store/sql/sql_conversations.h"

namespace rapport {

void columns(Columns& to, Note& note) {
  to(note.workspace, note.id, note.conversation, note.by, note.text, note.created_at);
}

Result<Done> SqlConversations::add_note(const Note& note) {
  return must_change(
      db_.query("insert into note (workspace_id, id, conversation_id, by_member_id, text,"
                " created_at) values (:workspace, :id, :conversation, :by, :text, :created_at)"
                " on conflict do nothing")
          .bind("workspace", note.workspace)
          .bind("id", note.id)
          .bind("conversation", note.conversation)
          .bind("by", note.by)
          .bind("text", note.text)
          .bind("created_at", note.created_at)
          .run(),
      exists("This note is there already."));
}

Result<std::vector<Note>> SqlConversations::notes(WorkspaceId workspace, ConversationId id) {
  return db_
      .query(
          "select workspace_id, id, conversation_id, by_member_id, text, created_at from note"
          " where workspace_id = :workspace and conversation_id = :conversation"
          " order by created_at, id")
      .bind("workspace", workspace)
      .bind("conversation", id)
      .all<Note>();
}

}  // namespace rapport
