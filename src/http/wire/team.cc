#include "http/wire/team.h"

#include <charconv>

#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {
namespace {

json::object workspace_part(const Workspace& workspace) {
  return {{"id", id_json(workspace.id)}, {"name", workspace.name}};
}

json::object membership_part(const Membership& membership, WorkspaceId here) {
  json::object out = workspace_part(membership.workspace);
  out["role"] = to_word(membership.member.role);
  out["current"] = membership.workspace.id == here;
  return out;
}

json::object invitation_part(const Invitation& invitation) {
  return {{"id", id_json(invitation.id)},
          {"email", invitation.email},
          {"role", to_word(invitation.role)},
          {"created_at", time_json(invitation.created_at)},
          {"expires_at", time_json(invitation.expires_at)}};
}

std::string audit_cursor(const AuditPlace& place) {
  return std::to_string(to_micros(place.at)) + "_" + to_string(place.id);
}

}  // namespace

json::array permissions_part(Role role) {
  json::array words;
  for (const Permission each : permissions_of(role)) words.emplace_back(to_word(each));
  return words;
}

std::string memberships_json(const std::vector<Membership>& mine, WorkspaceId here) {
  json::array items;
  for (const Membership& each : mine) items.push_back(membership_part(each, here));
  return json::serialize(json::object{{"items", std::move(items)}});
}

std::string membership_json(const Membership& membership, WorkspaceId here) {
  return json::serialize(membership_part(membership, here));
}

std::string workspace_json(const Workspace& workspace) {
  return json::serialize(workspace_part(workspace));
}

std::string member_json(const Member& member, MemberId me) {
  return json::serialize(member_part(member, me));
}

std::string roles_json() {
  json::array items;
  for (const Role each : all_roles()) {
    items.push_back(json::object{{"role", to_word(each)}, {"permissions", permissions_part(each)}});
  }
  return json::serialize(json::object{{"items", std::move(items)}});
}

std::string new_invitation_json(const NewInvitation& made) {
  json::object out = invitation_part(made.invitation);
  out["secret"] = made.secret;
  return json::serialize(out);
}

std::string invitations_json(const std::vector<InvitationView>& views, Time now) {
  json::array items;
  for (const InvitationView& view : views) {
    json::object item = invitation_part(view.invitation);
    item["by_name"] = text_or_null(view.by_name);
    item["expired"] = view.invitation.expires_at <= now;
    items.push_back(std::move(item));
  }
  return json::serialize(json::object{{"items", std::move(items)}});
}

std::string open_invitation_json(const InvitationView& view, const std::string& my_name) {
  return json::serialize(json::object{{"workspace", view.workspace.name},
                                      {"email", view.invitation.email},
                                      {"role", to_word(view.invitation.role)},
                                      {"by_name", text_or_null(view.by_name)},
                                      {"expires_at", time_json(view.invitation.expires_at)},
                                      {"my_name", text_or_null(my_name)}});
}

std::string audit_json(const AuditPage& page) {
  json::array items;
  for (const AuditView& view : page.entries) {
    const AuditEntry& entry = view.entry;
    items.push_back(
        json::object{{"id", id_json(entry.id)},
                     {"by", entry.by ? json::value(member_ref(*entry.by, view.by_name)) : nullptr},
                     {"verb", entry.verb},
                     {"object", entry.object},
                     {"detail", entry.detail},
                     {"at", time_json(entry.at)}});
  }
  return json::serialize(
      json::object{{"items", std::move(items)},
                   {"next_cursor", page.next ? json::value(audit_cursor(*page.next)) : nullptr}});
}

std::optional<AuditPlace> read_audit_cursor(std::string_view cursor) {
  const auto mark = cursor.find('_');
  if (mark == cursor.npos) return std::nullopt;
  std::int64_t micros = 0;
  const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + mark, micros);
  const auto id = parse_id<AuditId>(cursor.substr(mark + 1));
  if (error != std::errc{} || end != cursor.data() + mark || !id) return std::nullopt;
  return AuditPlace{from_micros(micros), *id};
}

Result<InviteBody> read_invite(std::string_view text) {
  BodyReader body(text);
  InviteBody out;
  out.email = body.text("email", {.least = 1, .most = 320});
  out.role = body.word<Role>("role", role_of);
  RAPPORT_TRY(body.finish());
  return out;
}

Result<Role> read_role(std::string_view text) {
  BodyReader body(text);
  const Role role = body.word<Role>("role", role_of);
  RAPPORT_TRY(body.finish());
  return role;
}

Result<WorkspaceId> read_switch(std::string_view text) {
  BodyReader body(text);
  const auto id = body.id<WorkspaceId>("workspace_id");
  RAPPORT_TRY(body.finish());
  return id;
}

Result<std::string> read_name(std::string_view text) {
  BodyReader body(text);
  std::string name = body.text("name", {.least = 1, .most = 100});
  RAPPORT_TRY(body.finish());
  return name;
}

Result<std::string> read_invitation_secret(std::string_view text) {
  BodyReader body(text);
  std::string secret = body.text("secret", {.least = 1, .most = 200});
  RAPPORT_TRY(body.finish());
  return secret;
}

Result<JoinRequest> read_join(std::string_view text) {
  BodyReader body(text);
  JoinRequest out;
  out.secret = body.text("secret", {.least = 1, .most = 200});
  out.name = body.text("name", {.least = 1, .most = 100});
  out.password = body.optional_text("password", {.least = 1, .most = 1000}).value_or("");
  RAPPORT_TRY(body.finish());
  return out;
}

Result<PasswordBody> read_password(std::string_view text) {
  BodyReader body(text);
  PasswordBody out;
  out.present = body.text("present", {.least = 1, .most = 1000});
  out.wanted = body.text("wanted", {.least = 10, .most = 1000});
  RAPPORT_TRY(body.finish());
  return out;
}

std::vector<schema::Named> team_schemas() {
  using namespace schema;
  const std::vector<Field> invitation = {{"id", id()},
                                         {"email", text()},
                                         {"role", ref("Role")},
                                         {"created_at", time()},
                                         {"expires_at", time()}};
  std::vector<Field> listed = invitation;
  listed.push_back({"by_name", or_null(text())});
  listed.push_back({"expired", yes_no()});
  std::vector<Field> with_secret = invitation;
  with_secret.push_back({"secret", text()});
  return {
      {"Permission", words({"read", "export", "save_views", "answer", "manage_channels",
                            "manage_team", "see_audit", "manage_workspace", "manage_owners"})},
      {"RoleList",
       items(object({{"role", ref("Role")}, {"permissions", list(ref("Permission"))}}))},
      {"Workspace", object({{"id", id()}, {"name", text()}})},
      {"Membership",
       object({{"id", id()}, {"name", text()}, {"role", ref("Role")}, {"current", yes_no()}})},
      {"MembershipList", items(ref("Membership"))},
      {"Invitation", object(listed)},
      {"InvitationList", items(ref("Invitation"))},
      {"NewInvitation", object(with_secret)},
      {"OpenInvitation", object({{"workspace", text()},
                                 {"email", text()},
                                 {"role", ref("Role")},
                                 {"by_name", or_null(text())},
                                 {"expires_at", time()},
                                 {"my_name", or_null(text())}})},
      {"AuditEntry", object({{"id", id()},
                             {"by", or_null(ref("MemberRef"))},
                             {"verb", text()},
                             {"object", text()},
                             {"detail", text()},
                             {"at", time()}})},
      {"AuditPage", page(ref("AuditEntry"))},
      {"NameBody", object({{"name", text(100, 1)}})},
      {"SwitchBody", object({{"workspace_id", id()}})},
      {"InviteBody", object({{"email", text(320, 1)}, {"role", ref("Role")}})},
      {"RoleBody", object({{"role", ref("Role")}})},
      {"InvitationSecretBody", object({{"secret", text(200, 1)}})},
      {"JoinBody",
       object(
           {{"secret", text(200, 1)}, {"name", text(100, 1)}, {"password", text(1000, 1), false}})},
      {"PasswordBody", object({{"present", text(1000, 1)}, {"wanted", text(1000, 10)}})},
  };
}

}  // namespace rapport
