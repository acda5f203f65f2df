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

  // Fails with conflict if the e-mail is taken.
  virtual Result<Done> add_login(const Login& login) = 0;
  virtual Result<std::optional<Login>> login_by_email(std::string_view email) = 0;
  virtual Result<Done> set_password_hash(LoginId login, const std::string& hash) = 0;

  virtual Result<Done> add(const Member& member) = 0;
  virtual Result<Member> find(WorkspaceId workspace, MemberId id) = 0;
  virtual Result<std::vector<Member>> all(WorkspaceId workspace) = 0;  // oldest first
  virtual Result<std::vector<Member>> of_login(LoginId login) = 0;     // oldest first
  virtual Result<bool> any_owner() = 0;                                // in the whole installation

  virtual Result<Done> add_session(const Session& session) = 0;
  // Nothing if there is none or it has expired at `now`.
  virtual Result<std::optional<Session>> session(std::string_view token_hash, Time now) = 0;
  virtual Result<Done> end_session(std::string_view token_hash) = 0;
  virtual Result<Done> drop_expired_sessions(Time now) = 0;

  virtual Result<Done> add_token(const Token& token) = 0;
  virtual Result<std::optional<Token>> token_by_hash(std::string_view token_hash) = 0;
  virtual Result<std::vector<Token>> tokens(WorkspaceId workspace, MemberId member) = 0;
  virtual Result<Done> touch_token(WorkspaceId workspace, TokenId id, Time used_at) = 0;
  virtual Result<Done> remove_token(WorkspaceId workspace, MemberId member, TokenId id) = 0;

  virtual Result<Done> audit(const AuditEntry& entry) = 0;
  virtual Result<std::vector<AuditEntry>> audit_log(WorkspaceId workspace,
                                                    int most) = 0;  // newest first
};

}  // namespace rapport
