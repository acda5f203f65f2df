#include "store/teaching.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Correction& correction) {
  to(correction.workspace, correction.post, correction.part, correction.was, correction.now,
     correction.by, correction.at, correction.undone_at);
}

void columns(Columns& to, PostWords& post) {
  to(post.post, post.conversation, post.text, post.langs, post.created_at);
}

void columns(Columns& to, WorkspaceReason& reason) {
  to(reason.workspace, reason.key, reason.name, reason.merged_into, reason.created_at);
}

void columns(Columns& to, Learning& learning) {
  to(learning.workspace, learning.on, learning.better, learning.blob, learning.trained_at,
     learning.examples, learning.corrections, learning.before, learning.after);
}

namespace {

constexpr std::string_view kCorrections =
    "select workspace_id, post_id, part, was, corrected_to, by_member_id, at, undone_at"
    " from correction where workspace_id = :workspace";

std::string corrections_where(std::string_view rest) { return std::string(kCorrections) += rest; }

class SqlTeaching final : public TeachingStore {
 public:
  explicit SqlTeaching(Connection& db) : db_(db) {}

  Result<Done> save(const Correction& correction) override {
    return may_change(
        db_.query("insert into correction (workspace_id, post_id, part, was, corrected_to,"
                  " by_member_id, at, undone_at) values (:workspace, :post, :part, :was, :now,"
                  " :by, :at, :undone_at) on conflict (workspace_id, post_id, part) do update set"
                  " was = excluded.was, corrected_to = excluded.corrected_to,"
                  " by_member_id = excluded.by_member_id, at = excluded.at,"
                  " undone_at = excluded.undone_at")
            .bind("workspace", correction.workspace)
            .bind("post", correction.post)
            .bind("part", correction.part)
            .bind("was", correction.was)
            .bind("now", correction.now)
            .bind("by", correction.by)
            .bind("at", correction.at)
            .bind("undone_at", correction.undone_at)
            .run());
  }

  Result<std::vector<Correction>> corrections(WorkspaceId workspace,
                                              const std::vector<PostId>& posts) override {
    if (posts.empty()) return std::vector<Correction>{};
    const std::string sql = corrections_where(" and post_id in ") +
                            std::string(db_.dialect().numbers) + " order by post_id, part";
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("list", pack_ids(posts))
        .all<Correction>();
  }

  Result<std::vector<Correction>> newest(WorkspaceId workspace, int most) override {
    static const std::string sql = corrections_where(
        " and undone_at is null order by at desc, post_id desc, part desc limit :most");
    return db_.query(sql).bind("workspace", workspace).bind("most", most).all<Correction>();
  }

  Result<CorrectionTally> tally(WorkspaceId workspace, Time after) override {
    CorrectionTally tally;
    auto standing =
        one_number(db_.query("select count(*) from correction where workspace_id = :workspace"
                             " and undone_at is null")
                       .bind("workspace", workspace));
    if (!standing) return fail(std::move(standing.error()));
    tally.standing = *standing;
    auto made =
        one_number(db_.query("select count(*) from correction where workspace_id = :workspace"
                             " and undone_at is null and at > :after")
                       .bind("workspace", workspace)
                       .bind("after", after));
    if (!made) return fail(std::move(made.error()));
    auto undone =
        one_number(db_.query("select count(*) from correction where workspace_id = :workspace"
                             " and undone_at > :after and at <= :after")
                       .bind("workspace", workspace)
                       .bind("after", after));
    if (!undone) return fail(std::move(undone.error()));
    tally.fresh = *made + *undone;
    return tally;
  }

  Result<std::vector<PostWords>> words(WorkspaceId workspace,
                                       const std::vector<PostId>& posts) override {
    if (posts.empty()) return std::vector<PostWords>{};
    return db_
        .query(std::string("select id, conversation_id, text, langs, created_at from post"
                           " where workspace_id = :workspace and deleted_at is null"
                           " and text <> '' and id in ") += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("list", pack_ids(posts))
        .all<PostWords>();
  }

  Result<std::vector<PostWords>> accepted(WorkspaceId workspace, int most) override {
    return db_
        .query(
            "select p.id, p.conversation_id, p.text, p.langs, p.created_at from"
            " (select excerpt_post_id, last_post_at, id from conversation"
            " where workspace_id = :workspace and state = 'resolved' and before_rapport = 0"
            " order by last_post_at desc, id desc limit :most) as newest"
            " join post p on p.workspace_id = :workspace and p.id = newest.excerpt_post_id"
            " where p.address <> 'ours' and p.deleted_at is null and p.text <> ''"
            " and not exists (select 1 from correction c where c.workspace_id = :workspace"
            " and c.post_id = p.id and c.undone_at is null)"
            " order by newest.last_post_at desc, newest.id desc")
        .bind("workspace", workspace)
        .bind("most", most)
        .all<PostWords>();
  }

  Result<std::vector<WorkspaceReason>> reasons(WorkspaceId workspace) override {
    return db_
        .query(
            "select workspace_id, key, name, merged_into, created_at from reason"
            " where workspace_id = :workspace order by key")
        .bind("workspace", workspace)
        .all<WorkspaceReason>();
  }

  Result<Done> save(const WorkspaceReason& reason) override {
    return may_change(
        db_.query("insert into reason (workspace_id, key, name, merged_into, created_at) values"
                  " (:workspace, :key, :name, :merged_into, :created_at)"
                  " on conflict (workspace_id, key) do update set name = excluded.name,"
                  " merged_into = excluded.merged_into")
            .bind("workspace", reason.workspace)
            .bind("key", reason.key)
            .bind("name", reason.name)
            .bind("merged_into", reason.merged_into)
            .bind("created_at", reason.created_at)
            .run());
  }

  Result<std::int64_t> count(WorkspaceId workspace, std::string_view reason, Time from,
                             Time to) override {
    return one_number(db_.query("select count(*) from post_reason where workspace_id = :workspace"
                                " and reason = :reason and said_at >= :from and said_at < :to")
                          .bind("workspace", workspace)
                          .bind("reason", reason)
                          .bind("from", from)
                          .bind("to", to));
  }

  Result<std::vector<PostWords>> examples(WorkspaceId workspace, std::string_view reason, Time from,
                                          Time to, int most) override {
    return db_
        .query(
            "select p.id, p.conversation_id, p.text, p.langs, p.created_at from"
            " (select post_id, said_at from post_reason where workspace_id = :workspace"
            " and reason = :reason and said_at >= :from and said_at < :to"
            " order by said_at desc, post_id desc limit :most) as newest"
            " join post p on p.workspace_id = :workspace and p.id = newest.post_id"
            " order by newest.said_at desc, newest.post_id desc")
        .bind("workspace", workspace)
        .bind("reason", reason)
        .bind("from", from)
        .bind("to", to)
        .bind("most", most)
        .all<PostWords>();
  }

  Result<Learning> learning(WorkspaceId workspace) override {
    auto kept =
        db_.query(
               "select workspace_id, wanted, better, learned, trained_at, examples, corrections,"
               " right_before, right_after from learning where workspace_id = :workspace")
            .bind("workspace", workspace)
            .one<Learning>();
    if (!kept) return fail(std::move(kept.error()));
    return kept->value_or(Learning{.workspace = workspace});
  }

  Result<Done> save(const Learning& learning) override {
    return may_change(
        db_.query("insert into learning (workspace_id, wanted, better, learned, trained_at,"
                  " examples, corrections, right_before, right_after) values (:workspace, :wanted,"
                  " :better, :learned, :trained_at, :examples, :corrections, :before, :after)"
                  " on conflict (workspace_id) do update set wanted = excluded.wanted,"
                  " better = excluded.better, learned = excluded.learned,"
                  " trained_at = excluded.trained_at, examples = excluded.examples,"
                  " corrections = excluded.corrections, right_before = excluded.right_before,"
                  " right_after = excluded.right_after")
            .bind("workspace", learning.workspace)
            .bind("wanted", learning.on)
            .bind("better", learning.better)
            .bind("learned", learning.blob)
            .bind("trained_at", learning.trained_at)
            .bind("examples", learning.examples)
            .bind("corrections", learning.corrections)
            .bind("before", learning.before)
            .bind("after", learning.after)
            .run());
  }

 private:
  static Result<std::int64_t> one_number(Query& query) {
    auto number = query.one<std::int64_t>();
    if (!number) return fail(std::move(number.error()));
    return number->value_or(0);
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<TeachingStore> make_teaching(Connection& db) {
  return std::make_unique<SqlTeaching>(db);
}

}  // namespace rapport
