// Health, the live stream, and the API's own description.

#include <string>

#include "http/auth/credentials.h"
#include "http/handlers/handlers.h"
#include "http/handlers/replies.h"
#include "http/live/hub.h"
#include "http/wire/openapi.h"
#include "http/wire/session.h"

namespace rapport {
namespace {

// An id that cannot be read is as good as one that is too old: zero comes before everything.
Resume read_resume(const Request& request) {
  std::string asked(request.header("last-event-id"));
  if (asked.empty()) asked = request.query_value("after").value_or("");
  if (asked.empty()) return {};
  return {parse_id<EventId>(asked).value_or(EventId{0})};
}

Credential credential_of(const Request& request) {
  if (const auto token = bearer_token(request)) return {Credential::Kind::kToken, *token};
  return {Credential::Kind::kSession, std::string(request.cookie(kSessionCookie))};
}

}  // namespace

Result<Response> stream_events(Call& call) {
  Response response;
  response.headers = {{"content-type", "text/event-stream; charset=utf-8"},
                      {"cache-control", "no-store"},
                      {"x-accel-buffering", "no"}};  // asks a proxy to pass each line on at once
  response.stream = [&live = call.services.live, workspace = call.by().workspace,
                     member = call.by().id, credential = credential_of(call.request),
                     resume = read_resume(call.request)](std::shared_ptr<Stream> stream) {
    live.join(std::move(stream), workspace, member, credential, resume);
  };
  return response;
}

Result<Response> get_health(Call&) { return json_reply(health_json()); }

Result<Response> get_openapi(Call&) {
  static const std::string document = openapi_json();
  return json_reply(document);
}

}  // namespace rapport
