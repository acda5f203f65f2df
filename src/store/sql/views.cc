#include "store/views.h"

#include <algorithm>

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, SavedView& view) {
  to(view.workspace, view.id, view.by, view.shared, view.name, view.place, view.state, view.owner,
     view.owner_member, view.channel, view.tag, view.reading.sentiment, view.reading.intent,
     view.reading.reason, view.reading.topic, view.reading.needs_reply, view.reading.urgent,
     view.text, view.order, view.created_at);
}

namespace {

constexpr std::string_view kColumns =
    "select workspace_id, id, by_member_id, shared, name, place, state, owner, owner_member_id,"
    " channel_id, tag_id, sentiment, intent, reason, topic_id, needs_reply, urgent, words,"
    " sort_order, created_at from saved_view where workspace_id = :workspace";

std::string select(std::string_view rest) { return std::string(kColumns) += rest; }

// Everything of a view that can change.
Query& bind_changing(Query& query, const SavedView& view) {
  return query.bind("shared", view.shared)
      .bind("name", view.name)
      .bind("place", view.place)
      .bind("state", view.state)
      .bind("owner", view.owner)
      .bind("owner_member", view.owner_member)
      .bind("channel", view.channel)
      .bind("tag", view.tag)
      .bind("sentiment", view.reading.sentiment)
      .bind("intent", view.reading.intent)
      .bind("reason", view.reading.reason)
      .bind("topic", view.reading.topic)
      .bind("needs_reply", view.reading.needs_reply)
      .bind("urgent", view.reading.urgent)
      .bind("words", view.text)
      .bind("sort_order", view.order);
}

class SqlViews final : public Views {
 public:
  explicit SqlViews(Connection& db) : db_(db) {}

  Result<Done> add(const SavedView& view) override {
    Query query(
        db_,
        "insert into saved_view (workspace_id, id, by_member_id, shared, name, place,"
        " state, owner, owner_member_id, channel_id, tag_id, sentiment, intent, reason,"
        " topic_id, needs_reply, urgent, words, sort_order, created_at) values (:workspace, :id,"
        " :by, :shared, :name, :place, :state, :owner, :owner_member, :channel, :tag,"
        " :sentiment, :intent, :reason, :topic, :needs_reply, :urgent, :words, :sort_order,"
        " :created_at)"
        " on conflict do nothing");
    query.bind("workspace", view.workspace)
        .bind("id", view.id)
        .bind("by", view.by)
        .bind("created_at", view.created_at);
    return must_change(bind_changing(query, view).run(), exists("This view is there already."));
  }

  Result<Done> save(const SavedView& view) override {
    Query query(db_,
                "update saved_view set shared = :shared, name = :name, place = :place,"
                " state = :state, owner = :owner, owner_member_id = :owner_member,"
                " channel_id = :channel, tag_id = :tag, sentiment = :sentiment, intent = :intent,"
                " reason = :reason, topic_id = :topic, needs_reply = :needs_reply,"
                " urgent = :urgent, words = :words,"
                " sort_order = :sort_order where workspace_id = :workspace and id = :id");
    bind_changing(query, view).bind("workspace", view.workspace).bind("id", view.id);
    return must_change(query.run(), missing("There is no such view."));
  }

  Result<SavedView> find(WorkspaceId workspace, ViewId id) override {
    static const std::string sql = select(" and id = :id");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<SavedView>(),
                     "There is no such view.");
  }

  Result<std::vector<SavedView>> of(WorkspaceId workspace, MemberId member) override {
    static const std::string own_sql =
        select(" and by_member_id = :member and shared = 0 order by place, id");
    static const std::string shared_sql = select(" and shared = 1 order by place, id");
    auto own =
        db_.query(own_sql).bind("workspace", workspace).bind("member", member).all<SavedView>();
    if (!own) return own;
    auto shared = db_.query(shared_sql).bind("workspace", workspace).all<SavedView>();
    if (!shared) return shared;
    std::move(shared->begin(), shared->end(), std::back_inserter(*own));
    return own;
  }

  Result<Done> remove(WorkspaceId workspace, ViewId id) override {
    return must_change(
        db_.query("delete from saved_view where workspace_id = :workspace and id = :id")
            .bind("workspace", workspace)
            .bind("id", id)
            .run(),
        missing("There is no such view."));
  }

  Result<Done> replace_topic(WorkspaceId workspace, TopicId from, TopicId into) override {
    return may_change(db_.query("update saved_view set topic_id = :into"
                                " where workspace_id = :workspace and topic_id = :from")
                          .bind("into", into)
                          .bind("workspace", workspace)
                          .bind("from", from)
                          .run());
  }

  Result<Done> replace_tag(WorkspaceId workspace, TagId from, TagId into) override {
    return may_change(db_.query("update saved_view set tag_id = :into"
                                " where workspace_id = :workspace and tag_id = :from")
                          .bind("into", into)
                          .bind("workspace", workspace)
                          .bind("from", from)
                          .run());
  }

  Result<Done> replace_reason(WorkspaceId workspace, std::string_view from,
                              std::string_view into) override {
    return may_change(db_.query("update saved_view set reason = :into"
                                " where workspace_id = :workspace and reason = :from")
                          .bind("into", into)
                          .bind("workspace", workspace)
                          .bind("from", from)
                          .run());
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<Views> make_views(Connection& db) { return std::make_unique<SqlViews>(db); }

}  // namespace rapport
