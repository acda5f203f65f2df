#include "store/streams.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"
#include "store/sql/spans.h"

namespace rapport {

void columns(Columns& to, StreamState& state) {
  to(state.network, state.cursor, state.read_to, state.last_error, state.last_error_at,
     state.checked_at);
}

void columns(Columns& to, KnownThing& thing) { to(thing.workspace, thing.native_id); }

void columns(Columns& to, StreamListening& listening) {
  to(listening.workspace, listening.from, listening.to);
}

namespace {

class SqlStreams final : public Streams {
 public:
  explicit SqlStreams(Connection& db) : db_(db) {}

  Result<StreamState> state(std::string_view network) override {
    auto found = db_.query(
                        "select network, cursor_text, read_to, last_error, last_error_at,"
                        " checked_at from stream where network = :network")
                     .bind("network", network)
                     .one<StreamState>();
    if (!found) return fail(std::move(found.error()));
    if (*found) return std::move(**found);
    StreamState fresh;
    fresh.network = network;
    return fresh;
  }

  Result<Done> save(const StreamState& state) override {
    return may_change(
        db_.query("insert into stream (network, cursor_text, read_to, last_error, last_error_at,"
                  " checked_at) values (:network, :cursor, :read_to, :last_error, :last_error_at,"
                  " :checked_at) on conflict (network) do update set"
                  " cursor_text = excluded.cursor_text, read_to = excluded.read_to,"
                  " last_error = excluded.last_error, last_error_at = excluded.last_error_at,"
                  " checked_at = excluded.checked_at")
            .bind("network", state.network)
            .bind("cursor", state.cursor)
            .bind("read_to", state.read_to)
            .bind("last_error", state.last_error)
            .bind("last_error_at", state.last_error_at)
            .bind("checked_at", state.checked_at)
            .run());
  }

  Result<std::vector<CoverageSpan>> spans(std::string_view network, Time from, int most) override {
    return db_
        .query(
            "select from_at, to_at, complete, reason from stream_span where network = :network"
            " and to_at >= :from_at order by to_at desc limit :most")
        .bind("network", network)
        .bind("from_at", from)
        .bind("most", most)
        .all<CoverageSpan>();
  }

  Result<Done> add_span(std::string_view network, const CoverageSpan& span) override {
    if (span.to < span.from) return invalid("A span cannot end before it begins.");
    auto near = db_.query(
                       "select from_at, to_at, complete, reason from stream_span"
                       " where network = :network and to_at >= :from_at and from_at <= :to_at"
                       " order by from_at")
                    .bind("network", network)
                    .bind("from_at", span.from)
                    .bind("to_at", span.to)
                    .all<CoverageSpan>();
    if (!near) return fail(std::move(near.error()));
    const SpanChange change = place_span(*near, span);
    for (const CoverageSpan& each : change.remove) {
      RAPPORT_TRY(
          db_.query("delete from stream_span where network = :network and from_at = :from_at")
              .bind("network", network)
              .bind("from_at", each.from)
              .run());
    }
    for (const CoverageSpan& each : change.add) {
      RAPPORT_TRY(db_.query("insert into stream_span (network, from_at, to_at, complete, reason)"
                            " values (:network, :from_at, :to_at, :complete, :reason)")
                      .bind("network", network)
                      .bind("from_at", each.from)
                      .bind("to_at", each.to)
                      .bind("complete", each.complete)
                      .bind("reason", each.reason)
                      .run());
    }
    return Done{};
  }

  Result<std::vector<StreamListening>> listening(std::string_view network) override {
    return db_
        .query(
            "select workspace_id, from_at, to_at from stream_listening where network = :network"
            " and to_at is null order by workspace_id")
        .bind("network", network)
        .all<StreamListening>();
  }

  Result<std::vector<StreamListening>> listened(WorkspaceId workspace, std::string_view network,
                                                Time from) override {
    return db_
        .query(
            "select workspace_id, from_at, to_at from stream_listening"
            " where workspace_id = :workspace and network = :network"
            " and (to_at is null or to_at >= :from_at) order by from_at")
        .bind("workspace", workspace)
        .bind("network", network)
        .bind("from_at", from)
        .all<StreamListening>();
  }

  Result<Done> begin_listening(WorkspaceId workspace, std::string_view network, Time at) override {
    auto open = db_.query(
                       "select workspace_id, from_at, to_at from stream_listening"
                       " where workspace_id = :workspace and network = :network"
                       " and to_at is null limit 1")
                    .bind("workspace", workspace)
                    .bind("network", network)
                    .one<StreamListening>();
    if (!open) return fail(std::move(open.error()));
    if (*open) return Done{};
    return may_change(db_.query("insert into stream_listening (workspace_id, network, from_at)"
                                " values (:workspace, :network, :at)"
                                " on conflict (workspace_id, network, from_at)"
                                " do update set to_at = excluded.to_at")
                          .bind("workspace", workspace)
                          .bind("network", network)
                          .bind("at", at)
                          .run());
  }

  Result<Done> end_listening(WorkspaceId workspace, std::string_view network, Time at) override {
    return may_change(db_.query("update stream_listening set to_at = :at"
                                " where workspace_id = :workspace and network = :network"
                                " and to_at is null")
                          .bind("at", at)
                          .bind("workspace", workspace)
                          .bind("network", network)
                          .run());
  }

  Result<std::vector<KnownThing>> posts(std::string_view network,
                                        const std::vector<std::string>& native_ids) override {
    return known("post", network, native_ids);
  }

  Result<std::vector<KnownThing>> accounts(std::string_view network,
                                           const std::vector<std::string>& native_ids) override {
    return known("account", network, native_ids);
  }

 private:
  Result<std::vector<KnownThing>> known(std::string_view table, std::string_view network,
                                        const std::vector<std::string>& native_ids) {
    if (native_ids.empty()) return std::vector<KnownThing>{};
    std::string sql = "select workspace_id, native_id from ";
    (sql += table) += " where network = :network and native_id in ";
    return db_.query(sql += db_.dialect().words)
        .bind("network", network)
        .bind("list", native_ids)
        .all<KnownThing>();
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<Streams> make_streams(Connection& db) { return std::make_unique<SqlStreams>(db); }

}  // namespace rapport
