#include "store/members.h"

#include "store/sql/answers.h"
#include "store/sql/nouns.h"

namespace rapport {

void columns(Columns& to, Workspace& workspace) {
  to(workspace.id, workspace.name, workspace.created_at);
}

void columns(Columns& to, Login& login) {
  to(login.id, login.email, login.password_hash, login.created_at);
}

void columns(Columns& to, Member& member) {
  to(member.workspace, member.id, member.login, member.name, member.email, member.role,
     member.created_at);
}

void columns(Columns& to, Session& session) {
  to(session.token_hash, session.login, session.workspace, session.member, session.csrf,
     session.created_at, session.expires_at);
}

void columns(Columns& to, Token& token) {
  to(token.workspace, token.id, token.member, token.name, token.token_hash, token.created_at,
     token.last_used_at);
}

void columns(Columns& to, AuditEntry& entry) {
  to(entry.workspace, entry.by, entry.verb, entry.object, entry.detail, entry.at);
}

namespace {

class SqlMembers final : public Members {
 public:
  SqlMembers(Connection& db, IdMaker& ids) : db_(db), ids_(ids) {}

  Result<Done> add_workspace(const Workspace& workspace) override {
    return must_change(db_.query("insert into workspace (id, name, created_at)"
                                 " values (:id, :name, :created_at) on conflict do nothing")
                           .bind("id", workspace.id)
                           .bind("name", workspace.name)
                           .bind("created_at", workspace.created_at)
                           .run(),
                       exists("This workspace exists already."));
  }

  Result<std::vector<Workspace>> workspaces() override {
    return db_.query("select id, name, created_at from workspace order by id").all<Workspace>();
  }

  Result<Workspace> workspace(WorkspaceId id) override {
    return must_find(db_.query("select id, name, created_at from workspace where id = :id")
                         .bind("id", id)
                         .one<Workspace>(),
                     "There is no such workspace.");
  }

  Result<Done> add_login(const Login& login) override {
    return must_change(
        db_.query("insert into login (id, email, password_hash, created_at)"
                  " values (:id, :email, :password_hash, :created_at) on conflict do nothing")
            .bind("id", login.id)
            .bind("email", login.email)
            .bind("password_hash", login.password_hash)
            .bind("created_at", login.created_at)
            .run(),
        exists("Somebody with this e-mail address is here already."));
  }

  Result<std::optional<Login>> login_by_email(std::string_view email) override {
    return db_.query("select id, email, password_hash, created_at from login where email = :email")
        .bind("email", email)
        .one<Login>();
  }

  Result<Done> set_password_hash(LoginId login, const std::string& hash) override {
    return must_change(db_.query("update login set password_hash = :hash where id = :id")
                           .bind("hash", hash)
                           .bind("id", login)
                           .run(),
                       missing("There is no such login."));
  }

  Result<Done> add(const Member& member) override {
    return must_change(
        db_.query("insert into member (workspace_id, id, login_id, name, email, role, created_at)"
                  " values (:workspace, :id, :login, :name, :email, :role, :created_at)"
                  " on conflict do nothing")
            .bind("workspace", member.workspace)
            .bind("id", member.id)
            .bind("login", member.login)
            .bind("name", member.name)
            .bind("email", member.email)
            .bind("role", member.role)
            .bind("created_at", member.created_at)
            .run(),
        exists("This person is a member already."));
  }

  Result<Member> find(WorkspaceId workspace, MemberId id) override {
    return must_find(db_.query("select workspace_id, id, login_id, name, email, role, created_at"
                               " from member where workspace_id = :workspace and id = :id")
                         .bind("workspace", workspace)
                         .bind("id", id)
                         .one<Member>(),
                     "There is no such member.");
  }

  Result<std::vector<Member>> all(WorkspaceId workspace) override {
    return db_
        .query(
            "select workspace_id, id, login_id, name, email, role, created_at"
            " from member where workspace_id = :workspace order by id")
        .bind("workspace", workspace)
        .all<Member>();
  }

  Result<std::vector<Member>> of_login(LoginId login) override {
    return db_
        .query(
            "select workspace_id, id, login_id, name, email, role, created_at"
            " from member where login_id = :login order by id")
        .bind("login", login)
        .all<Member>();
  }

  Result<bool> any_owner() override {
    auto owner = db_.query("select id from member where role = :role limit 1")
                     .bind("role", Role::kOwner)
                     .one<MemberId>();
    if (!owner) return fail(std::move(owner.error()));
    return owner->has_value();
  }

  Result<Done> add_session(const Session& session) override {
    return must_change(
        db_.query("insert into session (token_hash, login_id, workspace_id, member_id, csrf,"
                  " created_at, expires_at) values (:token_hash, :login, :workspace, :member,"
                  " :csrf, :created_at, :expires_at) on conflict do nothing")
            .bind("token_hash", session.token_hash)
            .bind("login", session.login)
            .bind("workspace", session.workspace)
            .bind("member", session.member)
            .bind("csrf", session.csrf)
            .bind("created_at", session.created_at)
            .bind("expires_at", session.expires_at)
            .run(),
        exists("This session exists already."));
  }

  Result<std::optional<Session>> session(std::string_view token_hash, Time now) override {
    return db_
        .query(
            "select token_hash, login_id, workspace_id, member_id, csrf, created_at, expires_at"
            " from session where token_hash = :token_hash and expires_at > :now")
        .bind("token_hash", token_hash)
        .bind("now", now)
        .one<Session>();
  }

  Result<Done> end_session(std::string_view token_hash) override {
    return may_change(db_.query("delete from session where token_hash = :token_hash")
                          .bind("token_hash", token_hash)
                          .run());
  }

  Result<Done> drop_expired_sessions(Time now) override {
    return may_change(
        db_.query("delete from session where expires_at <= :now").bind("now", now).run());
  }

  Result<Done> add_token(const Token& token) override {
    return must_change(
        db_.query("insert into token (workspace_id, id, member_id, name, token_hash, created_at,"
                  " last_used_at) values (:workspace, :id, :member, :name, :token_hash,"
                  " :created_at, :last_used_at) on conflict do nothing")
            .bind("workspace", token.workspace)
            .bind("id", token.id)
            .bind("member", token.member)
            .bind("name", token.name)
            .bind("token_hash", token.token_hash)
            .bind("created_at", token.created_at)
            .bind("last_used_at", token.last_used_at)
            .run(),
        exists("This token exists already."));
  }

  Result<std::optional<Token>> token_by_hash(std::string_view token_hash) override {
    return db_
        .query(
            "select workspace_id, id, member_id, name, token_hash, created_at, last_used_at"
            " from token where token_hash = :token_hash limit 1")
        .bind("token_hash", token_hash)
        .one<Token>();
  }

  Result<std::vector<Token>> tokens(WorkspaceId workspace, MemberId member) override {
    return db_
        .query(
            "select workspace_id, id, member_id, name, token_hash, created_at, last_used_at"
            " from token where workspace_id = :workspace and member_id = :member order by id")
        .bind("workspace", workspace)
        .bind("member", member)
        .all<Token>();
  }

  Result<Done> touch_token(WorkspaceId workspace, TokenId id, Time used_at) override {
    return must_change(db_.query("update token set last_used_at = :used_at"
                                 " where workspace_id = :workspace and id = :id")
                           .bind("used_at", used_at)
                           .bind("workspace", workspace)
                           .bind("id", id)
                           .run(),
                       missing("There is no such token."));
  }

  Result<Done> remove_token(WorkspaceId workspace, MemberId member, TokenId id) override {
    return must_change(db_.query("delete from token where workspace_id = :workspace and id = :id"
                                 " and member_id = :member")
                           .bind("workspace", workspace)
                           .bind("id", id)
                           .bind("member", member)
                           .run(),
                       missing("There is no such token."));
  }

  Result<Done> audit(const AuditEntry& entry) override {
    return may_change(
        db_.query("insert into audit (workspace_id, id, by_member_id, verb, object, detail, at)"
                  " values (:workspace, :id, :by, :verb, :object, :detail, :at)")
            .bind("workspace", entry.workspace)
            .bind("id", ids_.make<Id<struct AuditNoun>>())
            .bind("by", entry.by)
            .bind("verb", entry.verb)
            .bind("object", entry.object)
            .bind("detail", entry.detail)
            .bind("at", entry.at)
            .run());
  }

  Result<std::vector<AuditEntry>> audit_log(WorkspaceId workspace, int most) override {
    return db_
        .query(
            "select workspace_id, by_member_id, verb, object, detail, at from audit"
            " where workspace_id = :workspace order by at desc, id desc limit :most")
        .bind("workspace", workspace)
        .bind("most", most)
        .all<AuditEntry>();
  }

 private:
  Connection& db_;
  IdMaker& ids_;
};

}  // namespace

std::unique_ptr<Members> make_members(Connection& db, IdMaker& ids) {
  return std::make_unique<SqlMembers>(db, ids);
}

}  // namespace rapport
