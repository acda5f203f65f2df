#include "store/asked_of_articles.h"

#include "model/post.h"
#include "store/sql/answers.h"
#include "store/sql/nouns.h"
#include "store/sql/unit.h"

namespace rapport {

// Whatever else a workspace has linked: somebody waits for this.
static constexpr int kMostUsesLooked = 20'000;

static void columns(Columns& to, AskedOfArticle& asked) {
  to(asked.article, asked.post, asked.kind, asked.text, asked.reading);
}

Result<std::vector<AskedOfArticle>> asked_of_articles(Unit& unit, WorkspaceId workspace,
                                                      int most_uses) {
  return dynamic_cast<SqlUnit&>(unit)
      .connection()
      .query(
          "select newest.article_id, p.id, newest.kind, p.text, r.gist from (select id, article_id,"
          " post_id, kind, row_number() over (partition by article_id order by id desc) as place"
          " from (select id, article_id, post_id, kind from article_use"
          " where workspace_id = :workspace and post_id is not null order by id desc limit :all)"
          " as newest) as newest join post p on p.workspace_id = :workspace and p.id = "
          "newest.post_id"
          " join account a on a.workspace_id = p.workspace_id and a.id = p.author_id"
          " left join reading r on r.workspace_id = p.workspace_id and r.post_id = p.id"
          " where newest.place <= :most and p.address in ('branch', 'direct')"
          " and p.deleted_at is null and p.text <> '' and p.our_hide = ''"
          " and a.ours = 0 and a.muted_by_us = 0 and a.blocked_by_us = ''"
          " order by newest.id desc")
      .bind("workspace", workspace)
      .bind("all", kMostUsesLooked)
      .bind("most", most_uses)
      .all<AskedOfArticle>();
}

Result<std::int64_t> asked_stamp(Unit& unit, WorkspaceId workspace) {
  auto found = dynamic_cast<SqlUnit&>(unit)
                   .connection()
                   .query("select asked from article_stamp where workspace_id = :workspace")
                   .bind("workspace", workspace)
                   .one<std::int64_t>();
  RAPPORT_TRY(found);
  return found->value_or(0);
}

Result<Done> asked_changed(Unit& unit, const Post& post) {
  return may_change(
      dynamic_cast<SqlUnit&>(unit)
          .connection()
          .query("update article_stamp set asked = asked + 1 where workspace_id = :workspace"
                 " and exists (select 1 from article_use u where u.workspace_id = :workspace"
                 " and u.conversation_id = :conversation and u.post_id = :post)")
          .bind("workspace", post.workspace)
          .bind("conversation", post.conversation)
          .bind("post", post.id)
          .run());
}

Result<Done> asked_changed(Unit& unit, WorkspaceId workspace, AccountId author) {
  return may_change(
      dynamic_cast<SqlUnit&>(unit)
          .connection()
          .query("update article_stamp set asked = asked + 1 where workspace_id = :workspace"
                 " and exists (select 1 from post p join article_use u"
                 " on u.workspace_id = p.workspace_id and u.conversation_id = p.conversation_id"
                 " and u.post_id = p.id where p.workspace_id = :workspace"
                 " and p.author_id = :author)")
          .bind("workspace", workspace)
          .bind("author", author)
          .run());
}

}  // namespace rapport
