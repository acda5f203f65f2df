#include "store/mentions.h"

#include <set>

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, NoteMention& mention) {
  to(mention.workspace, mention.note, mention.member, mention.begin, mention.end);
}

namespace {

class SqlMentions final : public Mentions {
 public:
  explicit SqlMentions(Connection& db) : db_(db) {}

  Result<Done> add(const Note& note, const std::vector<NoteMention>& mentions) override {
    std::set<MemberId> named;
    for (const NoteMention& each : mentions) {
      RAPPORT_TRY(must_change(
          db_.query("insert into note_mention (workspace_id, note_id, begin_at, end_at, member_id)"
                    " values (:workspace, :note, :begin, :end, :member) on conflict do nothing")
              .bind("workspace", note.workspace)
              .bind("note", note.id)
              .bind("begin", each.begin)
              .bind("end", each.end)
              .bind("member", each.member)
              .run(),
          exists("This note names somebody there already.")));
      if (each.member != note.by) named.insert(each.member);
    }
    for (const MemberId member : named) RAPPORT_TRY(mark_unread(note, member));
    return Done{};
  }

  Result<std::vector<NoteMention>> of(WorkspaceId workspace, ConversationId id) override {
    return db_
        .query(
            "select m.workspace_id, m.note_id, m.member_id, m.begin_at, m.end_at from note n"
            " join note_mention m on m.workspace_id = n.workspace_id and m.note_id = n.id"
            " where n.workspace_id = :workspace and n.conversation_id = :conversation"
            " order by m.note_id, m.begin_at")
        .bind("workspace", workspace)
        .bind("conversation", id)
        .all<NoteMention>();
  }

  Result<bool> mark_read(WorkspaceId workspace, ConversationId id, MemberId member) override {
    auto changed = db_.query(
                          "update member_mention set unread = 0 where workspace_id = :workspace"
                          " and conversation_id = :conversation and member_id = :member"
                          " and unread = 1")
                       .bind("workspace", workspace)
                       .bind("conversation", id)
                       .bind("member", member)
                       .run();
    if (!changed) return fail(std::move(changed.error()));
    if (*changed == 0) return false;
    RAPPORT_TRY(count(workspace, member, -1));
    return true;
  }

  Result<std::int64_t> unread(WorkspaceId workspace, MemberId member) override {
    auto found = db_.query(
                        "select unread from mention_counter where workspace_id = :workspace"
                        " and member_id = :member")
                     .bind("workspace", workspace)
                     .bind("member", member)
                     .one<std::int64_t>();
    if (!found) return fail(std::move(found.error()));
    return found->value_or(0);
  }

  Result<std::vector<ConversationId>> with_unread(WorkspaceId workspace,
                                                  const std::vector<ConversationId>& ids,
                                                  MemberId member) override {
    if (ids.empty()) return std::vector<ConversationId>{};
    return db_
        .query(std::string("select conversation_id from member_mention"
                           " where workspace_id = :workspace and member_id = :member"
                           " and unread = 1 and conversation_id in ") += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("member", member)
        .bind("list", pack_ids(ids))
        .all<ConversationId>();
  }

 private:
  Result<Done> mark_unread(const Note& note, MemberId member) {
    const auto bind_all = [&](Query& query) -> Query& {
      return query.bind("workspace", note.workspace)
          .bind("conversation", note.conversation)
          .bind("member", member)
          .bind("at", note.created_at);
    };
    Query first(db_,
                "insert into member_mention (workspace_id, conversation_id, member_id, last_at,"
                " unread) values (:workspace, :conversation, :member, :at, 1)"
                " on conflict do nothing");
    auto added = bind_all(first).run();
    if (!added) return fail(std::move(added.error()));
    if (*added > 0) return count(note.workspace, member, 1);
    Query again(db_,
                "update member_mention set last_at = :at, unread = 1"
                " where workspace_id = :workspace and conversation_id = :conversation"
                " and member_id = :member and unread = 0");
    auto unread = bind_all(again).run();
    if (!unread) return fail(std::move(unread.error()));
    if (*unread > 0) return count(note.workspace, member, 1);
    Query later(db_,
                "update member_mention set last_at = :at where workspace_id = :workspace"
                " and conversation_id = :conversation and member_id = :member");
    return may_change(bind_all(later).run());
  }

  Result<Done> count(WorkspaceId workspace, MemberId member, int by) {
    return may_change(
        db_.query("insert into mention_counter (workspace_id, member_id, unread)"
                  " values (:workspace, :member, :by) on conflict (workspace_id, member_id)"
                  " do update set unread = mention_counter.unread + excluded.unread")
            .bind("workspace", workspace)
            .bind("member", member)
            .bind("by", by)
            .run());
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<Mentions> make_mentions(Connection& db) {
  return std::make_unique<SqlMentions>(db);
}

}  // namespace rapport
