#include "store/channels.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"
#include "store/sql/spans.h"

namespace rapport {

void columns(Columns& to, Channel& channel) {
  to(channel.workspace, channel.id, channel.network, channel.account, channel.native_id,
     channel.handle, channel.service, channel.state, channel.error, channel.sealed_secret,
     channel.limits.text_max, channel.limits.text_unit, channel.limits.images_max,
     channel.limits.image_bytes_max, channel.limits.hides_replies, channel.connected_at,
     channel.changed_at);
}

void columns(Columns& to, CoverageSource& source) {
  to(source.workspace, source.channel, source.source, source.cursor, source.read_to,
     source.last_error, source.last_error_at, source.checked_at);
}

void columns(Columns& to, CoverageSpan& span) {
  to(span.from, span.to, span.complete, span.reason);
}

namespace {

class SqlChannels final : public Channels {
 public:
  explicit SqlChannels(Connection& db) : db_(db) {}

  Result<Done> add(const Channel& channel) override {
    return must_change(
        db_.query("insert into channel (workspace_id, id, network, account_id, native_id, handle,"
                  " service, state, error, sealed_secret, text_max, text_unit,"
                  " images_max, image_bytes_max, hides_replies, connected_at, changed_at)"
                  " values (:workspace, :id, :network, :account, :native_id, :handle, :service,"
                  " :state, :error, :sealed_secret, :text_max, :text_unit, :images_max,"
                  " :image_bytes_max, :hides_replies, :connected_at, :changed_at)"
                  " on conflict do nothing")
            .bind("workspace", channel.workspace)
            .bind("id", channel.id)
            .bind("network", channel.network)
            .bind("account", channel.account)
            .bind("native_id", channel.native_id)
            .bind("handle", channel.handle)
            .bind("service", channel.service)
            .bind("state", channel.state)
            .bind("error", channel.error)
            .bind("sealed_secret", channel.sealed_secret)
            .bind("text_max", channel.limits.text_max)
            .bind("text_unit", channel.limits.text_unit)
            .bind("images_max", channel.limits.images_max)
            .bind("image_bytes_max", channel.limits.image_bytes_max)
            .bind("hides_replies", channel.limits.hides_replies)
            .bind("connected_at", channel.connected_at)
            .bind("changed_at", channel.changed_at)
            .run(),
        exists("This account is connected already."));
  }

  Result<Channel> find(WorkspaceId workspace, ChannelId id) override {
    return must_find(
        db_.query("select workspace_id, id, network, account_id, native_id, handle,"
                  " service, state, error, sealed_secret, text_max, text_unit,"
                  " images_max, image_bytes_max, hides_replies, connected_at, changed_at"
                  " from channel where workspace_id = :workspace and id = :id")
            .bind("workspace", workspace)
            .bind("id", id)
            .one<Channel>(),
        "There is no such channel.");
  }

  Result<std::optional<Channel>> by_native_id(WorkspaceId workspace, std::string_view network,
                                              std::string_view native_id) override {
    return db_
        .query(
            "select workspace_id, id, network, account_id, native_id, handle, service, state,"
            " error, sealed_secret, text_max, text_unit, images_max, image_bytes_max, "
            "hides_replies, connected_at,"
            " changed_at from channel"
            " where workspace_id = :workspace and network = :network and native_id = :native_id")
        .bind("workspace", workspace)
        .bind("network", network)
        .bind("native_id", native_id)
        .one<Channel>();
  }

  Result<std::vector<Channel>> all(WorkspaceId workspace) override {
    return db_
        .query(
            "select workspace_id, id, network, account_id, native_id, handle, service, state,"
            " error, sealed_secret, text_max, text_unit, images_max, image_bytes_max, "
            "hides_replies, connected_at,"
            " changed_at from channel"
            " where workspace_id = :workspace order by id")
        .bind("workspace", workspace)
        .all<Channel>();
  }

  Result<std::vector<Channel>> every() override {
    return db_
        .query(
            "select workspace_id, id, network, account_id, native_id, handle, service, state,"
            " error, sealed_secret, text_max, text_unit, images_max, image_bytes_max, "
            "hides_replies, connected_at,"
            " changed_at from channel"
            " order by workspace_id, id")
        .all<Channel>();
  }

  Result<Done> save(const Channel& channel) override {
    return must_change(
        db_.query("update channel set handle = :handle, service = :service, state = :state,"
                  " error = :error, text_max = :text_max, text_unit = :text_unit,"
                  " images_max = :images_max, image_bytes_max = :image_bytes_max, hides_replies = "
                  ":hides_replies,"
                  " connected_at = :connected_at, changed_at = :changed_at"
                  " where workspace_id = :workspace and id = :id")
            .bind("handle", channel.handle)
            .bind("service", channel.service)
            .bind("state", channel.state)
            .bind("error", channel.error)
            .bind("text_max", channel.limits.text_max)
            .bind("text_unit", channel.limits.text_unit)
            .bind("images_max", channel.limits.images_max)
            .bind("image_bytes_max", channel.limits.image_bytes_max)
            .bind("hides_replies", channel.limits.hides_replies)
            .bind("connected_at", channel.connected_at)
            .bind("changed_at", channel.changed_at)
            .bind("workspace", channel.workspace)
            .bind("id", channel.id)
            .run(),
        missing("There is no such channel."));
  }

  Result<Done> save_secret(WorkspaceId workspace, ChannelId id,
                           const std::string& sealed) override {
    if (sealed.empty()) return invalid("An empty secret is never stored.");
    return set_secret(workspace, id, sealed);
  }

  Result<Done> forget_secret(WorkspaceId workspace, ChannelId id) override {
    return set_secret(workspace, id, {});
  }

  Result<std::vector<CoverageSource>> sources(WorkspaceId workspace, ChannelId id) override {
    return db_
        .query(
            "select workspace_id, channel_id, source, cursor_text, read_to, last_error,"
            " last_error_at, checked_at from coverage_source"
            " where workspace_id = :workspace and channel_id = :channel order by source")
        .bind("workspace", workspace)
        .bind("channel", id)
        .all<CoverageSource>();
  }

  Result<CoverageSource> source(WorkspaceId workspace, ChannelId id,
                                std::string_view source) override {
    auto found = db_.query(
                        "select workspace_id, channel_id, source, cursor_text, read_to,"
                        " last_error, last_error_at, checked_at from coverage_source"
                        " where workspace_id = :workspace and channel_id = :channel"
                        " and source = :source")
                     .bind("workspace", workspace)
                     .bind("channel", id)
                     .bind("source", source)
                     .one<CoverageSource>();
    if (!found) return fail(std::move(found.error()));
    if (*found) return std::move(**found);
    CoverageSource fresh;
    fresh.workspace = workspace;
    fresh.channel = id;
    fresh.source = source;
    return fresh;
  }

  Result<Done> save_source(const CoverageSource& source) override {
    return may_change(
        db_.query("insert into coverage_source (workspace_id, channel_id, source, cursor_text,"
                  " read_to, last_error, last_error_at, checked_at)"
                  " values (:workspace, :channel, :source, :cursor, :read_to, :last_error,"
                  " :last_error_at, :checked_at)"
                  " on conflict (workspace_id, channel_id, source) do update set"
                  " cursor_text = excluded.cursor_text, read_to = excluded.read_to,"
                  " last_error = excluded.last_error, last_error_at = excluded.last_error_at,"
                  " checked_at = excluded.checked_at")
            .bind("workspace", source.workspace)
            .bind("channel", source.channel)
            .bind("source", source.source)
            .bind("cursor", source.cursor)
            .bind("read_to", source.read_to)
            .bind("last_error", source.last_error)
            .bind("last_error_at", source.last_error_at)
            .bind("checked_at", source.checked_at)
            .run());
  }

  Result<std::vector<CoverageSpan>> spans(WorkspaceId workspace, ChannelId id,
                                          std::string_view source, int most) override {
    return db_
        .query(
            "select from_at, to_at, complete, reason from coverage_span"
            " where workspace_id = :workspace and channel_id = :channel and source = :source"
            " order by from_at desc limit :most")
        .bind("workspace", workspace)
        .bind("channel", id)
        .bind("source", source)
        .bind("most", most)
        .all<CoverageSpan>();
  }

  Result<Done> add_span(WorkspaceId workspace, ChannelId id, std::string_view source,
                        const CoverageSpan& span) override {
    if (span.to < span.from) return invalid("A span cannot end before it begins.");
    auto near = near_spans(workspace, id, source, span);
    if (!near) return fail(std::move(near.error()));
    const SpanChange change = place_span(*near, span);
    for (const CoverageSpan& each : change.remove) {
      RAPPORT_TRY(remove_span(workspace, id, source, each));
    }
    for (const CoverageSpan& each : change.add) {
      RAPPORT_TRY(insert_span(workspace, id, source, each));
    }
    return Done{};
  }

 private:
  Result<Done> set_secret(WorkspaceId workspace, ChannelId id, const std::string& sealed) {
    return must_change(db_.query("update channel set sealed_secret = :sealed"
                                 " where workspace_id = :workspace and id = :id")
                           .bind("sealed", sealed)
                           .bind("workspace", workspace)
                           .bind("id", id)
                           .run(),
                       missing("There is no such channel."));
  }

  // Spans do not overlap, so beside those that begin inside only the one before can reach in.
  Result<std::vector<CoverageSpan>> near_spans(WorkspaceId workspace, ChannelId id,
                                               std::string_view source, const CoverageSpan& span) {
    auto before = db_.query(
                         "select from_at, to_at, complete, reason from coverage_span"
                         " where workspace_id = :workspace and channel_id = :channel"
                         " and source = :source and from_at < :from_at"
                         " order by from_at desc limit 1")
                      .bind("workspace", workspace)
                      .bind("channel", id)
                      .bind("source", source)
                      .bind("from_at", span.from)
                      .one<CoverageSpan>();
    if (!before) return fail(std::move(before.error()));
    auto inside = db_.query(
                         "select from_at, to_at, complete, reason from coverage_span"
                         " where workspace_id = :workspace and channel_id = :channel"
                         " and source = :source and from_at >= :from_at and from_at <= :to_at"
                         " order by from_at")
                      .bind("workspace", workspace)
                      .bind("channel", id)
                      .bind("source", source)
                      .bind("from_at", span.from)
                      .bind("to_at", span.to)
                      .all<CoverageSpan>();
    if (!inside) return inside;
    if (*before && (*before)->to >= span.from) inside->insert(inside->begin(), std::move(**before));
    return inside;
  }

  Result<Done> remove_span(WorkspaceId workspace, ChannelId id, std::string_view source,
                           const CoverageSpan& span) {
    return may_change(db_.query("delete from coverage_span where workspace_id = :workspace"
                                " and channel_id = :channel and source = :source"
                                " and from_at = :from_at")
                          .bind("workspace", workspace)
                          .bind("channel", id)
                          .bind("source", source)
                          .bind("from_at", span.from)
                          .run());
  }

  Result<Done> insert_span(WorkspaceId workspace, ChannelId id, std::string_view source,
                           const CoverageSpan& span) {
    return may_change(
        db_.query("insert into coverage_span (workspace_id, channel_id, source, from_at, to_at,"
                  " complete, reason) values (:workspace, :channel, :source, :from_at, :to_at,"
                  " :complete, :reason)")
            .bind("workspace", workspace)
            .bind("channel", id)
            .bind("source", source)
            .bind("from_at", span.from)
            .bind("to_at", span.to)
            .bind("complete", span.complete)
            .bind("reason", span.reason)
            .run());
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<Channels> make_channels(Connection& db) {
  return std::make_unique<SqlChannels>(db);
}

}  // namespace rapport
