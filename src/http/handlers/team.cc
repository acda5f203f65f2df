// Workspaces, who works in them, and what was done there.

#include "http/wire/team.h"
#include "http/auth/credentials.h"
#include "http/auth/origin.h"
#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/live/hub.h"
#include "http/wire/session.h"

namespace rapport {

Result<Response> list_workspaces(Call& call) {
  const auto mine = call.services.desk.team.workspaces(call.by());
  if (!mine) return fail(mine.error());
  return json_reply(memberships_json(*mine, call.by().workspace));
}

Result<Response> create_workspace(Call& call) {
  const auto name = read_name(call.request.body);
  if (!name) return fail(name.error());
  const auto made = call.services.desk.team.create_workspace(call.by(), *name);
  if (!made) return fail(made.error());
  return json_reply(membership_json(*made, call.by().workspace), 201);
}

Result<Response> rename_workspace(Call& call) {
  const auto name = read_name(call.request.body);
  if (!name) return fail(name.error());
  const auto workspace = call.services.desk.team.rename_workspace(call.by(), *name);
  if (!workspace) return fail(workspace.error());
  return json_reply(workspace_json(*workspace));
}

Result<Response> list_members(Call& call) {
  const auto members = call.services.desk.team.members(call.by());
  if (!members) return fail(members.error());
  return json_reply(members_json(*members, call.by().id));
}

Result<Response> list_roles(Call&) { return json_reply(roles_json()); }

Result<Response> invite_member(Call& call) {
  const auto body = read_invite(call.request.body);
  if (!body) return fail(body.error());
  const auto invited = call.services.desk.team.invite(call.by(), body->email, body->role);
  if (!invited) return fail(invited.error());
  return json_reply(new_invitation_json(*invited), 201);
}

Result<Response> change_role(Call& call) {
  const auto id = call.id<MemberId>();
  if (!id) return fail(id.error());
  const auto role = read_role(call.request.body);
  if (!role) return fail(role.error());
  const auto member =
      call.services.desk.team.change_role(call.by(), call.by().workspace, *id, *role);
  if (!member) return fail(member.error());
  return json_reply(member_json(*member, call.by().id));
}

Result<Response> remove_member(Call& call) {
  const auto id = call.id<MemberId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.team.remove_member(call.by(), call.by().workspace, *id));
  call.services.live.end_member(call.by().workspace, *id);
  return no_content();
}

Result<Response> list_invitations(Call& call) {
  const auto views = call.services.desk.team.invitations(call.by());
  if (!views) return fail(views.error());
  return json_reply(invitations_json(*views, call.services.clock.now()));
}

Result<Response> renew_invitation(Call& call) {
  const auto id = call.id<InvitationId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  const auto made = call.services.desk.team.renew_invitation(call.by(), *id);
  if (!made) return fail(made.error());
  return json_reply(new_invitation_json(*made));
}

Result<Response> withdraw_invitation(Call& call) {
  const auto id = call.id<InvitationId>();
  if (!id) return fail(id.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  RAPPORT_TRY(call.services.desk.team.withdraw_invitation(call.by(), *id));
  return no_content();
}

Result<Response> look_at_invitation(Call& call) {
  const auto secret = read_invitation_secret(call.request.body);
  if (!secret) return fail(secret.error());
  RAPPORT_TRY(spend_attempt(call, "look " + client_address(call.request, call.services.settings),
                            kTriesOfAddress));
  const auto view = call.services.desk.team.look_at_invitation(*secret);
  if (!view) return fail(view.error());
  const bool theirs = call.caller && !bearer_token(call.request) &&
                      call.caller->member.email == view->invitation.email;
  return json_reply(open_invitation_json(*view, theirs ? call.caller->member.name : ""));
}

Result<Response> list_audit(Call& call) {
  const auto limit = read_limit(call.request);
  if (!limit) return fail(limit.error());
  std::optional<AuditPlace> after;
  if (const auto cursor = call.request.query_value("cursor"); cursor && !cursor->empty()) {
    after = read_audit_cursor(*cursor);
    if (!after) return invalid("This cursor is none of ours.", "cursor");
  }
  const auto page = call.services.desk.team.audit_log(call.by(), after, *limit);
  if (!page) return fail(page.error());
  return json_reply(audit_json(*page));
}

}  // namespace rapport
