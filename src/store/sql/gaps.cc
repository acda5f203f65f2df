#include "store/gaps.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "store/sql/answers.h"
#include "store/sql/unit.h"

namespace rapport {

static std::optional<GapState> of_word(std::string_view word, GapState) {
  return gap_state_of(word);
}

template <>
struct Field<Microseconds> {
  static constexpr CellKind kind = CellKind::kNumber;
  static std::int64_t write(Microseconds time) { return time.count(); }
  static bool read(const Cell& cell, Microseconds& time) {
    time = Microseconds{cell.number};
    return true;
  }
};

static void columns(Columns& to, PostedQuestion& post) {
  to(post.post, post.conversation, post.person, post.text, post.language, post.gist, post.asked_at,
     post.replied_at, post.over, post.article);
}

static void columns(Columns& to, Gap& gap) {
  to(gap.workspace, gap.id, gap.name, gap.words, gap.language, gap.state, gap.article, gap.people,
     gap.waiting, gap.posts, gap.longest_wait, gap.first_at, gap.last_at);
}

static void columns(Columns& to, GapPost& post) {
  to(post.gap, post.post, post.conversation, post.author, post.author_name, post.text, post.at);
}

static void columns(Columns& to, OurReply& reply) {
  to(reply.post, reply.parent, reply.text, reply.at);
}

static void columns(Columns& to, PostOfGap& post) { to(post.gap, post.post); }

static void columns(Columns& to, GapLesson& lesson) {
  to(lesson.workspace, lesson.learned_at, lesson.newest, lesson.article_stamp);
}

namespace {

struct Placed {
  PostId post;
  GapId gap;
  std::int64_t place = 0;
};

void columns(Columns& to, Placed& row) { to(row.post, row.gap, row.place); }

// Of the posts of a gap that are kept, as a lesson would count them now.
struct Counted {
  std::int64_t people = 0;
  std::int64_t waiting = 0;
  std::int64_t posts = 0;
};

void columns(Columns& to, Counted& row) { to(row.people, row.waiting, row.posts); }

constexpr std::string_view kGap =
    "select workspace_id, id, name, words, language, state, article_id, people, waiting, posts,"
    " longest_wait, first_at, last_at from gap where workspace_id = :workspace";

// Posts of gaps that can be shown: g is the place, p what they said, a who they are.
constexpr std::string_view kGapPosts =
    "select g.gap_id, p.id, p.conversation_id, p.author_id,"
    " case when a.name = '' then a.handle else a.name end, p.text, p.created_at from gap_post g"
    " join post p on p.workspace_id = g.workspace_id and p.id = g.post_id"
    " join account a on a.workspace_id = p.workspace_id and a.id = p.author_id"
    " where g.workspace_id = :workspace and p.deleted_at is null and p.our_hide = ''"
    " and a.muted_by_us = 0 and a.blocked_by_us = ''";

std::string gap_sql(std::string_view rest) { return std::string(kGap) += rest; }
std::string gap_posts_sql(std::string_view rest) { return std::string(kGapPosts) += rest; }

// A gap that lost a post.
Gap without(Gap gap, const Counted& before, const Counted& left) {
  if (gap.posts <= before.posts) {
    // A written one counts what was asked before it was written, and keeps what came since, too.
    gap.people = std::min(gap.people, left.people);
    gap.waiting = std::min(gap.waiting, left.waiting);
  } else {
    // Of a large one not all posts are kept: of the others it is known how many people they were.
    gap.people = std::max(gap.people - (before.people - left.people), left.people);
    gap.waiting = gap.waiting - (before.waiting - left.waiting);
    gap.waiting = std::clamp(gap.waiting, left.waiting, gap.people);
  }
  gap.posts = std::max<std::int64_t>(gap.posts - 1, 1);
  return gap;
}

class SqlGaps final : public GapStore {
 public:
  explicit SqlGaps(Connection& db) : db_(db) {}

  Result<std::vector<PostedQuestion>> questions(WorkspaceId workspace, Time from, int most_looked,
                                                int most) override {
    // Without the plus SQLite looks for the least time from the first post of the workspace on.
    // The gist is a text (packing.h): what else could hold these words is told apart by who asks.
    return db_
        .query(
            "select p.id, p.conversation_id, m.person_id, p.text, r.language, r.gist,"
            " p.created_at, (select min(+o.created_at) from post o"
            " where o.workspace_id = p.workspace_id and o.parent_id = p.id"
            " and o.address = 'ours' and o.deleted_at is null),"
            " case when p.before_rapport = 1 or c.state not in ('open', 'snoozed')"
            " then 1 else 0 end, (select min(u.article_id) from article_use u"
            " where u.workspace_id = p.workspace_id and u.conversation_id = p.conversation_id"
            " and (u.kind = 'resolved' or u.post_id = p.id))"
            " from (select id, created_at from post where workspace_id = :workspace"
            " and created_at >= :from order by created_at desc, id desc limit :most_looked)"
            " as newest"
            " join post p on p.workspace_id = :workspace and p.id = newest.id"
            " join reading r on r.workspace_id = p.workspace_id and r.post_id = p.id"
            " join conversation c on c.workspace_id = p.workspace_id and c.id = p.conversation_id"
            " join account a on a.workspace_id = p.workspace_id and a.id = p.author_id"
            " join person_account m on m.workspace_id = p.workspace_id"
            " and m.account_id = p.author_id"
            " where p.address in ('branch', 'direct') and p.deleted_at is null and p.text <> ''"
            " and p.our_hide = '' and a.ours = 0 and a.muted_by_us = 0 and a.blocked_by_us = ''"
            " and (r.gist like '%question%' or r.gist like '%request%')"
            " order by newest.created_at desc, newest.id desc limit :most")
        .bind("workspace", workspace)
        .bind("from", from)
        .bind("most_looked", most_looked)
        .bind("most", most)
        .all<PostedQuestion>();
  }

  Result<std::vector<OurReply>> replies(WorkspaceId workspace,
                                        const std::vector<PostId>& posts) override {
    if (posts.empty()) return std::vector<OurReply>{};
    std::string sql =
        "select id, parent_id, text, created_at from post where workspace_id = :workspace"
        " and address = 'ours' and deleted_at is null and text <> '' and parent_id in ";
    return db_.query((sql += db_.dialect().numbers) += " order by created_at desc, id desc")
        .bind("workspace", workspace)
        .bind("list", pack_ids(posts))
        .all<OurReply>();
  }

  Result<std::vector<Gap>> all(WorkspaceId workspace) override {
    static const std::string sql = gap_sql(" order by waiting desc, people desc, last_at desc, id");
    return db_.query(sql).bind("workspace", workspace).all<Gap>();
  }

  Result<Gap> find(WorkspaceId workspace, GapId id) override {
    static const std::string sql = gap_sql(" and id = :id");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Gap>(),
                     "There is no such gap any more.");
  }

  Result<std::vector<GapPost>> posts(WorkspaceId workspace, GapId id, int most) override {
    static const std::string sql =
        gap_posts_sql(" and g.gap_id = :gap order by g.place, g.post_id limit :most");
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("gap", id)
        .bind("most", most)
        .all<GapPost>();
  }

  Result<std::vector<GapPost>> examples(WorkspaceId workspace, int most) override {
    static const std::string sql =
        gap_posts_sql(" and g.place < :most order by g.gap_id, g.place, g.post_id");
    return db_.query(sql).bind("workspace", workspace).bind("most", most).all<GapPost>();
  }

  Result<std::vector<PostOfGap>> kept(WorkspaceId workspace) override {
    return db_
        .query(
            "select gap_id, post_id from gap_post where workspace_id = :workspace"
            " order by gap_id, place, post_id")
        .bind("workspace", workspace)
        .all<PostOfGap>();
  }

  Result<Done> replace(WorkspaceId workspace, const std::vector<KeptGap>& gaps) override {
    auto before = all(workspace);
    RAPPORT_TRY(before);
    std::map<GapId, const Gap*> old;
    for (const Gap& each : *before) old[each.id] = &each;
    for (const KeptGap& each : gaps) {
      const auto known = old.find(each.gap.id);
      if (known == old.end() || *known->second != each.gap) RAPPORT_TRY(put(each.gap));
      if (known != old.end()) old.erase(known);
    }
    for (const auto& [id, gap] : old) RAPPORT_TRY(remove(workspace, id));
    return replace_posts(workspace, gaps);
  }

  Result<Done> save(const Gap& gap) override {
    return must_change(db_.query("update gap set state = :state, article_id = :article"
                                 " where workspace_id = :workspace and id = :id")
                           .bind("state", gap.state)
                           .bind("article", gap.article)
                           .bind("workspace", gap.workspace)
                           .bind("id", gap.id)
                           .run(),
                       missing("There is no such gap any more."));
  }

  Result<Done> published(WorkspaceId workspace, ArticleId article) override {
    return may_change(db_.query("update gap set state = 'written' where workspace_id = :workspace"
                                " and article_id = :article and state = 'open'")
                          .bind("workspace", workspace)
                          .bind("article", article)
                          .run());
  }

  Result<Done> lost(WorkspaceId workspace, ArticleId article) override {
    return may_change(db_.query("update gap set article_id = null, state = case state"
                                " when 'written' then 'open' else state end"
                                " where workspace_id = :workspace and article_id = :article")
                          .bind("workspace", workspace)
                          .bind("article", article)
                          .run());
  }

  Result<Done> drop(WorkspaceId workspace, PostId post) override {
    static const std::string sql = gap_sql(
        " and id = (select gap_id from gap_post where workspace_id = :workspace"
        " and post_id = :post)");
    auto gap = db_.query(sql).bind("workspace", workspace).bind("post", post).one<Gap>();
    RAPPORT_TRY(gap);
    if (!*gap) return Done{};
    auto before = count(workspace, (*gap)->id);
    RAPPORT_TRY(before);
    RAPPORT_TRY(remove_post(workspace, post));
    auto left = count(workspace, (*gap)->id);
    RAPPORT_TRY(left);
    if (left->posts == 0) return remove(workspace, (*gap)->id);
    return put(without(std::move(**gap), *before, *left));
  }

  Result<std::optional<GapLesson>> lesson(WorkspaceId workspace) override {
    return db_
        .query(
            "select workspace_id, learned_at, newest_post_id, article_stamp from gap_lesson"
            " where workspace_id = :workspace")
        .bind("workspace", workspace)
        .one<GapLesson>();
  }

  Result<Done> save(const GapLesson& lesson) override {
    return may_change(
        db_.query("insert into gap_lesson (workspace_id, learned_at, newest_post_id,"
                  " article_stamp) values (:workspace, :learned_at, :newest, :stamp)"
                  " on conflict (workspace_id) do update set learned_at = excluded.learned_at,"
                  " newest_post_id = excluded.newest_post_id,"
                  " article_stamp = excluded.article_stamp")
            .bind("workspace", lesson.workspace)
            .bind("learned_at", lesson.learned_at)
            .bind("newest", lesson.newest)
            .bind("stamp", lesson.article_stamp)
            .run());
  }

  Result<std::optional<PostId>> newest_post(WorkspaceId workspace) override {
    return db_.query("select id from post where workspace_id = :workspace order by id desc limit 1")
        .bind("workspace", workspace)
        .one<PostId>();
  }

 private:
  Result<Done> put(const Gap& gap) {
    return may_change(
        db_.query("insert into gap (workspace_id, id, name, words, language, state, article_id,"
                  " people, waiting, posts, longest_wait, first_at, last_at) values (:workspace,"
                  " :id, :name, :words, :language, :state, :article, :people, :waiting, :posts,"
                  " :longest_wait, :first_at, :last_at) on conflict (workspace_id, id) do update"
                  " set name = excluded.name, words = excluded.words,"
                  " language = excluded.language, state = excluded.state,"
                  " article_id = excluded.article_id, people = excluded.people,"
                  " waiting = excluded.waiting, posts = excluded.posts,"
                  " longest_wait = excluded.longest_wait, first_at = excluded.first_at,"
                  " last_at = excluded.last_at")
            .bind("workspace", gap.workspace)
            .bind("id", gap.id)
            .bind("name", gap.name)
            .bind("words", gap.words)
            .bind("language", gap.language)
            .bind("state", gap.state)
            .bind("article", gap.article)
            .bind("people", gap.people)
            .bind("waiting", gap.waiting)
            .bind("posts", gap.posts)
            .bind("longest_wait", gap.longest_wait)
            .bind("first_at", gap.first_at)
            .bind("last_at", gap.last_at)
            .run());
  }

  Result<Counted> count(WorkspaceId workspace, GapId id) {
    auto counted =
        db_.query(
               "select count(distinct m.person_id), count(distinct case when p.before_rapport = 0"
               " and c.state in ('open', 'snoozed') and not exists (select 1 from post o"
               " where o.workspace_id = p.workspace_id and o.parent_id = p.id"
               " and o.address = 'ours' and o.deleted_at is null) then m.person_id end),"
               " count(distinct g.post_id) from gap_post g"
               " left join post p on p.workspace_id = g.workspace_id and p.id = g.post_id"
               " left join conversation c on c.workspace_id = p.workspace_id"
               " and c.id = p.conversation_id"
               " left join person_account m on m.workspace_id = p.workspace_id"
               " and m.account_id = p.author_id"
               " where g.workspace_id = :workspace and g.gap_id = :gap")
            .bind("workspace", workspace)
            .bind("gap", id)
            .one<Counted>();
    RAPPORT_TRY(counted);
    return counted->value_or(Counted{});
  }

  Result<Done> remove(WorkspaceId workspace, GapId id) {
    return may_change(db_.query("delete from gap where workspace_id = :workspace and id = :id")
                          .bind("workspace", workspace)
                          .bind("id", id)
                          .run());
  }

  Result<Done> replace_posts(WorkspaceId workspace, const std::vector<KeptGap>& gaps) {
    auto rows = db_.query(
                       "select post_id, gap_id, place from gap_post"
                       " where workspace_id = :workspace")
                    .bind("workspace", workspace)
                    .all<Placed>();
    RAPPORT_TRY(rows);
    std::map<PostId, std::pair<GapId, std::int64_t>> old;
    for (const Placed& each : *rows) old[each.post] = {each.gap, each.place};
    for (const KeptGap& each : gaps) {
      std::int64_t place = 0;
      for (const PostId post : each.posts) {
        const std::pair<GapId, std::int64_t> now{each.gap.id, place++};
        const auto known = old.find(post);
        if (known == old.end() || known->second != now) RAPPORT_TRY(put_post(workspace, post, now));
        if (known != old.end()) old.erase(known);
      }
    }
    for (const auto& [post, place] : old) RAPPORT_TRY(remove_post(workspace, post));
    return Done{};
  }

  Result<Done> put_post(WorkspaceId workspace, PostId post, std::pair<GapId, std::int64_t> now) {
    return may_change(
        db_.query("insert into gap_post (workspace_id, post_id, gap_id, place) values (:workspace,"
                  " :post, :gap, :place) on conflict (workspace_id, post_id) do update set"
                  " gap_id = excluded.gap_id, place = excluded.place")
            .bind("workspace", workspace)
            .bind("post", post)
            .bind("gap", now.first)
            .bind("place", now.second)
            .run());
  }

  Result<Done> remove_post(WorkspaceId workspace, PostId post) {
    return may_change(db_.query("delete from gap_post where workspace_id = :workspace"
                                " and post_id = :post")
                          .bind("workspace", workspace)
                          .bind("post", post)
                          .run());
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<GapStore> gaps_in(Unit& unit) {
  return std::make_unique<SqlGaps>(dynamic_cast<SqlUnit&>(unit).connection());
}

}  // namespace rapport
