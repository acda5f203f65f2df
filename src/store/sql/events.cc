#include "store/events.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Event& event) {
  to(event.id, event.workspace, event.kind, event.subject, event.conversation, event.version,
     event.reason, event.at);
}

namespace {

class SqlEvents final : public Events {
 public:
  explicit SqlEvents(Connection& db) : db_(db) {}

  Result<std::vector<Event>> after(WorkspaceId workspace, EventId after, int most) override {
    return db_
        .query(
            "select id, workspace_id, kind, subject, conversation, version, reason, at"
            " from event where workspace_id = :workspace and id > :after"
            " order by id limit :most")
        .bind("workspace", workspace)
        .bind("after", after)
        .bind("most", most)
        .all<Event>();
  }

  Result<EventId> newest() override {
    return edge("select id from event order by id desc limit 1");
  }
  Result<EventId> oldest() override { return edge("select id from event order by id limit 1"); }

  Result<int> drop_before(Time before, int most) override {
    // The newest stays: the next id is counted from it, and an id must never come twice.
    auto dropped = db_.query(
                          "delete from event where id in (select id from event where at < :before"
                          " and id < (select max(id) from event) order by at, id limit :most)")
                       .bind("before", before)
                       .bind("most", most)
                       .run();
    RAPPORT_TRY(dropped);
    return static_cast<int>(*dropped);
  }

 private:
  Result<EventId> edge(std::string_view sql) {
    auto id = db_.query(sql).one<EventId>();
    if (!id) return fail(std::move(id.error()));
    return id->value_or(EventId{});
  }

  Connection& db_;
};

}  // namespace

Result<EventId> write_event(Connection& db, const Event& event) {
  return must_find(
      db.query("insert into event (id, workspace_id, kind, subject, conversation, version, reason,"
               " at) values ((select coalesce(max(id), 0) + 1 from event), :workspace, :kind,"
               " :subject, :conversation, :version, :reason, :at) returning id")
          .bind("workspace", event.workspace)
          .bind("kind", event.kind)
          .bind("subject", event.subject)
          .bind("conversation", event.conversation)
          .bind("version", event.version)
          .bind("reason", event.reason)
          .bind("at", event.at)
          .one<EventId>(),
      "The event was not written.");
}

std::unique_ptr<Events> make_events(Connection& db) { return std::make_unique<SqlEvents>(db); }

}  // namespace rapport
