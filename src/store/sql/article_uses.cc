#include "store/sql/article_uses.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, ArticleUse& use) {
  to(use.workspace, use.id, use.article, use.conversation, use.post, use.act, use.kind, use.by,
     use.at);
}

void columns(Columns& to, UseRead& use) { to(use.article, use.post, use.reading); }

namespace {

constexpr std::string_view kUses =
    "select workspace_id, id, article_id, conversation_id, post_id, act_id, kind, by_member_id, at"
    " from article_use where workspace_id = :workspace";

std::string uses_sql(std::string_view rest) { return std::string(kUses) += rest; }

Result<Done> count_use(Connection& db, WorkspaceId workspace, ArticleId article, std::int64_t by,
                       Error otherwise) {
  return must_change(db.query("update article set uses = uses + :by where workspace_id = :workspace"
                              " and id = :id")
                         .bind("by", by)
                         .bind("workspace", workspace)
                         .bind("id", article)
                         .run(),
                     std::move(otherwise));
}

}  // namespace

Result<bool> SqlArticleUses::add(const ArticleUse& use) {
  auto added =
      db_.query(
             "insert into article_use (workspace_id, id, article_id, conversation_id, post_id,"
             " act_id, kind, by_member_id, at) select workspace_id, cast(:id as bigint), id,"
             " cast(:conversation as bigint), cast(:post as bigint), cast(:act as bigint),"
             " cast(:kind as text), cast(:by as bigint), cast(:at as bigint) from article"
             " where workspace_id = :workspace and id = :article on conflict do nothing")
          .bind("id", use.id)
          .bind("conversation", use.conversation)
          .bind("post", use.post)
          .bind("act", use.act)
          .bind("kind", use.kind)
          .bind("by", use.by)
          .bind("at", use.at)
          .bind("workspace", use.workspace)
          .bind("article", use.article)
          .run();
  if (!added) return fail(std::move(added.error()));
  if (*added == 0) return false;
  RAPPORT_TRY(count_use(db_, use.workspace, use.article, 1, missing("There is no such article.")));
  return true;
}

Result<Done> SqlArticleUses::drop(WorkspaceId workspace, ActId act) {
  static const std::string sql = uses_sql(" and act_id = :act and act_id is not null");
  auto found = db_.query(sql).bind("workspace", workspace).bind("act", act).all<ArticleUse>();
  if (!found) return fail(std::move(found.error()));
  return drop(workspace, *found);
}

Result<Done> SqlArticleUses::drop(WorkspaceId workspace, ConversationId conversation,
                                  ArticleUseKind kind) {
  static const std::string sql = uses_sql(" and conversation_id = :conversation and kind = :kind");
  auto found = db_.query(sql)
                   .bind("workspace", workspace)
                   .bind("conversation", conversation)
                   .bind("kind", kind)
                   .all<ArticleUse>();
  if (!found) return fail(std::move(found.error()));
  return drop(workspace, *found);
}

Result<Done> SqlArticleUses::drop(WorkspaceId workspace, const std::vector<ArticleUse>& uses) {
  for (const ArticleUse& each : uses) {
    RAPPORT_TRY(db_.query("delete from article_use where workspace_id = :workspace and id = :id")
                    .bind("workspace", workspace)
                    .bind("id", each.id)
                    .run());
    RAPPORT_TRY(count_use(db_, workspace, each.article, -1, missing("There is no such article.")));
  }
  return Done{};
}

Result<std::vector<ArticleUse>> SqlArticleUses::of(WorkspaceId workspace, ArticleId article,
                                                   std::optional<ArticleUseId> after, int most) {
  std::string sql = uses_sql(" and article_id = :article");
  if (after) sql += " and id < :after";
  Query query(db_, sql += " order by id desc limit :most");
  query.bind("workspace", workspace).bind("article", article).bind("most", most);
  if (after) query.bind("after", *after);
  return query.all<ArticleUse>();
}

Result<std::vector<UseRead>> SqlArticleUses::recent(WorkspaceId workspace, int most) {
  return db_
      .query(
          "select newest.article_id, newest.post_id, r.gist from (select id, article_id, post_id"
          " from article_use where workspace_id = :workspace order by id desc limit :most)"
          " as newest left join reading r on r.workspace_id = :workspace"
          " and r.post_id = newest.post_id order by newest.id desc")
      .bind("workspace", workspace)
      .bind("most", most)
      .all<UseRead>();
}

Result<Done> stamp_knowledge(Connection& db, WorkspaceId workspace, std::int64_t articles) {
  return may_change(db.query("insert into article_stamp (workspace_id, stamp, articles)"
                             " values (:workspace, 1, :articles) on conflict (workspace_id)"
                             " do update set stamp = article_stamp.stamp + 1,"
                             " articles = article_stamp.articles + excluded.articles")
                        .bind("workspace", workspace)
                        .bind("articles", articles)
                        .run());
}

}  // namespace rapport
