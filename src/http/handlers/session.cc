// Signing in and out, the first run, and the team.

#include "http/wire/session.h"

#include "base/log.h"
#include "http/auth/credentials.h"
#include "http/auth/origin.h"
#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/live/hub.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr Attempts::Budget kPerAddress{20, std::chrono::minutes(5)};
constexpr Attempts::Budget kPerEmail{10, std::chrono::minutes(15)};

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

Result<Done> spend(Call& call, const std::string& key, Attempts::Budget budget) {
  const auto wait = call.services.attempts.spend(key, budget);
  if (!wait) return Done{};
  auto error =
      Error{ErrorKind::kTooMany, "Too many attempts. Wait a little and try again.", {}, {}, {}};
  error.retry_after_seconds = wait->count();
  return fail(std::move(error));
}

Response signed_in_reply(Call& call, const SignedIn& signed_in) {
  Response response = json_reply(
      session_json({false, Caller{signed_in.member, signed_in.workspace, signed_in.session.csrf},
                    call.services.settings.demo}));
  response.headers.emplace_back(
      "set-cookie", session_cookie(call.request, call.services.settings, signed_in.secret,
                                   signed_in.session.expires_at, call.services.clock.now()));
  return response;
}

// The demo has one owner, and whoever sits at this machine is that owner.
Result<SignedIn> sign_in_to_demo(Call& call) {
  const auto owner = call.services.desk.store.read([](Unit& unit) -> Result<Member> {
    const auto workspaces = unit.members().workspaces();
    if (!workspaces) return fail(workspaces.error());
    for (const Workspace& workspace : *workspaces) {
      const auto members = unit.members().all(workspace.id);
      if (!members) return fail(members.error());
      for (const Member& member : *members) {
        if (member.role == Role::kOwner) return member;
      }
    }
    return not_found("The demo has no owner.");
  });
  if (!owner) return fail(owner.error());
  return call.services.desk.team.sign_in_as(*owner);
}

}  // namespace

Result<Response> get_session(Call& call) {
  const HttpSettings& settings = call.services.settings;
  if (call.caller) return json_reply(session_json({false, call.caller, settings.demo}));
  const auto needs_setup = call.services.desk.team.needs_setup();
  if (!needs_setup) return fail(needs_setup.error());
  if (settings.demo && !*needs_setup && is_local(call.request)) {
    const auto signed_in = sign_in_to_demo(call);
    if (!signed_in) return fail(signed_in.error());
    return signed_in_reply(call, *signed_in);
  }
  return json_reply(session_json({*needs_setup, std::nullopt, settings.demo}));
}

Result<Response> sign_in(Call& call) {
  const auto body = read_sign_in(call.request.body);
  if (!body) return fail(body.error());
  const std::string email_key = "email " + lower(body->email);
  RAPPORT_TRY(
      spend(call, "address " + client_address(call.request, call.services.settings), kPerAddress));
  RAPPORT_TRY(spend(call, email_key, kPerEmail));
  const auto signed_in = call.services.desk.team.sign_in(body->email, body->password);
  if (!signed_in) return fail(signed_in.error());
  call.services.attempts.forgive(email_key);
  return signed_in_reply(call, *signed_in);
}

Result<Response> sign_out(Call& call) {
  RAPPORT_TRY(read_nothing(call.request.body));
  const std::string secret(call.request.cookie(kSessionCookie));
  if (!secret.empty()) {
    RAPPORT_TRY(call.services.desk.team.sign_out(secret));
    call.services.live.end_session(secret);
  }
  Response response = no_content();
  response.headers.emplace_back("set-cookie",
                                ended_session_cookie(call.request, call.services.settings));
  return response;
}

Result<Response> set_up(Call& call) {
  const auto body = read_setup(call.request.body);
  if (!body) return fail(body.error());
  RAPPORT_TRY(
      spend(call, "setup " + client_address(call.request, call.services.settings), kPerAddress));
  if (!call.services.setup_code.matches(body->code)) {
    return fail(ErrorKind::kForbidden,
                "This link does not fit any more. The log of the server shows the current one.");
  }
  const auto owner = call.services.desk.team.set_up(body->request);
  if (!owner) return fail(owner.error());
  call.services.setup_code.use_up();
  const auto signed_in = call.services.desk.team.sign_in_as(*owner);
  if (!signed_in) return fail(signed_in.error());
  log_info("http", "the workspace and its owner were made");
  return signed_in_reply(call, *signed_in);
}

Result<Response> list_members(Call& call) {
  const auto members = call.services.desk.team.members(call.by());
  if (!members) return fail(members.error());
  return json_reply(members_json(*members, call.by().id));
}

}  // namespace rapport
