#include "networks/mastodon/sign_in.h"

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/unicode.h"
#include "base/url.h"
#include "networks/mastodon/json.h"
#include "networks/mastodon/mapping.h"
#include "networks/mastodon/names.h"

namespace rapport::mastodon {
namespace {

constexpr std::array<std::string_view, 7> kFineScopes = {
    "read",          "write:statuses", "write:media", "write:favourites",
    "write:follows", "write:mutes",    "write:blocks"};

// The server of a handle may live at another address than its domain: webfinger says where.
std::string server_of_handle(const Api& api, const std::string& origin, const std::string& handle) {
  Call call;
  call.urgency = Urgency::kPerson;
  call.path = "/.well-known/webfinger";
  call.params = {{"resource", "acct:" + handle}};
  const auto answer = api.call(origin, {}, call);
  if (!answer) return origin;
  std::string found = origin;
  (void)read_json(answer->body, [&](Json json) -> Result<Done> {
    for (const Json each : array_at(json, "links")) {
      if (text_at(each, "rel") != "self") continue;
      const auto url = parse_web_url(text_at(each, "href"));
      const auto asked = parse_web_url(origin);
      if (url && (url->scheme == "https" || url->scheme == asked->scheme)) found = url->origin();
      break;
    }
    return Done{};
  });
  return found;
}

Result<std::string> origin_of(const Api& api, const std::string& typed) {
  const ServerName named = server_named(typed);
  if (named.host.empty()) {
    return invalid("Which server holds the account? Its name looks like mastodon.social.",
                   "service");
  }
  const auto url = parse_web_url(
      named.host.find("://") == std::string::npos ? "https://" + named.host : named.host);
  if (!url) return invalid("The server's name cannot be read.", "service");
  if (named.handle.empty()) return url->origin();
  return server_of_handle(api, url->origin(), named.handle);
}

// For the person at the form a server that cannot be found is a wrong entry; what may pass is not,
// but it is told at the same field, which is all that they wrote.
tl::unexpected<Error> at_the_form(Error error) {
  if (error.field.empty()) error.field = "service";
  if (error.kind == ErrorKind::kNotFound || error.kind == ErrorKind::kUnauthorized ||
      error.kind == ErrorKind::kForbidden) {
    error.kind = ErrorKind::kInvalid;
    error.field = "service";
  }
  return fail(std::move(error));
}

Result<Done> register_app(const Api& api, Pending& pending) {
  Call call;
  call.kind = CallKind::kSignIn;
  call.urgency = Urgency::kPerson;
  call.method = HttpMethod::kPost;
  call.path = "/api/v1/apps";
  call.form = {{"client_name", "Rapport"},
               {"redirect_uris", pending.redirect_url},
               {"scopes", pending.scope}};
  auto answer = api.call(pending.service, {}, call);
  if (!answer) {
    Error error = std::move(answer.error().error);
    if (error.kind == ErrorKind::kInvalid || error.kind == ErrorKind::kForbidden) {
      error.message = "This server did not let Rapport sign in: " + error.message;
    }
    return at_the_form(std::move(error));
  }
  (void)read_json(answer->body, [&](Json json) -> Result<Done> {
    pending.client_id = id_at(json, "client_id");
    pending.client_secret = text_at(json, "client_secret");
    return Done{};
  });
  if (pending.client_id.empty()) {
    return invalid("This server did not let Rapport sign in.", "service");
  }
  return Done{};
}

Result<Credentials> trade_code(const Api& api, const Pending& pending, const std::string& code) {
  const auto url = parse_web_url(pending.token_url);
  if (!url) return invalid("This sign-in was not begun here. Please begin again.", "code");
  Call call;
  call.kind = CallKind::kSignIn;
  call.urgency = Urgency::kPerson;
  call.method = HttpMethod::kPost;
  call.path = url->path;
  call.form = {{"grant_type", "authorization_code"},   {"code", code},
               {"client_id", pending.client_id},       {"client_secret", pending.client_secret},
               {"redirect_uri", pending.redirect_url}, {"scope", pending.scope}};
  if (!pending.verifier.empty()) call.form.emplace_back("code_verifier", pending.verifier);
  auto answer = api.call(url->origin(), {}, call);
  if (!answer) {
    const int status = answer.error().status;
    if (status >= 400 && status < 500 && status != 429) {
      return invalid(
          "The server did not accept this code. A code works once and for a short while: please "
          "begin again.",
          "code");
    }
    answer.error().error.field = "code";
    return fail(std::move(answer.error().error));
  }
  Credentials credentials;
  credentials.service = pending.service;
  credentials.domain = pending.domain;
  credentials.client_id = pending.client_id;
  credentials.client_secret = pending.client_secret;
  credentials.token_url = pending.token_url;
  (void)read_json(answer->body, [&](Json json) -> Result<Done> {
    credentials.token = text_at(json, "access_token");
    credentials.refresh = text_at(json, "refresh_token");
    return Done{};
  });
  if (credentials.token.empty()) {
    return invalid("The server gave no token for this code. Please begin again.", "code");
  }
  return credentials;
}

}  // namespace

std::string scopes_for(const std::vector<std::string>& offered) {
  const auto has = [&](std::string_view scope) {
    return std::find(offered.begin(), offered.end(), scope) != offered.end();
  };
  if (!std::all_of(kFineScopes.begin(), kFineScopes.end(), has)) return "read write";
  std::string scopes;
  for (const std::string_view each : kFineScopes) {
    if (!scopes.empty()) scopes += ' ';
    scopes += each;
  }
  return scopes;
}

Result<SignInStart> start_sign_in(const Api& api, const SignInRequest& request) {
  auto origin = origin_of(api, request.service);
  if (!origin) return fail(std::move(origin.error()));
  auto server = ask_server(api, *origin, Urgency::kPerson);
  if (!server) return at_the_form(std::move(server.error()));
  const SignInPlaces places = ask_places(api, *origin);

  Pending pending;
  pending.service = *origin;
  pending.domain = server->domain;
  pending.redirect_url =
      request.redirect_url.empty() ? std::string(kShowCode) : request.redirect_url;
  pending.scope = scopes_for(places.scopes);
  pending.token_url = places.token_url;
  if (places.pkce) pending.verifier = to_base64_url(random_bytes(32));
  RAPPORT_TRY(register_app(api, pending));

  Params query{{"response_type", "code"},
               {"client_id", pending.client_id},
               {"redirect_uri", pending.redirect_url},
               {"scope", pending.scope},
               // Whoever is signed in there may not be whom they want to connect.
               {"force_login", "true"}};
  if (!pending.verifier.empty()) {
    query.emplace_back("code_challenge", to_base64_url(sha256(pending.verifier)));
    query.emplace_back("code_challenge_method", "S256");
  }
  SignInStart start;
  const char joint = places.authorize_url.find('?') == std::string::npos ? '?' : '&';
  start.address = places.authorize_url + joint + form_body(query);
  start.service = *origin;
  start.kept = to_text(pending);
  return start;
}

Result<ConnectedAccount> finish_sign_in(const Api& api, const std::string& kept,
                                        const std::string& code) {
  auto pending = pending_of(kept);
  if (!pending) return fail(std::move(pending.error()));
  const std::string entered(trim(code));
  if (entered.empty()) return invalid("The code is missing.", "code");
  auto credentials = trade_code(api, *pending, entered);
  if (!credentials) return fail(std::move(credentials.error()));

  Call call;
  call.urgency = Urgency::kPerson;
  call.path = "/api/v1/accounts/verify_credentials";
  call.token = credentials->token;
  auto answer = api.call(credentials->service, {}, call);
  if (!answer) {
    Error error = std::move(answer.error().error);
    error.field = "code";
    if (error.kind != ErrorKind::kTooMany && error.kind != ErrorKind::kUnavailable) {
      error.kind = ErrorKind::kInvalid;
      error.message = "The server let us in, and then did not say who we are: " + error.message;
    }
    return fail(std::move(error));
  }
  const Eyes eyes{host_of(credentials->service), credentials->domain, {}};
  auto account = read_account(answer->body, eyes);
  if (!account) return fail(std::move(account.error()));
  (void)read_json(answer->body, [&](Json json) -> Result<Done> {
    credentials->account_id = id_at(json, "id");
    return Done{};
  });
  credentials->handle = account->handle;

  ConnectedAccount connected;
  connected.account = std::move(*account);
  connected.service = credentials->service;
  connected.secret = to_text(*credentials);
  if (auto server = ask_server(api, credentials->service, Urgency::kPerson)) {
    connected.limits = server->limits;
  }
  return connected;
}

}  // namespace rapport::mastodon
