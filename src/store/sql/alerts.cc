#include "store/alerts.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, AlertRule& rule) {
  to(rule.workspace, rule.monitor, rule.kind, rule.app, rule.emails, rule.webhook,
     rule.sealed_secret, rule.handles, rule.by, rule.created_at, rule.changed_at);
}

void columns(Columns& to, Alert& alert) {
  to(alert.workspace, alert.id, alert.monitor, alert.kind, alert.person, alert.at, alert.app,
     alert.says, alert.posts, alert.conversation);
}

void columns(Columns& to, AlertDelivery& delivery) {
  to(delivery.workspace, delivery.alert, delivery.carrier, delivery.address, delivery.state,
     delivery.attempts, delivery.next_try_at, delivery.error, delivery.changed_at);
}

namespace {

constexpr std::string_view kRule =
    "select r.workspace_id, r.monitor_id, r.kind, r.app, r.emails, r.webhook, r.sealed_secret,"
    " r.handles, r.by_member_id, r.created_at, r.changed_at from alert_rule r";
constexpr std::string_view kAlert =
    "select a.workspace_id, a.id, a.monitor_id, a.kind, a.person_id, a.at, a.app, a.says, a.posts,"
    " a.conversation_id from alert a";
constexpr std::string_view kDelivery =
    "select workspace_id, alert_id, carrier, address, state, attempts, next_try_at, error,"
    " changed_at from alert_delivery";

struct AlertPlace {
  WorkspaceId workspace;
  AlertId id;
};

void columns(Columns& to, AlertPlace& place) { to(place.workspace, place.id); }

std::string select(std::string_view columns, std::string_view rest) {
  return std::string(columns) += rest;
}

class SqlAlerts final : public AlertStore {
 public:
  explicit SqlAlerts(Connection& db) : db_(db) {}

  Result<std::vector<AlertRule>> rules(WorkspaceId workspace, MonitorId monitor) override {
    static const std::string sql = select(
        kRule, " where r.workspace_id = :workspace and r.monitor_id = :monitor order by r.kind");
    return db_.query(sql).bind("workspace", workspace).bind("monitor", monitor).all<AlertRule>();
  }

  Result<Done> put_rule(const AlertRule& rule) override {
    return may_change(
        db_.query("insert into alert_rule (workspace_id, monitor_id, kind, app, emails, webhook,"
                  " sealed_secret, handles, by_member_id, created_at, changed_at) values"
                  " (:workspace, :monitor, :kind, :app, :emails, :webhook, :secret, :handles, :by,"
                  " :created_at, :changed_at) on conflict (workspace_id, monitor_id, kind)"
                  " do update set app = excluded.app, emails = excluded.emails,"
                  " webhook = excluded.webhook, sealed_secret = excluded.sealed_secret,"
                  " handles = excluded.handles, by_member_id = excluded.by_member_id,"
                  " created_at = excluded.created_at, changed_at = excluded.changed_at")
            .bind("workspace", rule.workspace)
            .bind("monitor", rule.monitor)
            .bind("kind", rule.kind)
            .bind("app", rule.app)
            .bind("emails", rule.emails)
            .bind("webhook", rule.webhook)
            .bind("secret", rule.sealed_secret)
            .bind("handles", rule.handles)
            .bind("by", rule.by)
            .bind("created_at", rule.created_at)
            .bind("changed_at", rule.changed_at)
            .run());
  }

  Result<Done> remove_rule(WorkspaceId workspace, MonitorId monitor, AlertKind kind) override {
    return may_change(db_.query("delete from alert_rule where workspace_id = :workspace"
                                " and monitor_id = :monitor and kind = :kind")
                          .bind("workspace", workspace)
                          .bind("monitor", monitor)
                          .bind("kind", kind)
                          .run());
  }

  Result<std::vector<AlertRule>> in_force() override {
    static const std::string sql =
        select(kRule,
               " join monitor m on m.workspace_id = r.workspace_id and m.id = r.monitor_id"
               " and m.removed_at is null and m.paused = 0"
               " order by r.workspace_id, r.monitor_id, r.kind");
    return db_.query(sql).all<AlertRule>();
  }

  Result<Done> add(const Alert& alert) override {
    return may_change(
        db_.query("insert into alert (workspace_id, id, monitor_id, kind, person_id, at, app, says,"
                  " posts, conversation_id) values (:workspace, :id, :monitor, :kind, :person, :at,"
                  " :app, :says, :posts, :conversation)")
            .bind("workspace", alert.workspace)
            .bind("id", alert.id)
            .bind("monitor", alert.monitor)
            .bind("kind", alert.kind)
            .bind("person", alert.person)
            .bind("at", alert.at)
            .bind("app", alert.app)
            .bind("says", alert.says)
            .bind("posts", alert.posts)
            .bind("conversation", alert.conversation)
            .run());
  }

  Result<Alert> find(WorkspaceId workspace, AlertId id) override {
    static const std::string sql =
        select(kAlert, " where a.workspace_id = :workspace and a.id = :id");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Alert>(),
                     "There is no such alert.");
  }

  Result<std::optional<Time>> last_told(WorkspaceId workspace, MonitorId monitor, AlertKind kind,
                                        PersonId person) override {
    return db_
        .query(
            "select at from alert where workspace_id = :workspace and monitor_id = :monitor"
            " and kind = :kind and person_id = :person order by at desc limit 1")
        .bind("workspace", workspace)
        .bind("monitor", monitor)
        .bind("kind", kind)
        .bind("person", person)
        .one<Time>();
  }

  Result<std::vector<Alert>> newest(WorkspaceId workspace, std::optional<AlertId> below,
                                    int most) override {
    std::string sql =
        select(kAlert,
               " join monitor m on m.workspace_id = a.workspace_id and m.id = a.monitor_id"
               " and m.removed_at is null where a.workspace_id = :workspace and a.app = 1");
    if (below) sql += " and a.id < :below";
    Query query(db_, sql += " order by a.id desc limit :most");
    query.bind("workspace", workspace).bind("most", most);
    if (below) query.bind("below", *below);
    return query.all<Alert>();
  }

  Result<AlertId> read_to(WorkspaceId workspace, MemberId member) override {
    auto found = db_.query(
                        "select read_to from alert_read where workspace_id = :workspace"
                        " and member_id = :member")
                     .bind("workspace", workspace)
                     .bind("member", member)
                     .one<AlertId>();
    if (!found) return fail(std::move(found.error()));
    return found->value_or(AlertId{});
  }

  Result<Done> mark_read(WorkspaceId workspace, MemberId member, AlertId to) override {
    return may_change(db_.query("insert into alert_read (workspace_id, member_id, read_to)"
                                " values (:workspace, :member, :to)"
                                " on conflict (workspace_id, member_id)"
                                " do update set read_to = excluded.read_to"
                                " where alert_read.read_to < excluded.read_to")
                          .bind("workspace", workspace)
                          .bind("member", member)
                          .bind("to", to)
                          .run());
  }

  Result<bool> add_delivery(const AlertDelivery& delivery) override {
    auto added =
        db_.query(
               "insert into alert_delivery (workspace_id, alert_id, carrier, address, state,"
               " attempts, next_try_at, error, changed_at) values (:workspace, :alert, :carrier,"
               " :address, :state, :attempts, :next, :error, :changed_at) on conflict do nothing")
            .bind("workspace", delivery.workspace)
            .bind("alert", delivery.alert)
            .bind("carrier", delivery.carrier)
            .bind("address", delivery.address)
            .bind("state", delivery.state)
            .bind("attempts", delivery.attempts)
            .bind("next", delivery.next_try_at)
            .bind("error", delivery.error)
            .bind("changed_at", delivery.changed_at)
            .run();
    if (!added) return fail(std::move(added.error()));
    return *added > 0;
  }

  Result<Done> save_delivery(const AlertDelivery& delivery) override {
    return must_change(
        db_.query("update alert_delivery set state = :state, attempts = :attempts,"
                  " next_try_at = :next, error = :error, changed_at = :changed_at"
                  " where workspace_id = :workspace and alert_id = :alert and carrier = :carrier"
                  " and address = :address")
            .bind("state", delivery.state)
            .bind("attempts", delivery.attempts)
            .bind("next", delivery.next_try_at)
            .bind("error", delivery.error)
            .bind("changed_at", delivery.changed_at)
            .bind("workspace", delivery.workspace)
            .bind("alert", delivery.alert)
            .bind("carrier", delivery.carrier)
            .bind("address", delivery.address)
            .run(),
        missing("There is no such delivery."));
  }

  Result<std::vector<AlertDelivery>> due(Time now, int most) override {
    static const std::string sql =
        select(kDelivery,
               " where state = 'waiting' and next_try_at <= :now"
               " order by next_try_at, workspace_id, alert_id limit :most");
    return db_.query(sql).bind("now", now).bind("most", most).all<AlertDelivery>();
  }

  Result<std::vector<AlertDelivery>> deliveries(WorkspaceId workspace, AlertId alert) override {
    static const std::string sql =
        select(kDelivery,
               " where workspace_id = :workspace and alert_id = :alert order by carrier, address");
    return db_.query(sql).bind("workspace", workspace).bind("alert", alert).all<AlertDelivery>();
  }

  Result<std::vector<AlertDelivery>> deliveries_of(WorkspaceId workspace, MonitorId monitor,
                                                   AlertKind kind, int most) override {
    return db_
        .query(
            "select d.workspace_id, d.alert_id, d.carrier, d.address, d.state, d.attempts,"
            " d.next_try_at, d.error, d.changed_at from (select id from alert"
            " where workspace_id = :workspace and monitor_id = :monitor and kind = :kind"
            " order by id desc limit :most) as newest"
            " join alert_delivery d on d.workspace_id = :workspace and d.alert_id = newest.id"
            " order by d.alert_id desc, d.carrier, d.address")
        .bind("workspace", workspace)
        .bind("monitor", monitor)
        .bind("kind", kind)
        .bind("most", most)
        .all<AlertDelivery>();
  }

  Result<int> drop_before(Time at, int most) override {
    auto old = db_.query(
                      "select workspace_id, id from alert where at < :before"
                      " order by at, workspace_id, id limit :most")
                   .bind("before", at)
                   .bind("most", most)
                   .all<AlertPlace>();
    if (!old) return fail(std::move(old.error()));
    for (const AlertPlace& each : *old) {
      for (const char* sql :
           {"delete from alert_delivery where workspace_id = :workspace and alert_id = :id",
            "delete from alert where workspace_id = :workspace and id = :id"}) {
        RAPPORT_TRY(db_.query(sql).bind("workspace", each.workspace).bind("id", each.id).run());
      }
    }
    return static_cast<int>(old->size());
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<AlertStore> make_alerts(Connection& db) { return std::make_unique<SqlAlerts>(db); }

}  // namespace rapport
