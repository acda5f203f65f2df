// Workspaces, invitations, roles and the audit log as JSON.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/team/team.h"

namespace rapport {

std::string memberships_json(const std::vector<Membership>& mine, WorkspaceId here);
std::string membership_json(const Membership& membership, WorkspaceId here);
std::string workspace_json(const Workspace& workspace);
std::string member_json(const Member& member, MemberId me);
std::string roles_json();
std::string invited_json(const Invited& invited, MemberId me);
std::string new_invitation_json(const NewInvitation& made);
std::string invitations_json(const std::vector<InvitationView>& views, Time now);
std::string open_invitation_json(const InvitationView& view);
std::string audit_json(const AuditPage& page);

// A place in the audit log as a cursor: opaque to clients. Nothing if it is none of ours.
std::optional<AuditPlace> read_audit_cursor(std::string_view cursor);

struct InviteBody {
  std::string email;
  Role role = Role::kAgent;
};
Result<InviteBody> read_invite(std::string_view body);
Result<Role> read_role(std::string_view body);
Result<WorkspaceId> read_switch(std::string_view body);
Result<std::string> read_name(std::string_view body);
Result<std::string> read_invitation_secret(std::string_view body);
Result<JoinRequest> read_join(std::string_view body);

struct PasswordBody {
  std::string present;
  std::string wanted;
};
Result<PasswordBody> read_password(std::string_view body);

}  // namespace rapport
