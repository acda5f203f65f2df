#include "store/topics.h"

#include <algorithm>

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Topic& topic) { to(topic.id, topic.name, topic.terms, topic.is_merged); }

void columns(Columns& to, TopicLesson& lesson) {
  to(lesson.workspace, lesson.learned_at, lesson.conversations);
}

namespace {

class SqlTopics final : public TopicStore {
 public:
  explicit SqlTopics(Connection& db) : db_(db) {}

  Result<std::vector<Topic>> all(WorkspaceId workspace) override {
    return db_
        .query(
            "select id, name, terms, merged from topic where workspace_id = :workspace"
            " order by place, id")
        .bind("workspace", workspace)
        .all<Topic>();
  }

  Result<Done> replace(WorkspaceId workspace, const std::vector<Topic>& topics) override {
    RAPPORT_TRY(db_.query("delete from topic where workspace_id = :workspace")
                    .bind("workspace", workspace)
                    .run());
    std::int64_t place = 0;
    for (const Topic& each : topics) {
      RAPPORT_TRY(db_.query("insert into topic (workspace_id, id, name, terms, merged, place)"
                            " values (:workspace, :id, :name, :terms, :merged, :place)")
                      .bind("workspace", workspace)
                      .bind("id", each.id)
                      .bind("name", each.name)
                      .bind("terms", each.terms)
                      .bind("merged", each.is_merged)
                      .bind("place", place++)
                      .run());
    }
    return Done{};
  }

  Result<std::optional<TopicLesson>> lesson(WorkspaceId workspace) override {
    return db_
        .query(
            "select workspace_id, learned_at, conversations from topic_lesson"
            " where workspace_id = :workspace")
        .bind("workspace", workspace)
        .one<TopicLesson>();
  }

  Result<Done> save(const TopicLesson& lesson) override {
    return may_change(
        db_.query("insert into topic_lesson (workspace_id, learned_at, conversations)"
                  " values (:workspace, :learned_at, :conversations)"
                  " on conflict (workspace_id) do update set learned_at = excluded.learned_at,"
                  " conversations = excluded.conversations")
            .bind("workspace", lesson.workspace)
            .bind("learned_at", lesson.learned_at)
            .bind("conversations", lesson.conversations)
            .run());
  }

  Result<std::vector<std::string>> texts(WorkspaceId workspace, int most) override {
    return db_
        .query(
            "select text from (select id, address, deleted_at, text from post"
            " where workspace_id = :workspace order by id desc limit :most) newest"
            " where address <> 'ours' and deleted_at is null and text <> ''"
            " order by id")
        .bind("workspace", workspace)
        .bind("most", most)
        .all<std::string>();
  }

  Result<std::int64_t> count(WorkspaceId workspace, TopicId topic, Time from, Time to) override {
    auto found = db_.query(
                        "select count(*) from post_topic where workspace_id = :workspace"
                        " and topic_id = :topic and said_at >= :from and said_at < :to")
                     .bind("workspace", workspace)
                     .bind("topic", topic)
                     .bind("from", from)
                     .bind("to", to)
                     .one<std::int64_t>();
    if (!found) return fail(std::move(found.error()));
    return found->value_or(0);
  }

  Result<std::vector<PostWords>> examples(WorkspaceId workspace, TopicId topic, Time from, Time to,
                                          int most) override {
    return db_
        .query(
            "select p.id, p.conversation_id, p.text, p.langs, p.created_at from"
            " (select post_id, said_at from post_topic where workspace_id = :workspace"
            " and topic_id = :topic and said_at >= :from and said_at < :to"
            " order by said_at desc, post_id desc limit :most) as newest"
            " join post p on p.workspace_id = :workspace and p.id = newest.post_id"
            " order by newest.said_at desc, newest.post_id desc")
        .bind("workspace", workspace)
        .bind("topic", topic)
        .bind("from", from)
        .bind("to", to)
        .bind("most", most)
        .all<PostWords>();
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<TopicStore> make_topics(Connection& db) { return std::make_unique<SqlTopics>(db); }

}  // namespace rapport
