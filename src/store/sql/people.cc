#include "store/people.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Account& account) {
  to(account.workspace, account.id, account.person, account.network, account.native_id,
     account.handle, account.name, account.bio, account.avatar_url, account.url, account.followers,
     account.follows, account.posts, account.joined_at, account.follows_us, account.followed_by_us,
     account.muted_by_us, account.blocked_by_us, account.blocks_us, account.standing,
     account.labels, account.ours, account.changed_at, account.profile_read_at);
}

void columns(Columns& to, Person& person) {
  to(person.workspace, person.id, person.name, person.created_at);
}

void columns(Columns& to, PersonTotals& totals) {
  to(totals.first_heard_at, totals.last_heard_at, totals.said, totals.answered, totals.likes_given);
}

namespace {

// Everything of an account that can change, for inserts and updates alike.
Query& bind_profile(Query& query, const Account& account) {
  return query.bind("handle", account.handle)
      .bind("name", account.name)
      .bind("bio", account.bio)
      .bind("avatar_url", account.avatar_url)
      .bind("url", account.url)
      .bind("followers", account.followers)
      .bind("follows", account.follows)
      .bind("posts", account.posts)
      .bind("joined_at", account.joined_at)
      .bind("follows_us", account.follows_us)
      .bind("followed_by_us", account.followed_by_us)
      .bind("muted_by_us", account.muted_by_us)
      .bind("blocked_by_us", account.blocked_by_us)
      .bind("blocks_us", account.blocks_us)
      .bind("standing", account.standing)
      .bind("labels", account.labels)
      .bind("ours", account.ours)
      .bind("changed_at", account.changed_at)
      .bind("profile_read_at", account.profile_read_at);
}

// An account with its person, in the order of columns().
std::string select(std::string_view rest) {
  return std::string(
             "select a.workspace_id, a.id, p.person_id, a.network, a.native_id, a.handle, a.name,"
             " a.bio, a.avatar_url, a.url, a.followers, a.follows, a.posts, a.joined_at,"
             " a.follows_us, a.followed_by_us, a.muted_by_us, a.blocked_by_us, a.blocks_us,"
             " a.standing, a.labels, a.ours, a.changed_at, a.profile_read_at"
             " from account a join person_account p on p.workspace_id = a.workspace_id"
             " and p.account_id = a.id ") += rest;
}

class SqlPeople final : public People {
 public:
  explicit SqlPeople(Connection& db) : db_(db) {}

  Result<Account> account(WorkspaceId workspace, AccountId id) override {
    static const std::string sql = select("where a.workspace_id = :workspace and a.id = :id");
    return must_find(db_.query(sql).bind("workspace", workspace).bind("id", id).one<Account>(),
                     "There is no such account.");
  }

  Result<std::optional<Account>> account_by_native_id(WorkspaceId workspace,
                                                      std::string_view network,
                                                      std::string_view native_id) override {
    static const std::string sql = select(
        "where a.workspace_id = :workspace and a.network = :network"
        " and a.native_id = :native_id");
    return db_.query(sql)
        .bind("workspace", workspace)
        .bind("network", network)
        .bind("native_id", native_id)
        .one<Account>();
  }

  Result<std::vector<Account>> accounts(WorkspaceId workspace,
                                        const std::vector<AccountId>& ids) override {
    if (ids.empty()) return std::vector<Account>{};
    return db_
        .query(select("where a.workspace_id = :workspace and a.id in ") += db_.dialect().numbers)
        .bind("workspace", workspace)
        .bind("list", pack_ids(ids))
        .all<Account>();
  }

  Result<std::vector<Account>> accounts_of(WorkspaceId workspace, PersonId person) override {
    static const std::string sql =
        select("where p.workspace_id = :workspace and p.person_id = :person order by a.id");
    return db_.query(sql).bind("workspace", workspace).bind("person", person).all<Account>();
  }

  Result<Done> add_account(const Account& account) override {
    Query query(db_,
                "insert into account (workspace_id, id, network, native_id, handle, name, bio,"
                " avatar_url, url, followers, follows, posts, joined_at, follows_us,"
                " followed_by_us, muted_by_us, blocked_by_us, blocks_us, standing, labels, ours,"
                " changed_at, profile_read_at)"
                " values (:workspace, :id, :network, :native_id, :handle, :name, :bio,"
                " :avatar_url, :url, :followers, :follows, :posts, :joined_at, :follows_us,"
                " :followed_by_us, :muted_by_us, :blocked_by_us, :blocks_us, :standing, :labels,"
                " :ours, :changed_at, :profile_read_at) on conflict do nothing");
    query.bind("workspace", account.workspace)
        .bind("id", account.id)
        .bind("network", account.network)
        .bind("native_id", account.native_id);
    bind_profile(query, account);
    RAPPORT_TRY(must_change(query.run(), exists("This account is known already.")));
    return set_person(account);
  }

  Result<Done> save_account(const Account& account) override {
    Query query(db_,
                "update account set handle = :handle, name = :name, bio = :bio,"
                " avatar_url = :avatar_url, url = :url, followers = :followers,"
                " follows = :follows, posts = :posts, joined_at = :joined_at,"
                " follows_us = :follows_us, followed_by_us = :followed_by_us,"
                " muted_by_us = :muted_by_us, blocked_by_us = :blocked_by_us,"
                " blocks_us = :blocks_us, standing = :standing, labels = :labels, ours = :ours,"
                " changed_at = :changed_at, profile_read_at = :profile_read_at"
                " where workspace_id = :workspace and id = :id");
    bind_profile(query, account).bind("workspace", account.workspace).bind("id", account.id);
    RAPPORT_TRY(must_change(query.run(), missing("There is no such account.")));
    return set_person(account);
  }

  Result<Person> person(WorkspaceId workspace, PersonId id) override {
    return must_find(db_.query("select workspace_id, id, name, created_at from person"
                               " where workspace_id = :workspace and id = :id")
                         .bind("workspace", workspace)
                         .bind("id", id)
                         .one<Person>(),
                     "There is no such person.");
  }

  Result<Done> add_person(const Person& person) override {
    return must_change(db_.query("insert into person (workspace_id, id, name, created_at)"
                                 " values (:workspace, :id, :name, :created_at)"
                                 " on conflict do nothing")
                           .bind("workspace", person.workspace)
                           .bind("id", person.id)
                           .bind("name", person.name)
                           .bind("created_at", person.created_at)
                           .run(),
                       exists("This person is known already."));
  }

  Result<PersonTotals> totals(WorkspaceId workspace, PersonId person) override {
    return must_find(
        db_.query("select min(p.created_at), max(p.created_at), count(*),"
                  " (select count(*) from person_account m"
                  "  join post q on q.workspace_id = m.workspace_id and q.author_id = m.account_id"
                  "  join post r on r.workspace_id = q.workspace_id and r.parent_id = q.id"
                  "  where m.workspace_id = :workspace and m.person_id = :person"
                  "  and r.address = 'ours'),"
                  " (select count(*) from person_account m"
                  "  join interaction i on i.workspace_id = m.workspace_id"
                  "  and i.actor_id = m.account_id and i.kind = 'like'"
                  "  join account o on o.workspace_id = i.workspace_id and o.id = i.object_id"
                  "  where m.workspace_id = :workspace and m.person_id = :person and o.ours = 1)"
                  " from person_account m"
                  " join post p on p.workspace_id = m.workspace_id and p.author_id = m.account_id"
                  " where m.workspace_id = :workspace and m.person_id = :person"
                  " and p.address in ('branch', 'direct')")
            .bind("workspace", workspace)
            .bind("person", person)
            .one<PersonTotals>(),
        "There is no such person.");
  }

  Result<bool> add_interaction(const Interaction& interaction) override {
    auto added = db_.query(
                        "insert into interaction (workspace_id, network, native_id, kind,"
                        " object_id, actor_id, at, post_id) values (:workspace, :network,"
                        " :native_id, :kind, :object, :actor, :at, :post)"
                        " on conflict do nothing")
                     .bind("workspace", interaction.workspace)
                     .bind("network", interaction.network)
                     .bind("native_id", interaction.native_id)
                     .bind("kind", interaction.kind)
                     .bind("object", interaction.object)
                     .bind("actor", interaction.actor)
                     .bind("at", interaction.at)
                     .bind("post", interaction.post)
                     .run();
    if (!added) return fail(std::move(added.error()));
    return *added > 0;
  }

 private:
  Result<Done> set_person(const Account& account) {
    return may_change(db_.query("insert into person_account (workspace_id, account_id, person_id)"
                                " values (:workspace, :account, :person)"
                                " on conflict (workspace_id, account_id)"
                                " do update set person_id = excluded.person_id")
                          .bind("workspace", account.workspace)
                          .bind("account", account.id)
                          .bind("person", account.person)
                          .run());
  }

  Connection& db_;
};

}  // namespace

std::unique_ptr<People> make_people(Connection& db) { return std::make_unique<SqlPeople>(db); }

}  // namespace rapport
