#include "store/monitors.h"

#include <chrono>

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

Time hour_of(Time time) {
  return Time{std::chrono::floor<std::chrono::hours>(time.time_since_epoch())};
}

void columns(Columns& to, Monitor& monitor) {
  to(monitor.workspace, monitor.id, monitor.name, monitor.query, monitor.color, monitor.paused,
     monitor.by, monitor.below, monitor.created_at, monitor.changed_at);
}

void columns(Columns& to, MonitorMention& mention) {
  to(mention.workspace, mention.monitor, mention.post, mention.said_at, mention.spans);
}

void columns(Columns& to, HourTotal& hour) { to(hour.monitor, hour.hour, hour.total); }

void columns(Columns& to, SentimentTotals& totals) { to(totals.read, totals.negative); }

void columns(Columns& to, MentionFacts& facts) {
  to(facts.post, facts.said_at, facts.conversation, facts.author, facts.network, facts.text,
     facts.langs, facts.entities, facts.media, facts.address, facts.state, facts.skip_reason,
     facts.first_reply_at, facts.language, facts.reading);
}

namespace {

constexpr std::string_view kColumns =
    "select workspace_id, id, name, query, color, paused, by_member_id, below_id, created_at,"
    " changed_at from monitor";

std::string select(std::string_view rest) { return std::string(kColumns) += rest; }

struct RemovedMonitor {
  WorkspaceId workspace;
  MonitorId id;
};

void columns(Columns& to, RemovedMonitor& removed) { to(removed.workspace, removed.id); }

struct FoundPlace {
  Time said_at;
  PostId post;
};

void columns(Columns& to, FoundPlace& place) { to(place.said_at, place.post); }

class SqlMonitors final : public MonitorStore {
 public:
  explicit SqlMonitors(Connection& db) : db_(db) {}

  Result<Done> add(const Monitor& monitor) override {
    return may_change(
        db_.query("insert into monitor (workspace_id, id, name, query, color, paused,"
                  " by_member_id, below_id, created_at, changed_at) values (:workspace, :id,"
                  " :name, :query, :color, :paused, :by, :below, :created_at, :changed_at)")
            .bind("workspace", monitor.workspace)
            .bind("id", monitor.id)
            .bind("name", monitor.name)
            .bind("query", monitor.query)
            .bind("color", monitor.color)
            .bind("paused", monitor.paused)
            .bind("by", monitor.by)
            .bind("below", monitor.below)
            .bind("created_at", monitor.created_at)
            .bind("changed_at", monitor.changed_at)
            .run());
  }

  Result<Done> save(const Monitor& monitor) override {
    return must_change(
        db_.query("update monitor set name = :name, query = :query, color = :color,"
                  " paused = :paused, below_id = :below, changed_at = :changed_at"
                  " where workspace_id = :workspace and id = :id and removed_at is null")
            .bind("name", monitor.name)
            .bind("query", monitor.query)
            .bind("color", monitor.color)
            .bind("paused", monitor.paused)
            .bind("below", monitor.below)
            .bind("changed_at", monitor.changed_at)
            .bind("workspace", monitor.workspace)
            .bind("id", monitor.id)
            .run(),
        missing("There is no such monitor."));
  }

  Result<Monitor> find(WorkspaceId workspace, MonitorId id) override {
    static const std::string sql =
        select(" where workspace_id = :workspace and id = :id and removed_at is null");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Monitor>(),
                     "There is no such monitor.");
  }

  Result<std::vector<Monitor>> all(WorkspaceId workspace) override {
    static const std::string sql =
        select(" where workspace_id = :workspace and removed_at is null order by id");
    return db_.query(sql).bind("workspace", workspace).all<Monitor>();
  }

  Result<std::vector<Monitor>> every() override {
    static const std::string sql = select(" where removed_at is null order by workspace_id, id");
    return db_.query(sql).all<Monitor>();
  }

  Result<std::vector<Monitor>> page(WorkspaceId workspace, std::optional<MonitorId> after,
                                    int most) override {
    std::string sql = select(" where workspace_id = :workspace and removed_at is null");
    if (after) sql += " and id > :after";
    Query query(db_, sql += " order by id limit :most");
    query.bind("workspace", workspace).bind("most", most);
    if (after) query.bind("after", *after);
    return query.all<Monitor>();
  }

  Result<std::vector<Monitor>> some(WorkspaceId workspace,
                                    const std::vector<MonitorId>& ids) override {
    if (ids.empty()) return std::vector<Monitor>{};
    std::string sql = select(" where workspace_id = :workspace and removed_at is null and id in ");
    sql += db_.dialect().numbers;
    return db_.query(sql += " order by id")
        .bind("workspace", workspace)
        .bind("list", pack_ids(ids))
        .all<Monitor>();
  }

  Result<std::int64_t> count(WorkspaceId workspace) override {
    auto found = db_.query(
                        "select count(*) from monitor where workspace_id = :workspace"
                        " and removed_at is null")
                     .bind("workspace", workspace)
                     .one<std::int64_t>();
    if (!found) return fail(std::move(found.error()));
    return found->value_or(0);
  }

  Result<std::vector<Monitor>> behind(int most) override {
    static const std::string sql = select(
        " where below_id <> 0 and paused = 0 and removed_at is null"
        " order by below_id desc, workspace_id, id limit :most");
    return db_.query(sql).bind("most", most).all<Monitor>();
  }

  Result<Done> remove(WorkspaceId workspace, MonitorId id, Time at) override {
    return must_change(db_.query("update monitor set removed_at = :at"
                                 " where workspace_id = :workspace and id = :id"
                                 " and removed_at is null")
                           .bind("at", at)
                           .bind("workspace", workspace)
                           .bind("id", id)
                           .run(),
                       missing("There is no such monitor."));
  }

  Result<bool> clear_removed(int most) override {
    auto removed = db_.query(
                          "select workspace_id, id from monitor where removed_at is not null"
                          " order by removed_at, workspace_id, id limit 1")
                       .one<RemovedMonitor>();
    if (!removed) return fail(std::move(removed.error()));
    if (!*removed) return false;
    const auto& [workspace, id] = **removed;
    auto last = db_.query(
                       "select said_at, post_id from monitor_post"
                       " where workspace_id = :workspace and monitor_id = :monitor"
                       " order by said_at, post_id limit 1 offset :most")
                    .bind("workspace", workspace)
                    .bind("monitor", id)
                    .bind("most", most)
                    .one<FoundPlace>();
    if (!last) return fail(std::move(last.error()));
    std::string sql =
        "delete from monitor_post where workspace_id = :workspace and monitor_id = :monitor";
    if (*last) sql += " and (said_at, post_id) < (:said_at, :post)";
    Query cut(db_, sql);
    cut.bind("workspace", workspace).bind("monitor", id);
    if (*last) cut.bind("said_at", (*last)->said_at).bind("post", (*last)->post);
    RAPPORT_TRY(cut.run());
    if (*last) return true;
    for (const char* rest :
         {"delete from alert_rule where workspace_id = :workspace and monitor_id = :monitor",
          "delete from alert_delivery where workspace_id = :workspace and alert_id in"
          " (select id from alert where workspace_id = :workspace and monitor_id = :monitor)",
          "delete from alert where workspace_id = :workspace and monitor_id = :monitor",
          "delete from monitor_hour where workspace_id = :workspace and monitor_id = :monitor",
          "delete from monitor where workspace_id = :workspace and id = :monitor"}) {
      RAPPORT_TRY(db_.query(rest).bind("workspace", workspace).bind("monitor", id).run());
    }
    return true;  // there may be another one
  }

  Result<bool> keep(const MonitorMention& mention) override {
    auto added =
        db_.query(
               "insert into monitor_post (workspace_id, monitor_id, said_at, post_id, spans)"
               " select workspace_id, id, cast(:said_at as bigint), cast(:post as bigint),"
               " cast(:spans as text) from monitor where workspace_id = :workspace"
               " and id = :monitor and removed_at is null on conflict do nothing")
            .bind("said_at", mention.said_at)
            .bind("post", mention.post)
            .bind("spans", mention.spans)
            .bind("workspace", mention.workspace)
            .bind("monitor", mention.monitor)
            .run();
    if (!added) return fail(std::move(added.error()));
    if (*added > 0) {
      RAPPORT_TRY(count(mention.workspace, mention.monitor, mention.said_at, 1));
      return true;
    }
    RAPPORT_TRY(db_.query("update monitor_post set spans = :spans where workspace_id = :workspace"
                          " and monitor_id = :monitor and said_at = :said_at and post_id = :post")
                    .bind("spans", mention.spans)
                    .bind("workspace", mention.workspace)
                    .bind("monitor", mention.monitor)
                    .bind("said_at", mention.said_at)
                    .bind("post", mention.post)
                    .run());
    return false;
  }

  Result<bool> drop(WorkspaceId workspace, MonitorId monitor, PostId post) override {
    auto there = db_.query(
                        "select workspace_id, monitor_id, post_id, said_at, spans from monitor_post"
                        " where workspace_id = :workspace and post_id = :post"
                        " and monitor_id = :monitor")
                     .bind("workspace", workspace)
                     .bind("post", post)
                     .bind("monitor", monitor)
                     .one<MonitorMention>();
    if (!there) return fail(std::move(there.error()));
    if (!*there) return false;
    RAPPORT_TRY(db_.query("delete from monitor_post where workspace_id = :workspace"
                          " and monitor_id = :monitor and said_at = :said_at and post_id = :post")
                    .bind("workspace", workspace)
                    .bind("monitor", monitor)
                    .bind("said_at", (*there)->said_at)
                    .bind("post", post)
                    .run());
    RAPPORT_TRY(count(workspace, monitor, (*there)->said_at, -1));
    return true;
  }

  Result<std::vector<MonitorMention>> of(WorkspaceId workspace,
                                         const std::vector<PostId>& posts) override {
    if (posts.empty()) return std::vector<MonitorMention>{};
    std::string sql =
        "select f.workspace_id, f.monitor_id, f.post_id, f.said_at, f.spans from monitor_post f"
        " join monitor m on m.workspace_id = f.workspace_id and m.id = f.monitor_id"
        " and m.removed_at is null"
        " where f.workspace_id = :workspace and f.post_id in ";
    sql += db_.dialect().numbers;
    return db_.query(sql += " order by f.post_id, f.monitor_id")
        .bind("workspace", workspace)
        .bind("list", pack_ids(posts))
        .all<MonitorMention>();
  }

  Result<std::vector<MonitorMention>> found_between(WorkspaceId workspace,
                                                    const std::vector<MonitorId>& monitors,
                                                    PostId from, PostId below, int most) override {
    if (monitors.empty()) return std::vector<MonitorMention>{};
    // The plus sign keeps SQLite from going through all that each of them ever found.
    std::string sql =
        "select workspace_id, monitor_id, post_id, said_at, spans from monitor_post"
        " where workspace_id = :workspace and post_id >= :from and post_id < :below"
        " and +monitor_id in ";
    sql += db_.dialect().numbers;
    return db_.query(sql += " order by post_id desc, monitor_id desc limit :most")
        .bind("workspace", workspace)
        .bind("from", from)
        .bind("below", below)
        .bind("list", pack_ids(monitors))
        .bind("most", most)
        .all<MonitorMention>();
  }

  Result<std::vector<MentionFacts>> found(WorkspaceId workspace, std::optional<MonitorId> monitor,
                                          Time from, Time to, std::optional<MentionPlace> after,
                                          int most) override {
    std::string sql =
        "select newest.post_id, newest.said_at, p.conversation_id, p.author_id, p.network, p.text,"
        " p.langs, p.entities, p.media, p.address, c.state, c.skip_reason, c.first_reply_at,"
        " r.language, r.gist from (select ";
    // Of several monitors each post stands once, and none of those that are gone.
    if (monitor) {
      sql +=
          "said_at, post_id from monitor_post f where f.workspace_id = :workspace"
          " and f.monitor_id = :monitor";
    } else {
      sql +=
          "distinct said_at, post_id from monitor_post f"
          " join monitor m on m.workspace_id = f.workspace_id and m.id = f.monitor_id"
          " and m.removed_at is null where f.workspace_id = :workspace";
    }
    // With a second upper bound SQLite may start from that one and pass over all that lies between.
    if (after && after->said_at >= to) after.reset();
    sql += " and said_at >= :from";
    sql += after ? " and (said_at, post_id) < (:said_at, :post)" : " and said_at < :to";
    sql +=
        " order by said_at desc, post_id desc limit :most) as newest"
        " join post p on p.workspace_id = :workspace and p.id = newest.post_id"
        " join conversation c on c.workspace_id = :workspace and c.id = p.conversation_id"
        " left join reading r on r.workspace_id = :workspace and r.post_id = p.id"
        " order by newest.said_at desc, newest.post_id desc";
    Query query(db_, sql);
    query.bind("workspace", workspace).bind("from", from).bind("most", most);
    if (monitor) query.bind("monitor", *monitor);
    if (after) {
      query.bind("said_at", after->said_at).bind("post", after->post);
    } else {
      query.bind("to", to);
    }
    return query.all<MentionFacts>();
  }

  Result<std::vector<HourTotal>> hours(WorkspaceId workspace, std::optional<MonitorId> monitor,
                                       Time from, Time to) override {
    std::string sql =
        "select h.monitor_id, h.hour, h.total from monitor_hour h"
        " join monitor m on m.workspace_id = h.workspace_id and m.id = h.monitor_id"
        " and m.removed_at is null where h.workspace_id = :workspace";
    if (monitor) sql += " and h.monitor_id = :monitor";
    sql += " and h.hour >= :from and h.hour < :to and h.total > 0 order by h.monitor_id, h.hour";
    Query query(db_, sql);
    query.bind("workspace", workspace).bind("from", from).bind("to", to);
    if (monitor) query.bind("monitor", *monitor);
    return query.all<HourTotal>();
  }

  Result<std::vector<HourTotal>> hours_of(WorkspaceId workspace,
                                          const std::vector<MonitorId>& monitors, Time from,
                                          Time to) override {
    if (monitors.empty()) return std::vector<HourTotal>{};
    std::string sql =
        "select h.monitor_id, h.hour, h.total from monitor_hour h"
        " join monitor m on m.workspace_id = h.workspace_id and m.id = h.monitor_id"
        " and m.removed_at is null where h.workspace_id = :workspace and h.monitor_id in ";
    sql += db_.dialect().numbers;
    sql += " and h.hour >= :from and h.hour < :to and h.total > 0 order by h.monitor_id, h.hour";
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("list", pack_ids(monitors))
        .bind("from", from)
        .bind("to", to)
        .all<HourTotal>();
  }

  Result<SentimentTotals> sentiments(WorkspaceId workspace, MonitorId monitor, Time from, Time to,
                                     int most) override {
    // The first word of a gist is the sentiment (packing.h).
    auto totals =
        db_.query(
               "select count(r.post_id), coalesce(sum(case when r.gist like 'negative %' then 1"
               " else 0 end), 0) from (select post_id from monitor_post"
               " where workspace_id = :workspace and monitor_id = :monitor and said_at >= :from"
               " and said_at < :to order by said_at desc, post_id desc limit :most) as newest"
               " join reading r on r.workspace_id = :workspace and r.post_id = newest.post_id")
            .bind("workspace", workspace)
            .bind("monitor", monitor)
            .bind("from", from)
            .bind("to", to)
            .bind("most", most)
            .one<SentimentTotals>();
    if (!totals) return fail(std::move(totals.error()));
    return totals->value_or(SentimentTotals{});
  }

 private:
  Result<Done> count(WorkspaceId workspace, MonitorId monitor, Time said_at, int by) {
    const Time hour = hour_of(said_at);
    return may_change(db_.query("insert into monitor_hour (workspace_id, monitor_id, hour, total)"
                                " values (:workspace, :monitor, :hour, :by)"
                                " on conflict (workspace_id, monitor_id, hour)"
                                " do update set total = monitor_hour.total + excluded.total")
                          .bind("workspace", workspace)
                          .bind("monitor", monitor)
                          .bind("hour", hour)
                          .bind("by", by)
                          .run());
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<MonitorStore> make_monitors(Connection& db) {
  return std::make_unique<SqlMonitors>(db);
}

}  // namespace rapport
