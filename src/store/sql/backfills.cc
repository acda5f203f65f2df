#include "store/backfills.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Backfill& backfill) {
  to(backfill.workspace, backfill.id, backfill.channel, backfill.monitor, backfill.from,
     backfill.to, backfill.state, backfill.at_monitor, backfill.at_search, backfill.cursor,
     backfill.posts, backfill.note, backfill.by, backfill.started_at, backfill.changed_at);
}

namespace {

constexpr std::string_view kColumns =
    "select workspace_id, id, channel_id, monitor_id, from_at, to_at, state, at_monitor_id,"
    " at_search, cursor_text, posts, note, by_member_id, started_at, changed_at from backfill";

std::string select(std::string_view rest) { return std::string(kColumns) += rest; }

class SqlBackfills final : public Backfills {
 public:
  explicit SqlBackfills(Connection& db) : db_(db) {}

  Result<Done> add(const Backfill& backfill) override {
    return may_change(
        db_.query("insert into backfill (workspace_id, id, channel_id, monitor_id, from_at, to_at,"
                  " state, at_monitor_id, at_search, cursor_text, posts, note, by_member_id,"
                  " started_at, changed_at) values (:workspace, :id, :channel, :monitor, :from,"
                  " :to, :state, :at_monitor, :at_search, :cursor, :posts, :note, :by,"
                  " :started_at, :changed_at)")
            .bind("workspace", backfill.workspace)
            .bind("id", backfill.id)
            .bind("channel", backfill.channel)
            .bind("monitor", backfill.monitor)
            .bind("from", backfill.from)
            .bind("to", backfill.to)
            .bind("state", backfill.state)
            .bind("at_monitor", backfill.at_monitor)
            .bind("at_search", backfill.at_search)
            .bind("cursor", backfill.cursor)
            .bind("posts", backfill.posts)
            .bind("note", backfill.note)
            .bind("by", backfill.by)
            .bind("started_at", backfill.started_at)
            .bind("changed_at", backfill.changed_at)
            .run());
  }

  Result<Done> save(const Backfill& backfill) override {
    return must_change(
        db_.query("update backfill set state = :state, at_monitor_id = :at_monitor,"
                  " at_search = :at_search, cursor_text = :cursor, posts = :posts, note = :note,"
                  " changed_at = :changed_at where workspace_id = :workspace and id = :id")
            .bind("state", backfill.state)
            .bind("at_monitor", backfill.at_monitor)
            .bind("at_search", backfill.at_search)
            .bind("cursor", backfill.cursor)
            .bind("posts", backfill.posts)
            .bind("note", backfill.note)
            .bind("changed_at", backfill.changed_at)
            .bind("workspace", backfill.workspace)
            .bind("id", backfill.id)
            .run(),
        missing("There is no such backfill."));
  }

  Result<Backfill> find(WorkspaceId workspace, BackfillId id) override {
    static const std::string sql = select(" where workspace_id = :workspace and id = :id");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Backfill>(),
                     "There is no such backfill.");
  }

  Result<std::optional<Backfill>> running(WorkspaceId workspace, ChannelId channel) override {
    static const std::string sql = select(
        " where workspace_id = :workspace and channel_id = :channel and state = 'running'"
        " order by id limit 1");
    return db_.query(sql).bind("workspace", workspace).bind("channel", channel).one<Backfill>();
  }

  Result<std::vector<Backfill>> newest(WorkspaceId workspace, int most) override {
    static const std::string sql =
        select(" where workspace_id = :workspace order by id desc limit :most");
    return db_.query(sql).bind("workspace", workspace).bind("most", most).all<Backfill>();
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<Backfills> make_backfills(Connection& db) {
  return std::make_unique<SqlBackfills>(db);
}

}  // namespace rapport
