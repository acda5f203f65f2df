// Workspaces, logins, members, sessions and tokens.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/member.h"

namespace rapport {

class Members {
 public:
  virtual ~Members() = default;

  virtual Result<Done> add_workspace(const Workspace& workspace) = 0;
  virtual Result<std::vector<Workspace>> workspaces() = 0;  // oldest first
  virtual Result<Workspace> workspace(WorkspaceId id) = 0;
  virtual Result<Done> rename_workspace(WorkspaceId id, const std::string& name) = 0;
  // Holds the team of a workspace still until the end of this transaction, so that two changes
  // cannot each take the other's owner for the last one. Fails with not_found.
  virtual Result<Done> hold_team(WorkspaceId workspace) = 0;

  // Fails with conflict if the e-mail is taken.
  virtual Result<Done> add_login(const Login& login) = 0;
  virtual Result<std::optional<Login>> login_by_email(std::string_view email) = 0;
  virtual Result<Login> login(LoginId id) = 0;
  virtual Result<Done> set_password_hash(LoginId login, const std::string& hash) = 0;
  // The workspace this login was in last, to come back to.
  virtual Result<std::optional<WorkspaceId>> last_workspace(LoginId login) = 0;
  virtual Result<Done> set_last_workspace(LoginId login, WorkspaceId workspace, Time at) = 0;

  // Somebody who was a member before is no former one any more.
  virtual Result<Done> add(const Member& member) = 0;
  // Saves name and role.
  virtual Result<Done> save(const Member& member) = 0;
  // Makes a member a former one, with their sessions, tokens, preferences and invitations in this
  // workspace gone. What they said and did here keeps their id, and the id its name.
  virtual Result<Done> remove(WorkspaceId workspace, MemberId id, Time at) = 0;
  // The id a login had here as a member who left, so that who comes back is the same again.
  virtual Result<std::optional<MemberId>> former(WorkspaceId workspace, LoginId login) = 0;
  // The name of a member or former one; nothing for an id that never was one.
  virtual Result<std::optional<std::string>> name_of(WorkspaceId workspace, MemberId id) = 0;
  virtual Result<Member> find(WorkspaceId workspace, MemberId id) = 0;
  virtual Result<std::vector<Member>> all(WorkspaceId workspace) = 0;  // oldest first
  virtual Result<std::vector<Member>> of_login(LoginId login) = 0;     // oldest first
  virtual Result<bool> any_owner() = 0;                                // in the whole installation

  // Takes the place of what they chose before.
  virtual Result<Done> prefer(const Preference& preference) = 0;
  virtual Result<std::vector<Preference>> preferences(WorkspaceId workspace, MemberId member) = 0;

  virtual Result<Done> add_session(const Session& session) = 0;
  // Nothing if there is none or it has expired at `now`.
  virtual Result<std::optional<Session>> session(std::string_view token_hash, Time now) = 0;
  virtual Result<Done> end_session(std::string_view token_hash) = 0;
  // Ends all sessions of a login but this one.
  virtual Result<Done> end_other_sessions(LoginId login, std::string_view but_token_hash) = 0;
  // Moves a session to another membership of its login. Fails with not_found.
  virtual Result<Done> move_session(std::string_view token_hash, WorkspaceId workspace,
                                    MemberId member, const std::string& csrf) = 0;
  virtual Result<Done> drop_expired_sessions(Time now) = 0;

  virtual Result<Done> add_token(const Token& token) = 0;
  virtual Result<std::optional<Token>> token_by_hash(std::string_view token_hash) = 0;
  virtual Result<std::vector<Token>> tokens(WorkspaceId workspace, MemberId member) = 0;
  virtual Result<Done> touch_token(WorkspaceId workspace, TokenId id, Time used_at) = 0;
  virtual Result<Done> remove_token(WorkspaceId workspace, MemberId member, TokenId id) = 0;

  // Takes the place of an earlier invitation of the same address in the same workspace.
  virtual Result<Done> invite(const Invitation& invitation) = 0;
  virtual Result<std::optional<Invitation>> invitation_by_hash(std::string_view secret_hash) = 0;
  virtual Result<Invitation> invitation(WorkspaceId workspace, InvitationId id) = 0;
  virtual Result<std::vector<Invitation>> invitations(WorkspaceId workspace) = 0;  // oldest first
  virtual Result<Done> remove_invitation(WorkspaceId workspace, InvitationId id) = 0;
  // Those that `by` made.
  virtual Result<Done> remove_invitations_of(WorkspaceId workspace, MemberId by) = 0;

  virtual Result<Done> audit(const AuditEntry& entry) = 0;  // its id is given here
  // Newest first.
  virtual Result<std::vector<AuditEntry>> audit_log(WorkspaceId workspace,
                                                    std::optional<AuditPlace> after, int most) = 0;
};

}  // namespace rapport
