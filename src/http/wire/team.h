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
std::string new_invitation_json(const NewInvitation& made);
std::string invitations_json(const std::vector<InvitationView>& views, Time now);
// `my_name` is set for somebody who is signed in with the invited e-mail, and for nobody else: that
// an e-mail has a login here is nothing that the holder of a link is told.
std::string open_invitation_json(const InvitationView& view, const std::string& my_name);
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
