// Signing in and out, the first run, joining, and what a session may change of its own login.

#include "http/wire/session.h"

#include "base/log.h"
#include "http/auth/credentials.h"
#include "http/auth/origin.h"
#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/live/hub.h"
#include "http/wire/team.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr Attempts::Budget kPerEmail{10, std::chrono::minutes(15)};

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string address_of(Call& call) { return client_address(call.request, call.services.settings); }

// What belongs to a browser's session is nothing for a token.
Result<std::string> session_secret(Call& call) {
  if (bearer_token(call.request)) {
    return forbidden("A token cannot do this: sign in to Rapport in a browser.");
  }
  return std::string(call.request.cookie(kSessionCookie));
}

Result<Response> session_reply(Call& call, const Caller& caller) {
  auto preferences = call.services.desk.team.preferences(caller.member);
  if (!preferences) return fail(preferences.error());
  return json_reply(session_json({false, caller, call.services.settings.demo,
                                  call.services.desk.assisting.is_on(), std::move(*preferences)}));
}

Result<Response> signed_in_reply(Call& call, const SignedIn& signed_in) {
  auto told = session_reply(call, {signed_in.member, signed_in.workspace, signed_in.session.csrf});
  if (!told) return told;
  Response& response = *told;
  response.headers.emplace_back(
      "set-cookie", session_cookie(call.request, call.services.settings, signed_in.secret,
                                   signed_in.session.expires_at, call.services.clock.now()));
  return told;
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

Result<Done> spend_attempt(Call& call, const std::string& key, Attempts::Budget budget) {
  const auto wait = call.services.attempts.spend(key, budget);
  if (!wait) return Done{};
  auto error =
      Error{ErrorKind::kTooMany, "Too many attempts. Wait a little and try again.", {}, {}, {}};
  error.retry_after_seconds = wait->count();
  return fail(std::move(error));
}

Result<Response> get_session(Call& call) {
  const HttpSettings& settings = call.services.settings;
  if (call.caller) return session_reply(call, *call.caller);
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
  RAPPORT_TRY(spend_attempt(call, "address " + address_of(call), kTriesOfAddress));
  RAPPORT_TRY(spend_attempt(call, email_key, kPerEmail));
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
  RAPPORT_TRY(spend_attempt(call, "setup " + address_of(call), kTriesOfAddress));
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

Result<Response> switch_workspace(Call& call) {
  const auto secret = session_secret(call);
  if (!secret) return fail(secret.error());
  const auto to = read_switch(call.request.body);
  if (!to) return fail(to.error());
  const auto caller = call.services.desk.team.switch_workspace(*secret, *to);
  if (!caller) return fail(caller.error());
  // Its streams still tell of the workspace it left.
  if (*to != call.by().workspace) call.services.live.end_session(*secret);
  return session_reply(call, *caller);
}

Result<Response> leave_workspace(Call& call) {
  const auto secret = session_secret(call);
  if (!secret) return fail(secret.error());
  RAPPORT_TRY(read_nothing(call.request.body));
  const auto next = call.services.desk.team.leave(call.by());
  if (!next) return fail(next.error());
  call.services.live.end_member(call.by().workspace, call.by().id);
  if (*next) {
    const auto signed_in = call.services.desk.team.sign_in_as(**next);
    if (!signed_in) return fail(signed_in.error());
    return signed_in_reply(call, *signed_in);
  }
  Response response = json_reply(session_json({false, std::nullopt, call.services.settings.demo}));
  response.headers.emplace_back("set-cookie",
                                ended_session_cookie(call.request, call.services.settings));
  return response;
}

Result<Response> change_name(Call& call) {
  const auto secret = session_secret(call);
  if (!secret) return fail(secret.error());
  const auto name = read_name(call.request.body);
  if (!name) return fail(name.error());
  const auto member = call.services.desk.team.change_name(call.by(), *name);
  if (!member) return fail(member.error());
  return json_reply(member_json(*member, call.by().id));
}

Result<Response> change_password(Call& call) {
  const auto secret = session_secret(call);
  if (!secret) return fail(secret.error());
  const auto body = read_password(call.request.body);
  if (!body) return fail(body.error());
  const std::string key = "password " + to_string(call.by().login);
  RAPPORT_TRY(spend_attempt(call, key, kPerEmail));
  RAPPORT_TRY(
      call.services.desk.team.change_password(call.by(), *secret, body->present, body->wanted));
  call.services.attempts.forgive(key);
  call.services.live.end_unauthorized();
  return no_content();
}

Result<Response> set_preferences(Call& call) {
  const auto wanted = read_preferences(call.request.body);
  if (!wanted) return fail(wanted.error());
  for (const auto& [kind, value] : *wanted) {
    RAPPORT_TRY(call.services.desk.team.prefer(call.by(), kind, value));
  }
  return no_content();
}

Result<Response> join(Call& call) {
  auto request = read_join(call.request.body);
  if (!request) return fail(request.error());
  RAPPORT_TRY(spend_attempt(call, "join " + address_of(call), kTriesOfAddress));
  const auto seen = call.services.desk.team.look_at_invitation(request->secret);
  if (!seen) return fail(seen.error());
  const bool by_session = call.caller && !bearer_token(call.request) &&
                          same_secret(call.request.header("x-csrf-token"), call.caller->csrf);
  if (by_session && call.caller->member.email == seen->invitation.email) {
    request->signed_in = call.caller->member.login;
  } else {
    // The same as where one signs in: a link is no second place to try out passwords.
    RAPPORT_TRY(spend_attempt(call, "email " + seen->invitation.email, kPerEmail));
  }
  const auto member = call.services.desk.team.join(*request);
  if (!member) return fail(member.error());
  call.services.attempts.forgive("email " + seen->invitation.email);
  if (request->signed_in) {
    const std::string session(call.request.cookie(kSessionCookie));
    RAPPORT_TRY(call.services.desk.team.sign_out(session));
    call.services.live.end_session(session);
  }
  const auto signed_in = call.services.desk.team.sign_in_as(*member);
  if (!signed_in) return fail(signed_in.error());
  return signed_in_reply(call, *signed_in);
}

}  // namespace rapport
