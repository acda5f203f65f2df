// Whether somebody was told is never kept: it follows from the posts, so an answer in the network's
// own app counts, and one that was deleted does not.

#include "store/remedies.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Remedy& remedy) {
  to(remedy.workspace, remedy.id, remedy.reason, remedy.done, remedy.article, remedy.since,
     remedy.by, remedy.at, remedy.closed_at, remedy.whole);
}

void columns(Columns& to, RemedyStanding& row) {
  to(row.person, row.post, row.conversation, row.account, row.said_at, row.excerpt, row.aside,
     row.aside_by, row.told_at, row.sending, row.drafted);
}

void columns(Columns& to, RemedyProgress& progress) {
  to(progress.people, progress.told, progress.aside);
}

namespace {

struct RaisedRow {
  PersonId person;
  PostId post;
  Time said_at;
};

void columns(Columns& to, RaisedRow& row) { to(row.person, row.post, row.said_at); }

constexpr std::string_view kSelectRemedy =
    "select workspace_id, id, reason, done, article_id, since, by_member_id, at, closed_at, whole"
    " from remedy where workspace_id = :workspace";

// Those of a list who can still be told: l is the list, p what they said, a who they are.
constexpr std::string_view kFromPeople =
    " from remedy_person l"
    " join post p on p.workspace_id = l.workspace_id and p.id = l.post_id"
    " join account a on a.workspace_id = p.workspace_id and a.id = p.author_id"
    " where l.workspace_id = :workspace and l.remedy_id = :remedy and p.deleted_at is null"
    " and a.muted_by_us = 0 and a.blocked_by_us = ''";

// The first answer of ours, in that thread and after the fix, to anything that this person said.
constexpr std::string_view kToldAt =
    "(select min(o.created_at) from post o"
    " join post q on q.workspace_id = o.workspace_id and q.id = o.parent_id"
    " join person_account m on m.workspace_id = q.workspace_id and m.account_id = q.author_id"
    " where o.workspace_id = :workspace and o.conversation_id = p.conversation_id"
    " and o.created_at > :at and o.address = 'ours' and o.deleted_at is null"
    " and m.person_id = l.person_id)";

// Sent, but not there yet; and being written, to the very post.
constexpr std::string_view kOnItsWay =
    "case when exists (select 1 from act s"
    " join post q on q.workspace_id = s.workspace_id and q.id = s.post_id"
    " join person_account m on m.workspace_id = q.workspace_id and m.account_id = q.author_id"
    " where s.workspace_id = :workspace and s.conversation_id = p.conversation_id"
    " and s.created_at > :at and s.kind = 'reply' and s.state in ('queued', 'sending', 'unknown')"
    " and m.person_id = l.person_id) then 1 else 0 end,"
    " case when exists (select 1 from draft d where d.workspace_id = :workspace"
    " and d.conversation_id = p.conversation_id and d.post_id = l.post_id"
    " and d.text <> '') then 1 else 0 end";

std::string standing(std::string_view rest) {
  std::string sql =
      "select l.person_id, l.post_id, p.conversation_id, p.author_id, l.said_at, p.text, l.aside,"
      " l.aside_by_id, ";
  ((((sql += kToldAt) += ", ") += kOnItsWay) += kFromPeople) += rest;
  return sql;
}

class SqlRemedies final : public RemedyStore {
 public:
  explicit SqlRemedies(Connection& db) : db_(db) {}

  Result<Done> add(const Remedy& remedy) override {
    return must_change(db_.query("insert into remedy (workspace_id, id, reason, done, article_id,"
                                 " since, by_member_id, at, closed_at, whole) values (:workspace,"
                                 " :id, :reason, :done, :article, :since, :by, :at, :closed_at,"
                                 " :whole) on conflict do nothing")
                           .bind("workspace", remedy.workspace)
                           .bind("id", remedy.id)
                           .bind("reason", remedy.reason)
                           .bind("done", remedy.done)
                           .bind("article", remedy.article)
                           .bind("since", remedy.since)
                           .bind("by", remedy.by)
                           .bind("at", remedy.at)
                           .bind("closed_at", remedy.closed_at)
                           .bind("whole", remedy.whole)
                           .run(),
                       exists("This is in the list already."));
  }

  Result<Done> save(const Remedy& remedy) override {
    return must_change(db_.query("update remedy set closed_at = :closed_at, whole = :whole"
                                 " where workspace_id = :workspace and id = :id")
                           .bind("closed_at", remedy.closed_at)
                           .bind("whole", remedy.whole)
                           .bind("workspace", remedy.workspace)
                           .bind("id", remedy.id)
                           .run(),
                       missing("There is no such list."));
  }

  Result<Remedy> find(WorkspaceId workspace, RemedyId id) override {
    static const std::string sql = std::string(kSelectRemedy) + " and id = :id";
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Remedy>(),
                     "There is no such list.");
  }

  Result<std::vector<Remedy>> list(WorkspaceId workspace, std::optional<RemedyId> before,
                                   int most) override {
    std::string sql(kSelectRemedy);
    if (before) sql += " and id < :before";
    sql += " order by id desc limit :most";
    Query query(db_, sql);
    query.bind("workspace", workspace).bind("most", most);
    if (before) query.bind("before", *before);
    return query.all<Remedy>();
  }

  Result<Raised> raised(WorkspaceId workspace, const std::vector<std::string>& reasons, Time from,
                        Time to, int most_posts) override {
    Raised raised;
    std::map<PersonId, RaisedRow> latest;
    for (const std::string& reason : reasons) {
      auto rows =
          db_.query(
                 "select m.person_id, p.id, newest.said_at from"
                 " (select post_id, said_at from post_reason where workspace_id = :workspace"
                 " and reason = :reason and said_at >= :from and said_at <= :to"
                 " order by said_at desc, post_id desc limit :most) as newest"
                 " join post p on p.workspace_id = :workspace and p.id = newest.post_id"
                 " join account a on a.workspace_id = p.workspace_id and a.id = p.author_id"
                 " join person_account m on m.workspace_id = a.workspace_id and m.account_id = a.id"
                 " where p.address <> 'ours' and p.deleted_at is null and a.ours = 0"
                 " and a.muted_by_us = 0 and a.blocked_by_us = ''")
              .bind("workspace", workspace)
              .bind("reason", reason)
              .bind("from", from)
              .bind("to", to)
              .bind("most", most_posts)
              .all<RaisedRow>();
      if (!rows) return fail(std::move(rows.error()));
      auto all = is_all(workspace, reason, from, to, most_posts);
      if (!all) return fail(std::move(all.error()));
      raised.whole = raised.whole && *all;
      for (const RaisedRow& row : *rows) {
        auto [known, is_new] = latest.emplace(row.person, row);
        if (!is_new && later(row, known->second)) known->second = row;
      }
    }
    for (const auto& [person, row] : latest) {
      RemedyPerson each;
      each.person = person;
      each.post = row.post;
      each.said_at = row.said_at;
      raised.people.push_back(std::move(each));
    }
    std::ranges::sort(raised.people, [](const RemedyPerson& one, const RemedyPerson& other) {
      return std::tie(one.said_at, one.post) > std::tie(other.said_at, other.post);
    });
    return raised;
  }

  Result<Done> add_person(const RemedyPerson& person) override {
    return must_change(db_.query("insert into remedy_person (workspace_id, remedy_id, person_id,"
                                 " post_id, said_at, aside, aside_by_id) values (:workspace,"
                                 " :remedy, :person, :post, :said_at, :aside, :aside_by)"
                                 " on conflict do nothing")
                           .bind("workspace", person.workspace)
                           .bind("remedy", person.remedy)
                           .bind("person", person.person)
                           .bind("post", person.post)
                           .bind("said_at", person.said_at)
                           .bind("aside", person.aside)
                           .bind("aside_by", person.aside_by)
                           .run(),
                       exists("This person is in the list already."));
  }

  Result<std::vector<RemedyStanding>> people(const Remedy& remedy, std::optional<RemedyPlace> after,
                                             int most) override {
    static const std::string first =
        standing(" order by l.said_at desc, l.post_id desc limit :most");
    static const std::string further = standing(
        " and (l.said_at < :said_at or (l.said_at = :said_at and l.post_id < :post))"
        " order by l.said_at desc, l.post_id desc limit :most");
    Query query(db_, after ? further : first);
    query.bind("workspace", remedy.workspace)
        .bind("remedy", remedy.id)
        .bind("at", remedy.at)
        .bind("most", most);
    if (after) query.bind("said_at", after->said_at).bind("post", after->post);
    return query.all<RemedyStanding>();
  }

  Result<std::optional<RemedyStanding>> person(const Remedy& remedy, PersonId person) override {
    static const std::string sql = standing(" and l.person_id = :person limit 1");
    return db_.query(sql)
        .bind("workspace", remedy.workspace)
        .bind("remedy", remedy.id)
        .bind("at", remedy.at)
        .bind("person", person)
        .one<RemedyStanding>();
  }

  Result<Done> set_aside(const Remedy& remedy, PersonId person, const std::string& why,
                         std::optional<MemberId> by) override {
    return must_change(db_.query("update remedy_person set aside = :why, aside_by_id = :by"
                                 " where workspace_id = :workspace and remedy_id = :remedy"
                                 " and person_id = :person")
                           .bind("why", why)
                           .bind("by", by)
                           .bind("workspace", remedy.workspace)
                           .bind("remedy", remedy.id)
                           .bind("person", person)
                           .run(),
                       missing("This person is not in the list."));
  }

  Result<RemedyProgress> progress(const Remedy& remedy) override {
    static const std::string sql =
        "select count(*), cast(coalesce(sum(told), 0) as bigint),"
        " cast(coalesce(sum(case when told = 0 then aside else 0 end), 0) as bigint) from"
        " (select case when l.aside = '' then 0 else 1 end as aside, case when " +
        std::string(kToldAt) + " is null then 0 else 1 end as told" + std::string(kFromPeople) +
        ") as standing";
    return must_find(db_.query(sql)
                         .bind("workspace", remedy.workspace)
                         .bind("remedy", remedy.id)
                         .bind("at", remedy.at)
                         .one<RemedyProgress>(),
                     "There is no such list.");
  }

 private:
  static bool later(const RaisedRow& one, const RaisedRow& other) {
    return std::tie(one.said_at, one.post) > std::tie(other.said_at, other.post);
  }

  // Are there no more posts of this reason than are looked at?
  Result<bool> is_all(WorkspaceId workspace, const std::string& reason, Time from, Time to,
                      int most) {
    auto beyond = db_.query(
                         "select post_id from post_reason where workspace_id = :workspace"
                         " and reason = :reason and said_at >= :from and said_at <= :to"
                         " order by said_at desc, post_id desc limit 1 offset :most")
                      .bind("workspace", workspace)
                      .bind("reason", reason)
                      .bind("from", from)
                      .bind("to", to)
                      .bind("most", most)
                      .one<PostId>();
    if (!beyond) return fail(std::move(beyond.error()));
    return !*beyond;
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<RemedyStore> make_remedies(Connection& db) {
  return std::make_unique<SqlRemedies>(db);
}

}  // namespace rapport
