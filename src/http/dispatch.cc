#include "http/dispatch.h"

#include <algorithm>
#include <array>
#include <exception>

#include "base/log.h"
#include "http/auth/credentials.h"
#include "http/auth/origin.h"
#include "http/auth/setup_code.h"
#include "http/help/help_response.h"
#include "http/routes.h"
#include "http/web_app.h"
#include "http/wire/problem.h"

namespace rapport {
namespace {

// Mantine sets styles from script, hence 'unsafe-inline' for styles; pictures come straight from
// the networks' own servers. A network on this machine has no certificate.
std::string content_security_policy(const HttpSettings& settings) {
  std::string policy =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
      "media-src 'self' https:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
      "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
      "img-src 'self' https: data: blob:";
  if (settings.networks_here) policy += " http://localhost:* http://127.0.0.1:*";
  return policy;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSecurityHeaders = {{
    {"x-content-type-options", "nosniff"},
    {"referrer-policy", "no-referrer"},
    {"x-frame-options", "DENY"},
    {"cross-origin-opener-policy", "same-origin"},
    {"cross-origin-resource-policy", "same-origin"},
}};

bool is_unsafe(Method method) { return method != Method::kGet && method != Method::kHead; }

// Who is asking. Nobody, if they do not say; an error, if what they say is not true.
Result<std::optional<Caller>> find_caller(const Request& request, Services& services) {
  if (const auto token = bearer_token(request)) {
    auto caller = services.desk.team.caller_by_token(*token);
    RAPPORT_TRY(caller);
    return std::optional<Caller>(std::move(*caller));
  }
  const std::string secret(request.cookie(kSessionCookie));
  if (secret.empty()) return std::nullopt;
  auto caller = services.desk.team.caller_by_session(secret);
  if (caller) return std::optional<Caller>(std::move(*caller));
  // A session that ended is the same as none.
  if (caller.error().kind == ErrorKind::kUnauthorized) return std::nullopt;
  return fail(std::move(caller.error()));
}

Result<Done> check_role(Who who, const Member& member) {
  const auto permission = permission_for(who);
  if (!permission || member.may(*permission)) return Done{};
  if (*permission == Permission::kAnswer) {
    return forbidden("Your role is to read here: ask an admin if you should answer, too.");
  }
  if (*permission == Permission::kExport || *permission == Permission::kSaveViews) {
    return forbidden("Your role is to read here: ask an admin if you need more.");
  }
  return forbidden("Only an owner or admin may do this.");
}

// A page that was opened in one workspace must not be fed from another: its session may have moved
// on in another tab. Pages say where they are; who says nothing is not asked.
bool page_is_elsewhere(const Call& call) {
  std::string place(call.request.header("x-workspace"));
  if (place.empty()) place = call.request.query_value("workspace").value_or("");
  return !place.empty() && place != to_string(call.by().workspace);
}

Result<Done> check_type(const Route& route, const Request& request) {
  const std::string_view header = request.header("content-type");
  const std::string_view type = header.substr(0, header.find(';'));
  if (takes_picture(route)) {
    if (type == "image/jpeg" || type == "image/png" || type == "image/webp") return Done{};
    return invalid("Send the picture itself, as image/jpeg, image/png or image/webp.", "picture");
  }
  if (request.body.empty() || type == "application/json") return Done{};
  return invalid("Send the body as application/json.");
}

Result<Done> check_unsafe(const Call& call, const Route& route) {
  const Request& request = call.request;
  if (!origin_is_ours(request, call.services.settings)) {
    return forbidden("This came from another site's page.");
  }
  const bool by_cookie = call.caller && !bearer_token(request);
  if (by_cookie && call.route_needs_csrf &&
      !same_secret(request.header("x-csrf-token"), call.caller->csrf)) {
    return forbidden("This page is out of date. Load it again.");
  }
  return check_type(route, request);
}

Result<Response> run(const RouteMatch& match, Call& call) {
  const Route& route = *match.route;
  auto caller = find_caller(call.request, call.services);
  RAPPORT_TRY(caller);
  call.caller = std::move(*caller);
  if (route.who != Who::kEveryone) {
    if (!call.caller) return fail(ErrorKind::kUnauthorized, "Please sign in.");
    if (page_is_elsewhere(call)) {
      return problem(409, "elsewhere", "You went on in another workspace. This page follows.",
                     call.request.id);
    }
    RAPPORT_TRY(check_role(route.who, call.caller->member));
  }
  call.route_needs_csrf = route.who != Who::kEveryone;
  if (is_unsafe(call.request.method)) RAPPORT_TRY(check_unsafe(call, route));
  return route.handler(call);
}

std::string list_of(const std::vector<Method>& methods) {
  std::string out;
  for (const Method method : methods) {
    if (!out.empty()) out += ", ";
    out += to_word(method);
  }
  return out;
}

Response method_not_allowed(const std::vector<Method>& allowed, const Request& request) {
  Response response =
      problem(405, "method_not_allowed", "This address does not take this method.", request.id);
  response.headers.emplace_back("allow", list_of(allowed));
  return response;
}

void log_trouble(const Request& request, const Error& error) {
  if (error.kind != ErrorKind::kInternal && error.cause.empty()) return;
  const std::string line = std::string(to_word(request.method)) + " " + request.path + " " +
                           request.id + ": " + error.message +
                           (error.cause.empty() ? "" : " (" + error.cause + ")");
  log(error.kind == ErrorKind::kInternal ? LogLevel::kError : LogLevel::kInfo, "http", line);
}

Response api_response(const Request& request, Services& services) {
  const RouteMatch match = match_route(request.method, request.path);
  if (match.allowed.empty()) {
    return problem(404, "not_found", "There is nothing at this address.", request.id);
  }
  if (!match.route) return method_not_allowed(match.allowed, request);
  Call call{request, services, match.path_values, std::nullopt};
  auto response = run(match, call);
  if (response) return std::move(*response);
  log_trouble(request, response.error());
  return problem(response.error(), request.id);
}

bool is_api(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

Response respond(const Request& request, Services& services, HelpPages& help_pages) {
  if (request.headers_too_large) {
    return problem(431, "too_large", "The headers of this request are too large.", request.id);
  }
  if (!host_is_ours(request, services.settings)) {
    return problem(403, "forbidden",
                   "This server was not told that it is known by this name. Its operator can add "
                   "it under hosts or public_url in the configuration.",
                   request.id);
  }
  if (request.body_too_large) {
    return problem(413, "too_large", "This is too much at once.", request.id);
  }
  if (!request.path.starts_with('/')) {
    return problem(400, "invalid", "This is not an address.", request.id);
  }
  if (is_api(request.path)) return api_response(request, services);
  if (is_unsafe(request.method)) {
    return method_not_allowed({Method::kGet, Method::kHead}, request);
  }
  if (is_help(request.path)) {
    return help_pages.respond(request, services.settings);
  }
  return web_app_response(request);
}

}  // namespace

Response dispatch(const Request& asked, Services& services, HelpPages& help_pages) {
  Request request = asked;
  request.id = random_text(9);
  Response response;
  try {
    response = respond(request, services, help_pages);
  } catch (const std::exception& error) {
    log_error("http", std::string(to_word(request.method)) + " " + request.path + " " + request.id +
                          " threw: " + error.what());
    response = problem(500, "internal", "Something went wrong here. It is in our log.", request.id);
  }
  // A public page has a stricter one of its own.
  if (std::ranges::find(response.headers, "content-security-policy",
                        &std::pair<std::string, std::string>::first) == response.headers.end()) {
    response.headers.emplace_back("content-security-policy",
                                  content_security_policy(services.settings));
  }
  for (const auto& [name, value] : kSecurityHeaders) response.headers.emplace_back(name, value);
  response.headers.emplace_back("x-request-id", request.id);
  return response;
}

}  // namespace rapport
