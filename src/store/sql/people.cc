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

namespace {

// A person who said more than this to us is shown as having said so much: counting on would hold
// a reader up.
constexpr int kMostCounted = 20'000;

struct Said {
  std::optional<Time> first;
  std::optional<Time> last;
  std::int64_t count = 0;
};

void columns(Columns& to, Said& said) { to(said.first, said.last, said.count); }

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

  Result<std::vector<Account>> accounts_by_native_ids(
      WorkspaceId workspace, std::string_view network,
      const std::vector<std::string>& native_ids) override {
    if (native_ids.empty()) return std::vector<Account>{};
    static const std::string sql =
        select("where a.workspace_id = :workspace and a.network = :network and a.native_id in ");
    return db_.query(sql + std::string(db_.dialect().words))
        .bind("workspace", workspace)
        .bind("network", network)
        .bind("list", native_ids)
        .all<Account>();
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
    auto theirs = accounts_of_person(db_, workspace, person);
    if (!theirs) return fail(std::move(theirs.error()));
    auto ours = accounts_of_ours(db_, workspace);
    if (!ours) return fail(std::move(ours.error()));
    PersonTotals totals;
    for (const AccountId account : *theirs) {
      auto said = said_by(workspace, account);
      if (!said) return fail(std::move(said.error()));
      totals.said += said->count;
      if (said->first && (!totals.first_heard_at || *said->first < *totals.first_heard_at)) {
        totals.first_heard_at = said->first;
      }
      if (said->last && (!totals.last_heard_at || *said->last > *totals.last_heard_at)) {
        totals.last_heard_at = said->last;
      }
      for (const AccountId own : *ours) {
        auto answered = count(workspace, own, account, InteractionKind::kReply);
        if (!answered) return fail(std::move(answered.error()));
        totals.answered += *answered;
        auto liked = count(workspace, account, own, InteractionKind::kLike);
        if (!liked) return fail(std::move(liked.error()));
        totals.likes_given += *liked;
      }
    }
    return totals;
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
  Result<Said> said_by(WorkspaceId workspace, AccountId author) {
    return must_find(
        db_.query("select (select created_at from post where workspace_id = :workspace"
                  "  and author_id = :author and address in ('branch', 'direct')"
                  "  order by created_at, id limit 1),"
                  " (select created_at from post where workspace_id = :workspace"
                  "  and author_id = :author and address in ('branch', 'direct')"
                  "  order by created_at desc, id desc limit 1),"
                  " (select count(*) from (select id from post where workspace_id = :workspace"
                  "  and author_id = :author and address in ('branch', 'direct')"
                  "  limit :most) as counted)")
            .bind("workspace", workspace)
            .bind("author", author)
            .bind("most", kMostCounted)
            .one<Said>(),
        "There is no such person.");
  }

  Result<std::int64_t> count(WorkspaceId workspace, AccountId actor, AccountId object,
                             InteractionKind kind) {
    return must_find(
        db_.query("select count(*) from (select at from interaction"
                  " where workspace_id = :workspace and object_id = :object and kind = :kind"
                  " and actor_id = :actor limit :most) as counted")
            .bind("workspace", workspace)
            .bind("object", object)
            .bind("kind", kind)
            .bind("actor", actor)
            .bind("most", kMostCounted)
            .one<std::int64_t>(),
        "There is no such person.");
  }

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

Result<std::vector<AccountId>> accounts_of_person(Connection& db, WorkspaceId workspace,
                                                  PersonId person) {
  return db
      .query(
          "select account_id from person_account"
          " where workspace_id = :workspace and person_id = :person order by account_id")
      .bind("workspace", workspace)
      .bind("person", person)
      .all<AccountId>();
}

Result<std::vector<AccountId>> accounts_of_ours(Connection& db, WorkspaceId workspace) {
  return db.query("select id from account where workspace_id = :workspace and ours = 1 order by id")
      .bind("workspace", workspace)
      .all<AccountId>();
}

std::unique_ptr<People> make_people(Connection& db) { return std::make_unique<SqlPeople>(db); }

}  // namespace rapport
