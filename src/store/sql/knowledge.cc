#include "store/knowledge.h"

#include <utility>

#include "store/sql/answers.h"
#include "store/sql/article_uses.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, KnowledgeEntry& entry) {
  to(entry.workspace, entry.id, entry.kind, entry.status, entry.language, entry.category,
     entry.slug, entry.title, entry.markdown, entry.url, entry.url_key, entry.medium,
     entry.questions, entry.owner, entry.review_at, entry.source, entry.source_digest, entry.uses,
     entry.by, entry.created_at, entry.changed_at, entry.published_at, entry.version);
}

void columns(Columns& to, KnowledgeStamp& stamp) { to(stamp.stamp, stamp.articles); }

void columns(Columns& to, ArticleCategory& category) {
  to(category.workspace, category.id, category.name, category.folded, category.slug, category.place,
     category.articles);
}

namespace {

constexpr std::string_view kWhole =
    "select workspace_id, id, kind, status, language, category_id, slug, title, markdown, url,"
    " url_key, medium, questions, owner_id, review_at, source, source_digest, uses, by_member_id,"
    " created_at, changed_at, published_at, version from article where workspace_id = :workspace";
constexpr std::string_view kRows =
    "select workspace_id, id, kind, status, language, category_id, slug, title, '', url,"
    " url_key, medium, '', owner_id, review_at, source, source_digest, uses, by_member_id,"
    " created_at, changed_at, published_at, version from article where workspace_id = :workspace";
constexpr std::string_view kCategories =
    "select workspace_id, id, name, folded, slug, place, articles from article_category"
    " where workspace_id = :workspace";

std::string whole(std::string_view rest) { return std::string(kWhole) += rest; }
std::string rows(std::string_view rest) { return std::string(kRows) += rest; }
std::string categories_sql(std::string_view rest) { return std::string(kCategories) += rest; }

// Everything of an entry that can change.
Query& bind_changing(Query& query, const KnowledgeEntry& entry) {
  return query.bind("kind", entry.kind)
      .bind("status", entry.status)
      .bind("language", entry.language)
      .bind("category", entry.category)
      .bind("slug", entry.slug)
      .bind("title", entry.title)
      .bind("markdown", entry.markdown)
      .bind("url", entry.url)
      .bind("url_key", entry.url_key)
      .bind("medium", entry.medium)
      .bind("questions", entry.questions)
      .bind("owner", entry.owner)
      .bind("review_at", entry.review_at)
      .bind("source", entry.source)
      .bind("source_digest", entry.source_digest)
      .bind("changed_at", entry.changed_at)
      .bind("published_at", entry.published_at)
      .bind("version", entry.version);
}

struct Address {
  ArticleId id;
  std::string slug;
  std::string language;
  std::optional<ArticleCategoryId> category;
};
void columns(Columns& to, Address& address) {
  to(address.id, address.slug, address.language, address.category);
}

class SqlKnowledge final : public KnowledgeStore {
 public:
  explicit SqlKnowledge(Connection& db) : db_(db), uses_(db) {}

  Result<Done> add(const KnowledgeEntry& entry) override {
    Query query(
        db_,
        "insert into article (workspace_id, id, kind, status, language, category_id, slug,"
        " title, markdown, url, url_key, medium, questions, owner_id, review_at, source,"
        " source_digest, uses, by_member_id, created_at, changed_at, published_at, version) values"
        " (:workspace, :id, :kind, :status, :language, :category, :slug, :title, :markdown,"
        " :url, :url_key, :medium, :questions, :owner, :review_at, :source, :source_digest, 0,"
        " :by, :created_at, :changed_at, :published_at, :version) on conflict do nothing");
    query.bind("workspace", entry.workspace)
        .bind("id", entry.id)
        .bind("by", entry.by)
        .bind("created_at", entry.created_at);
    RAPPORT_TRY(must_change(bind_changing(query, entry).run(),
                            exists("There is an article at this address already.")));
    RAPPORT_TRY(forget_address(entry));
    RAPPORT_TRY(count(entry.workspace, entry.category, 1));
    return stamp_knowledge(db_, entry.workspace, 1);
  }

  Result<Done> save(const KnowledgeEntry& entry) override {
    auto before = address(entry.workspace, entry.id);
    if (!before) return fail(std::move(before.error()));
    if (!*before) return not_found("There is no such article.");
    auto there = at(entry.workspace, entry.slug, entry.language);
    if (!there) return fail(std::move(there.error()));
    if (*there && (*there)->id != entry.id) {
      return conflict("There is an article at this address already.");
    }
    const std::int64_t version_before = entry.version - 1;
    Query query(db_,
                "update article set kind = :kind, status = :status, language = :language,"
                " category_id = :category, slug = :slug, title = :title, markdown = :markdown,"
                " url = :url, url_key = :url_key, medium = :medium, questions = :questions,"
                " owner_id = :owner, review_at = :review_at, source = :source,"
                " source_digest = :source_digest, changed_at = :changed_at, published_at = "
                ":published_at, version = :version"
                " where workspace_id = :workspace and id = :id and version = :before");
    query.bind("workspace", entry.workspace).bind("id", entry.id).bind("before", version_before);
    RAPPORT_TRY(must_change(
        bind_changing(query, entry).run(),
        exists("Somebody changed this article since you opened it. Your words are kept here.")));
    const Address& old = **before;
    RAPPORT_TRY(forget_address(entry));
    if (old.slug != entry.slug || old.language != entry.language) {
      RAPPORT_TRY(keep_address(entry.workspace, old));
    }
    if (old.category != entry.category) {
      RAPPORT_TRY(count(entry.workspace, old.category, -1));
      RAPPORT_TRY(count(entry.workspace, entry.category, 1));
    }
    return stamp_knowledge(db_, entry.workspace, 0);
  }

  Result<KnowledgeEntry> find(WorkspaceId workspace, ArticleId id) override {
    static const std::string sql = whole(" and id = :id");
    return must_find(
        db_.query(sql).bind("workspace", workspace).bind("id", id).one<KnowledgeEntry>(),
        "There is no such article.");
  }

  Result<Done> remove(WorkspaceId workspace, ArticleId id) override {
    auto before = address(workspace, id);
    if (!before) return fail(std::move(before.error()));
    if (!*before) return Done{};
    for (const char* sql :
         {"delete from article_slug where workspace_id = :workspace and article_id = :id",
          "delete from article_use where workspace_id = :workspace and article_id = :id",
          "delete from article where workspace_id = :workspace and id = :id"}) {
      RAPPORT_TRY(db_.query(sql).bind("workspace", workspace).bind("id", id).run());
    }
    RAPPORT_TRY(count(workspace, (*before)->category, -1));
    return stamp_knowledge(db_, workspace, -1);
  }

  Result<std::vector<KnowledgeEntry>> some(WorkspaceId workspace,
                                           const std::vector<ArticleId>& ids) override {
    if (ids.empty()) return std::vector<KnowledgeEntry>{};
    return db_.query(rows(" and id in ") += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("list", pack_ids(ids))
        .all<KnowledgeEntry>();
  }

  Result<std::vector<KnowledgeEntry>> translations(WorkspaceId workspace,
                                                   std::string_view slug) override {
    static const std::string sql = rows(" and slug = :slug order by language");
    return db_.query(sql).bind("workspace", workspace).bind("slug", slug).all<KnowledgeEntry>();
  }

  Result<std::vector<ArticleId>> once_at(WorkspaceId workspace, std::string_view slug) override {
    return db_
        .query(
            "select article_id from article_slug where workspace_id = :workspace"
            " and slug = :slug order by language")
        .bind("workspace", workspace)
        .bind("slug", slug)
        .all<ArticleId>();
  }

  Result<std::vector<KnowledgeEntry>> by_source(WorkspaceId workspace,
                                                std::string_view source) override {
    static const std::string sql =
        whole(" and source = :source and source <> '' order by language");
    return db_.query(sql).bind("workspace", workspace).bind("source", source).all<KnowledgeEntry>();
  }

  Result<std::vector<KnowledgeEntry>> by_url_keys(WorkspaceId workspace,
                                                  const std::vector<std::string>& keys) override {
    if (keys.empty()) return std::vector<KnowledgeEntry>{};
    return db_
        .query((rows(" and url_key <> '' and url_key in ") += db_.dialect().words) +=
               " order by id")
        .bind("workspace", workspace)
        .bind("list", keys)
        .all<KnowledgeEntry>();
  }

  Result<std::vector<KnowledgeEntry>> list(WorkspaceId workspace, const KnowledgeFilter& filter,
                                           std::optional<KnowledgePlace> after, int most,
                                           Part part) override {
    std::string sql(part == Part::kWhole ? kWhole : kRows);
    if (filter.kind) sql += " and kind = :kind";
    if (filter.status) sql += " and status = :status";
    if (filter.category) sql += " and category_id = :category";
    if (!filter.language.empty()) sql += " and language = :language";
    if (filter.review_before) {
      sql += " and review_at is not null and status <> 'archived' and review_at <= :review_before";
    }
    if (after) sql += " and (changed_at, id) < (:changed_at, :after)";
    Query query(db_, sql += " order by changed_at desc, id desc limit :most");
    query.bind("workspace", workspace).bind("most", most);
    if (filter.kind) query.bind("kind", *filter.kind);
    if (filter.status) query.bind("status", *filter.status);
    if (filter.category) query.bind("category", *filter.category);
    if (!filter.language.empty()) query.bind("language", filter.language);
    if (filter.review_before) query.bind("review_before", *filter.review_before);
    if (after) query.bind("changed_at", after->changed_at).bind("after", after->id);
    return query.all<KnowledgeEntry>();
  }

  Result<std::vector<KnowledgeEntry>> published(WorkspaceId workspace) override {
    static const std::string sql = whole(" and status = 'published' order by id");
    return db_.query(sql).bind("workspace", workspace).all<KnowledgeEntry>();
  }

  Result<KnowledgeStamp> stamp(WorkspaceId workspace) override {
    auto found =
        db_.query("select stamp, articles from article_stamp where workspace_id = :workspace")
            .bind("workspace", workspace)
            .one<KnowledgeStamp>();
    if (!found) return fail(std::move(found.error()));
    return found->value_or(KnowledgeStamp{});
  }

  Result<std::int64_t> to_review(WorkspaceId workspace, Time by, int most) override {
    auto found = db_.query(
                        "select count(*) from (select review_at from article"
                        " where workspace_id = :workspace and review_at is not null"
                        " and status <> 'archived' and review_at <= :by"
                        " order by review_at limit :most) as counted")
                     .bind("workspace", workspace)
                     .bind("by", by)
                     .bind("most", most)
                     .one<std::int64_t>();
    if (!found) return fail(std::move(found.error()));
    return found->value_or(0);
  }

  Result<Done> add_category(const ArticleCategory& category) override {
    return must_change(
        db_.query("insert into article_category (workspace_id, id, name, folded, slug, place,"
                  " articles) values (:workspace, :id, :name, :folded, :slug, :place, 0)"
                  " on conflict do nothing")
            .bind("workspace", category.workspace)
            .bind("id", category.id)
            .bind("name", category.name)
            .bind("folded", category.folded)
            .bind("slug", category.slug)
            .bind("place", category.place)
            .run(),
        exists("There is a category of this name already."));
  }

  Result<Done> save_category(const ArticleCategory& category) override {
    auto namesakes = db_.query(
                            "select id from article_category where workspace_id = :workspace"
                            " and folded = :folded union all select id from article_category"
                            " where workspace_id = :workspace and slug = :slug")
                         .bind("workspace", category.workspace)
                         .bind("folded", category.folded)
                         .bind("slug", category.slug)
                         .all<ArticleCategoryId>();
    if (!namesakes) return fail(std::move(namesakes.error()));
    for (const ArticleCategoryId each : *namesakes) {
      if (each != category.id) return conflict("There is a category of this name already.");
    }
    RAPPORT_TRY(must_change(
        db_.query("update article_category set name = :name, folded = :folded, slug = :slug,"
                  " place = :place where workspace_id = :workspace and id = :id")
            .bind("name", category.name)
            .bind("folded", category.folded)
            .bind("slug", category.slug)
            .bind("place", category.place)
            .bind("workspace", category.workspace)
            .bind("id", category.id)
            .run(),
        missing("There is no such category.")));
    return stamp_knowledge(db_, category.workspace, 0);
  }

  Result<ArticleCategory> category(WorkspaceId workspace, ArticleCategoryId id) override {
    static const std::string sql = categories_sql(" and id = :id");
    return must_find(
        db_.query(sql).bind("workspace", workspace).bind("id", id).one<ArticleCategory>(),
        "There is no such category.");
  }

  Result<std::vector<ArticleCategory>> categories(WorkspaceId workspace) override {
    static const std::string sql = categories_sql(" order by place, id");
    return db_.query(sql).bind("workspace", workspace).all<ArticleCategory>();
  }

  Result<Done> remove_category(WorkspaceId workspace, ArticleCategoryId id) override {
    RAPPORT_TRY(must_change(
        db_.query("delete from article_category where workspace_id = :workspace and id = :id")
            .bind("workspace", workspace)
            .bind("id", id)
            .run(),
        missing("There is no such category.")));
    RAPPORT_TRY(db_.query("update article set category_id = null where workspace_id = :workspace"
                          " and category_id = :id")
                    .bind("workspace", workspace)
                    .bind("id", id)
                    .run());
    return stamp_knowledge(db_, workspace, 0);
  }

  Result<bool> add_use(const ArticleUse& use) override { return uses_.add(use); }
  Result<Done> drop_uses(WorkspaceId workspace, ActId act) override {
    return uses_.drop(workspace, act);
  }
  Result<Done> drop_uses(WorkspaceId workspace, ConversationId conversation,
                         ArticleUseKind kind) override {
    return uses_.drop(workspace, conversation, kind);
  }
  Result<std::vector<ArticleUse>> uses(WorkspaceId workspace, ArticleId article,
                                       std::optional<ArticleUseId> after, int most) override {
    return uses_.of(workspace, article, after, most);
  }
  Result<std::vector<UseRead>> recent_uses(WorkspaceId workspace, int most) override {
    return uses_.recent(workspace, most);
  }

 private:
  Result<std::optional<Address>> address(WorkspaceId workspace, ArticleId id) {
    return db_
        .query(
            "select id, slug, language, category_id from article where workspace_id = :workspace"
            " and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .one<Address>();
  }

  Result<std::optional<Address>> at(WorkspaceId workspace, const std::string& slug,
                                    const std::string& language) {
    return db_
        .query(
            "select id, slug, language, category_id from article where workspace_id = :workspace"
            " and slug = :slug and language = :language")
        .bind("workspace", workspace)
        .bind("slug", slug)
        .bind("language", language)
        .one<Address>();
  }

  Result<Done> keep_address(WorkspaceId workspace, const Address& old) {
    return may_change(
        db_.query("insert into article_slug (workspace_id, slug, language, article_id)"
                  " values (:workspace, :slug, :language, :article)"
                  " on conflict (workspace_id, slug, language)"
                  " do update set article_id = excluded.article_id")
            .bind("workspace", workspace)
            .bind("slug", old.slug)
            .bind("language", old.language)
            .bind("article", old.id)
            .run());
  }

  // Whoever has an address now has it alone.
  Result<Done> forget_address(const KnowledgeEntry& entry) {
    return may_change(db_.query("delete from article_slug where workspace_id = :workspace"
                                " and slug = :slug and language = :language")
                          .bind("workspace", entry.workspace)
                          .bind("slug", entry.slug)
                          .bind("language", entry.language)
                          .run());
  }

  Result<Done> count(WorkspaceId workspace, const std::optional<ArticleCategoryId>& category,
                     std::int64_t by) {
    if (!category) return Done{};
    return may_change(db_.query("update article_category set articles = articles + :by"
                                " where workspace_id = :workspace and id = :id")
                          .bind("by", by)
                          .bind("workspace", workspace)
                          .bind("id", *category)
                          .run());
  }

  Connection& db_;
  SqlArticleUses uses_;
};

}  // namespace

std::unique_ptr<KnowledgeStore> make_knowledge(Connection& db) {
  return std::make_unique<SqlKnowledge>(db);
}

}  // namespace rapport
