#include "store/readings.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, PostReading& reading) {
  to(reading.workspace, reading.post, reading.stamp, reading.language, reading.gist,
     reading.emotion, reading.toxicity, reading.said_at);
}

void columns(Columns& to, PostToRead& post) {
  to(post.post, post.conversation, post.text, post.langs, post.said_at);
}

void columns(Columns& to, ReadingWalk& walk) { to(walk.workspace, walk.stamp, walk.below); }

namespace {

class SqlReadings final : public ReadingStore {
 public:
  explicit SqlReadings(Connection& db) : db_(db) {}

  Result<Done> save(const PostReading& reading) override {
    auto before = one(reading.workspace, reading.post);
    if (!before) return fail(std::move(before.error()));
    if (*before) RAPPORT_TRY(forget_marks(**before));
    RAPPORT_TRY(db_.query("insert into reading (workspace_id, post_id, stamp, language, gist,"
                          " emotion, toxicity, said_at) values (:workspace, :post, :stamp,"
                          " :language, :gist, :emotion, :toxicity, :said_at)"
                          " on conflict (workspace_id, post_id) do update set"
                          " stamp = excluded.stamp, language = excluded.language,"
                          " gist = excluded.gist, emotion = excluded.emotion,"
                          " toxicity = excluded.toxicity, said_at = excluded.said_at")
                    .bind("workspace", reading.workspace)
                    .bind("post", reading.post)
                    .bind("stamp", reading.stamp)
                    .bind("language", reading.language)
                    .bind("gist", reading.gist)
                    .bind("emotion", reading.emotion)
                    .bind("toxicity", reading.toxicity)
                    .bind("said_at", reading.said_at)
                    .run());
    for (const std::string& reason : reading.gist.reasons) {
      RAPPORT_TRY(
          change_mark("insert into post_reason (workspace_id, reason, said_at, post_id)"
                      " values (:workspace, :mark, :said_at, :post) on conflict do nothing",
                      reading, reason));
    }
    for (const TopicId topic : reading.gist.topics) {
      RAPPORT_TRY(
          change_mark("insert into post_topic (workspace_id, topic_id, said_at, post_id)"
                      " values (:workspace, :mark, :said_at, :post) on conflict do nothing",
                      reading, topic));
    }
    return Done{};
  }

  Result<Done> drop(WorkspaceId workspace, PostId post) override {
    auto before = one(workspace, post);
    if (!before) return fail(std::move(before.error()));
    if (!*before) return Done{};
    RAPPORT_TRY(forget_marks(**before));
    return may_change(
        db_.query("delete from reading where workspace_id = :workspace and post_id = :post")
            .bind("workspace", workspace)
            .bind("post", post)
            .run());
  }

  Result<std::vector<PostReading>> of(WorkspaceId workspace,
                                      const std::vector<PostId>& posts) override {
    if (posts.empty()) return std::vector<PostReading>{};
    return db_
        .query(std::string("select workspace_id, post_id, stamp, language, gist, emotion,"
                           " toxicity, said_at from reading where workspace_id = :workspace"
                           " and post_id in ") += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("list", pack_ids(posts))
        .all<PostReading>();
  }

  Result<std::vector<std::string>> reasons_told(WorkspaceId workspace, ConversationId conversation,
                                                int most) override {
    auto gists = db_.query(
                        "select r.gist from (select id, created_at, address, deleted_at from post"
                        " where workspace_id = :workspace and conversation_id = :conversation"
                        " order by created_at desc, id desc limit :most) newest"
                        " join reading r on r.workspace_id = :workspace and r.post_id = newest.id"
                        " where newest.address <> 'ours' and newest.deleted_at is null"
                        " order by newest.created_at desc, newest.id desc")
                     .bind("workspace", workspace)
                     .bind("conversation", conversation)
                     .bind("most", most)
                     .all<ReadingGist>();
    if (!gists) return fail(std::move(gists.error()));
    for (ReadingGist& gist : *gists) {
      if (!gist.reasons.empty()) return std::move(gist.reasons);
    }
    return std::vector<std::string>{};
  }

  Result<Unread> unread(WorkspaceId workspace, std::int64_t stamp, PostId below,
                        int most) override {
    auto last = db_.query(
                       "select id from post where workspace_id = :workspace and id < :below"
                       " order by id desc limit 1 offset :most")
                    .bind("workspace", workspace)
                    .bind("below", below)
                    .bind("most", most - 1)
                    .one<PostId>();
    if (!last) return fail(std::move(last.error()));
    auto posts =
        db_.query(
               "select p.id, p.conversation_id, p.text, p.langs, p.created_at from post p"
               " left join reading r on r.workspace_id = p.workspace_id and r.post_id = p.id"
               " where p.workspace_id = :workspace and p.id >= :from and p.id < :below"
               " and p.address <> 'ours' and p.deleted_at is null and p.text <> ''"
               " and (r.stamp is null or r.stamp <> :stamp) order by p.id desc")
            .bind("workspace", workspace)
            .bind("from", last->value_or(PostId{0}))
            .bind("below", below)
            .bind("stamp", stamp)
            .all<PostToRead>();
    if (!posts) return fail(std::move(posts.error()));
    return Unread{std::move(*posts), *last};
  }

  Result<std::optional<ReadingWalk>> walk(WorkspaceId workspace) override {
    return db_
        .query(
            "select workspace_id, stamp, below_id from reading_walk"
            " where workspace_id = :workspace")
        .bind("workspace", workspace)
        .one<ReadingWalk>();
  }

  Result<Done> save_walk(const ReadingWalk& walk) override {
    return may_change(db_.query("insert into reading_walk (workspace_id, stamp, below_id)"
                                " values (:workspace, :stamp, :below)"
                                " on conflict (workspace_id) do update set"
                                " stamp = excluded.stamp, below_id = excluded.below_id")
                          .bind("workspace", walk.workspace)
                          .bind("stamp", walk.stamp)
                          .bind("below", walk.below)
                          .run());
  }

 private:
  Result<std::optional<PostReading>> one(WorkspaceId workspace, PostId post) {
    return db_
        .query(
            "select workspace_id, post_id, stamp, language, gist, emotion, toxicity, said_at"
            " from reading where workspace_id = :workspace and post_id = :post")
        .bind("workspace", workspace)
        .bind("post", post)
        .one<PostReading>();
  }

  Result<Done> forget_marks(const PostReading& reading) {
    for (const std::string& reason : reading.gist.reasons) {
      RAPPORT_TRY(
          change_mark("delete from post_reason where workspace_id = :workspace"
                      " and reason = :mark and said_at = :said_at and post_id = :post",
                      reading, reason));
    }
    for (const TopicId topic : reading.gist.topics) {
      RAPPORT_TRY(
          change_mark("delete from post_topic where workspace_id = :workspace"
                      " and topic_id = :mark and said_at = :said_at and post_id = :post",
                      reading, topic));
    }
    return Done{};
  }

  // Puts or takes one of the marks by which posts are found that say something.
  template <class Mark>
  Result<Done> change_mark(std::string_view sql, const PostReading& reading, const Mark& mark) {
    return may_change(db_.query(sql)
                          .bind("workspace", reading.workspace)
                          .bind("mark", mark)
                          .bind("said_at", reading.said_at)
                          .bind("post", reading.post)
                          .run());
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<ReadingStore> make_readings(Connection& db) {
  return std::make_unique<SqlReadings>(db);
}

}  // namespace rapport
