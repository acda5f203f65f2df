#include "http/wire/session.h"

#include "http/version.h"
#include "http/wire/parts.h"
#include "http/wire/reader.h"

namespace rapport {

json::object member_part(const Member& member, MemberId me) {
  return {{"id", id_json(member.id)},
          {"name", member.name},
          {"email", member.email},
          {"role", to_word(member.role)},
          {"me", member.id == me}};
}

json::object member_ref(MemberId id, std::string_view name) {
  return {{"id", id_json(id)}, {"name", name}};
}

namespace {

json::object preferences_part(const std::vector<Preference>& preferences) {
  json::object out;
  for (const PreferenceKind kind : kAllPreferences) out[to_word(kind)] = nullptr;
  for (const Preference& each : preferences) out[to_word(each.kind)] = each.value;
  return out;
}

}  // namespace

std::string session_json(const SessionView& view) {
  json::object out{{"state", "signed_out"}, {"member", nullptr},
                   {"workspace", nullptr},  {"csrf", nullptr},
                   {"demo", view.demo},     {"assistant", view.assistant},
                   {"version", kVersion},   {"permissions", json::array{}},
                   {"preferences", nullptr}};
  if (view.caller) {
    const Caller& caller = *view.caller;
    out["state"] = "signed_in";
    out["member"] = member_part(caller.member, caller.member.id);
    out["workspace"] =
        json::object{{"id", id_json(caller.workspace.id)}, {"name", caller.workspace.name}};
    out["csrf"] = text_or_null(caller.csrf);
    out["permissions"] = permissions_part(caller.member.role);
    out["preferences"] = preferences_part(view.preferences);
  } else if (view.needs_setup) {
    out["state"] = "setup";
  }
  return json::serialize(out);
}

std::string members_json(const std::vector<Member>& members, MemberId me) {
  json::array items;
  for (const Member& member : members) items.push_back(member_part(member, me));
  return json::serialize(json::object{{"items", std::move(items)}});
}

std::string health_json() {
  return json::serialize(json::object{{"status", "ok"}, {"version", kVersion}});
}

Result<SignInBody> read_sign_in(std::string_view text) {
  BodyReader body(text);
  SignInBody out{body.text("email", {.least = 1, .most = 320}),
                 body.text("password", {.least = 1, .most = 1000})};
  RAPPORT_TRY(body.finish());
  return out;
}

Result<SetupBody> read_setup(std::string_view text) {
  BodyReader body(text);
  SetupBody out;
  out.code = body.text("code", {.least = 1, .most = 100});
  out.request.workspace = body.text("workspace", {.least = 1, .most = 100});
  out.request.name = body.text("name", {.least = 1, .most = 100});
  out.request.email = body.text("email", {.least = 1, .most = 320});
  out.request.password = body.text("password", {.least = 10, .most = 1000});
  RAPPORT_TRY(body.finish());
  return out;
}

Result<std::vector<std::pair<PreferenceKind, std::string>>> read_preferences(
    std::string_view text) {
  BodyReader body(text);
  std::vector<std::pair<PreferenceKind, std::string>> out;
  for (const PreferenceKind kind : kAllPreferences) {
    auto value = body.optional_text(to_word(kind), {.least = 1, .most = 200});
    if (value) out.emplace_back(kind, std::move(*value));
  }
  RAPPORT_TRY(body.finish());
  return out;
}

Result<Done> read_nothing(std::string_view text) { return BodyReader(text).finish(); }

std::vector<schema::Named> session_schemas() {
  using namespace schema;
  return {
      {"Role", words({"owner", "admin", "agent", "analyst", "viewer"})},
      {"Member", object({{"id", id()},
                         {"name", text()},
                         {"email", text()},
                         {"role", ref("Role")},
                         {"me", yes_no()}})},
      {"MemberList", items(ref("Member"))},
      {"MemberRef", object({{"id", id()}, {"name", text()}})},
      {"Preferences", object({{"first_look", or_null(text())}})},
      {"PreferencesBody", object({{"first_look", or_null(text(200, 1)), false}})},
      {"Session", object({{"state", words({"signed_in", "signed_out", "setup"})},
                          {"member", or_null(ref("Member"))},
                          {"workspace", or_null(ref("Workspace"))},
                          {"csrf", or_null(text())},
                          {"permissions", list(ref("Permission"))},
                          {"preferences", or_null(ref("Preferences"))},
                          {"demo", yes_no()},
                          {"assistant", yes_no()},
                          {"version", text()}})},
      {"SignIn", object({{"email", text(320, 1)}, {"password", text(1000, 1)}})},
      {"Setup", object({{"code", text(100, 1)},
                        {"workspace", text(100, 1)},
                        {"name", text(100, 1)},
                        {"email", text(320, 1)},
                        {"password", text(1000, 10)}})},
      {"Nothing", object({})},
      {"Health", object({{"status", words({"ok"})}, {"version", text()}})},
  };
}

}  // namespace rapport
