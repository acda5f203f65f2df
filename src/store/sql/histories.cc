#include "store/histories.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, HistoryImport& history) {
  to(history.workspace, history.channel, history.state, history.back_to, history.reached,
     history.posts, history.note, history.by, history.started_at, history.changed_at);
}

namespace {

class SqlHistories final : public Histories {
 public:
  explicit SqlHistories(Connection& db) : db_(db) {}

  Result<std::optional<HistoryImport>> of_channel(WorkspaceId workspace,
                                                  ChannelId channel) override {
    return db_
        .query(
            "select workspace_id, channel_id, state, back_to, reached, posts, note, by_member_id,"
            " started_at, changed_at from history_import"
            " where workspace_id = :workspace and channel_id = :channel")
        .bind("workspace", workspace)
        .bind("channel", channel)
        .one<HistoryImport>();
  }

  Result<Done> save(const HistoryImport& history) override {
    return may_change(
        db_.query("insert into history_import (workspace_id, channel_id, state, back_to, reached,"
                  " posts, note, by_member_id, started_at, changed_at)"
                  " values (:workspace, :channel, :state, :back_to, :reached, :posts, :note, :by,"
                  " :started_at, :changed_at)"
                  " on conflict (workspace_id, channel_id) do update set"
                  " state = excluded.state, back_to = excluded.back_to,"
                  " reached = excluded.reached, posts = excluded.posts, note = excluded.note,"
                  " by_member_id = excluded.by_member_id, started_at = excluded.started_at,"
                  " changed_at = excluded.changed_at")
            .bind("workspace", history.workspace)
            .bind("channel", history.channel)
            .bind("state", history.state)
            .bind("back_to", history.back_to)
            .bind("reached", history.reached)
            .bind("posts", history.posts)
            .bind("note", history.note)
            .bind("by", history.by)
            .bind("started_at", history.started_at)
            .bind("changed_at", history.changed_at)
            .run());
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<Histories> make_histories(Connection& db) {
  return std::make_unique<SqlHistories>(db);
}

}  // namespace rapport
