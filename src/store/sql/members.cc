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

void columns(Columns& to, Preference& preference) {
  to(preference.workspace, preference.member, preference.kind, preference.value);
}

void columns(Columns& to, Session& session) {
  to(session.token_hash, session.login, session.workspace, session.member, session.csrf,
     session.created_at, session.expires_at);
}

void columns(Columns& to, Token& token) {
  to(token.workspace, token.id, token.member, token.name, token.token_hash, token.created_at,
     token.last_used_at);
}

void columns(Columns& to, Invitation& invitation) {
  to(invitation.workspace, invitation.id, invitation.email, invitation.role, invitation.by,
     invitation.secret_hash, invitation.created_at, invitation.expires_at);
}

void columns(Columns& to, AuditEntry& entry) {
  to(entry.workspace, entry.by, entry.verb, entry.object, entry.detail, entry.at, entry.id);
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

  Result<Done> rename_workspace(WorkspaceId id, const std::string& name) override {
    return must_change(db_.query("update workspace set name = :name where id = :id")
                           .bind("name", name)
                           .bind("id", id)
                           .run(),
                       missing("There is no such workspace."));
  }

  Result<Done> hold_team(WorkspaceId workspace) override {
    // A change of the row that changes nothing: whoever else wants to waits for it.
    return must_change(
        db_.query("update workspace set name = name where id = :id").bind("id", workspace).run(),
        missing("There is no such workspace."));
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

  Result<Login> login(LoginId id) override {
    return must_find(
        db_.query("select id, email, password_hash, created_at from login where id = :id")
            .bind("id", id)
            .one<Login>(),
        "There is no such login.");
  }

  Result<std::optional<WorkspaceId>> last_workspace(LoginId login) override {
    return db_.query("select workspace_id from login_place where login_id = :login")
        .bind("login", login)
        .one<WorkspaceId>();
  }

  Result<Done> set_last_workspace(LoginId login, WorkspaceId workspace, Time at) override {
    return may_change(
        db_.query("insert into login_place (login_id, workspace_id, at)"
                  " values (:login, :workspace, :at) on conflict (login_id)"
                  " do update set workspace_id = excluded.workspace_id, at = excluded.at")
            .bind("login", login)
            .bind("workspace", workspace)
            .bind("at", at)
            .run());
  }

  Result<Done> set_password_hash(LoginId login, const std::string& hash) override {
    return must_change(db_.query("update login set password_hash = :hash where id = :id")
                           .bind("hash", hash)
                           .bind("id", login)
                           .run(),
                       missing("There is no such login."));
  }

  Result<Done> add(const Member& member) override {
    RAPPORT_TRY(must_change(
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
        exists("This person is a member already.")));
    return may_change(db_.query("delete from former_member where workspace_id = :workspace"
                                " and login_id = :login")
                          .bind("workspace", member.workspace)
                          .bind("login", member.login)
                          .run());
  }

  Result<Done> save(const Member& member) override {
    return must_change(db_.query("update member set name = :name, role = :role"
                                 " where workspace_id = :workspace and id = :id")
                           .bind("name", member.name)
                           .bind("role", member.role)
                           .bind("workspace", member.workspace)
                           .bind("id", member.id)
                           .run(),
                       missing("There is no such member."));
  }

  Result<Done> remove(WorkspaceId workspace, MemberId id, Time at) override {
    RAPPORT_TRY(
        must_change(db_.query("insert into former_member (workspace_id, id, login_id, name, email,"
                              " role, left_at) select workspace_id, id, login_id, name, email,"
                              " role, :at from member where workspace_id = :workspace and id = :id")
                        .bind("at", at)
                        .bind("workspace", workspace)
                        .bind("id", id)
                        .run(),
                    missing("There is no such member.")));
    for (const std::string_view sql :
         {"delete from member where workspace_id = :workspace and id = :id",
          "delete from session where workspace_id = :workspace and member_id = :id",
          "delete from token where workspace_id = :workspace and member_id = :id",
          "delete from member_preference where workspace_id = :workspace and member_id = :id"}) {
      RAPPORT_TRY(db_.query(sql).bind("workspace", workspace).bind("id", id).run());
    }
    return remove_invitations_of(workspace, id);
  }

  Result<std::optional<MemberId>> former(WorkspaceId workspace, LoginId login) override {
    return db_
        .query("select id from former_member where workspace_id = :workspace and login_id = :login")
        .bind("workspace", workspace)
        .bind("login", login)
        .one<MemberId>();
  }

  Result<std::optional<std::string>> name_of(WorkspaceId workspace, MemberId id) override {
    for (const std::string_view sql :
         {"select name from member where workspace_id = :workspace and id = :id",
          "select name from former_member where workspace_id = :workspace and id = :id"}) {
      auto name = db_.query(sql).bind("workspace", workspace).bind("id", id).one<std::string>();
      if (!name || *name) return name;
    }
    return std::optional<std::string>{};
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

  Result<Done> prefer(const Preference& preference) override {
    return may_change(
        db_.query("insert into member_preference (workspace_id, member_id, name, value)"
                  " values (:workspace, :member, :name, :value)"
                  " on conflict (workspace_id, member_id, name)"
                  " do update set value = excluded.value")
            .bind("workspace", preference.workspace)
            .bind("member", preference.member)
            .bind("name", preference.kind)
            .bind("value", preference.value)
            .run());
  }

  Result<std::vector<Preference>> preferences(WorkspaceId workspace, MemberId member) override {
    return db_
        .query(
            "select workspace_id, member_id, name, value from member_preference"
            " where workspace_id = :workspace and member_id = :member order by name")
        .bind("workspace", workspace)
        .bind("member", member)
        .all<Preference>();
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

  Result<Done> end_other_sessions(LoginId login, std::string_view but_token_hash) override {
    return may_change(db_.query("delete from session where login_id = :login"
                                " and token_hash <> :token_hash")
                          .bind("login", login)
                          .bind("token_hash", but_token_hash)
                          .run());
  }

  Result<Done> move_session(std::string_view token_hash, WorkspaceId workspace, MemberId member,
                            const std::string& csrf) override {
    return must_change(db_.query("update session set workspace_id = :workspace,"
                                 " member_id = :member, csrf = :csrf"
                                 " where token_hash = :token_hash")
                           .bind("workspace", workspace)
                           .bind("member", member)
                           .bind("csrf", csrf)
                           .bind("token_hash", token_hash)
                           .run(),
                       missing("There is no such session."));
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

  Result<Done> invite(const Invitation& invitation) override {
    return may_change(
        db_.query("insert into invitation (workspace_id, id, email, role, by_member_id,"
                  " secret_hash, created_at, expires_at) values (:workspace, :id, :email, :role,"
                  " :by, :secret_hash, :created_at, :expires_at)"
                  " on conflict (workspace_id, email) do update set id = excluded.id,"
                  " role = excluded.role, by_member_id = excluded.by_member_id,"
                  " secret_hash = excluded.secret_hash, created_at = excluded.created_at,"
                  " expires_at = excluded.expires_at")
            .bind("workspace", invitation.workspace)
            .bind("id", invitation.id)
            .bind("email", invitation.email)
            .bind("role", invitation.role)
            .bind("by", invitation.by)
            .bind("secret_hash", invitation.secret_hash)
            .bind("created_at", invitation.created_at)
            .bind("expires_at", invitation.expires_at)
            .run());
  }

  Result<std::optional<Invitation>> invitation_by_hash(std::string_view secret_hash) override {
    return db_
        .query(
            "select workspace_id, id, email, role, by_member_id, secret_hash, created_at,"
            " expires_at from invitation where secret_hash = :secret_hash limit 1")
        .bind("secret_hash", secret_hash)
        .one<Invitation>();
  }

  Result<Invitation> invitation(WorkspaceId workspace, InvitationId id) override {
    return must_find(
        db_.query("select workspace_id, id, email, role, by_member_id, secret_hash, created_at,"
                  " expires_at from invitation where workspace_id = :workspace and id = :id")
            .bind("workspace", workspace)
            .bind("id", id)
            .one<Invitation>(),
        "There is no such invitation.");
  }

  Result<std::vector<Invitation>> invitations(WorkspaceId workspace) override {
    return db_
        .query(
            "select workspace_id, id, email, role, by_member_id, secret_hash, created_at,"
            " expires_at from invitation where workspace_id = :workspace order by id")
        .bind("workspace", workspace)
        .all<Invitation>();
  }

  Result<Done> remove_invitation(WorkspaceId workspace, InvitationId id) override {
    return must_change(
        db_.query("delete from invitation where workspace_id = :workspace and id = :id")
            .bind("workspace", workspace)
            .bind("id", id)
            .run(),
        missing("There is no such invitation."));
  }

  Result<Done> remove_invitations_of(WorkspaceId workspace, MemberId by) override {
    return may_change(
        db_.query("delete from invitation where workspace_id = :workspace and by_member_id = :by")
            .bind("workspace", workspace)
            .bind("by", by)
            .run());
  }

  Result<Done> audit(const AuditEntry& entry) override {
    return may_change(
        db_.query("insert into audit (workspace_id, id, by_member_id, verb, object, detail, at)"
                  " values (:workspace, :id, :by, :verb, :object, :detail, :at)")
            .bind("workspace", entry.workspace)
            .bind("id", ids_.make<AuditId>())
            .bind("by", entry.by)
            .bind("verb", entry.verb)
            .bind("object", entry.object)
            .bind("detail", entry.detail)
            .bind("at", entry.at)
            .run());
  }

  Result<std::vector<AuditEntry>> audit_log(WorkspaceId workspace, std::optional<AuditPlace> after,
                                            int most) override {
    std::string sql =
        "select workspace_id, by_member_id, verb, object, detail, at, id from audit"
        " where workspace_id = :workspace";
    if (after) sql += " and (at, id) < (:at, :id)";
    sql += " order by at desc, id desc limit :most";
    Query query(db_, sql);
    query.bind("workspace", workspace).bind("most", most);
    if (after) query.bind("at", after->at).bind("id", after->id);
    return query.all<AuditEntry>();
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
