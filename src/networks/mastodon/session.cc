#include "networks/mastodon/session.h"

#include "base/url.h"
#include "networks/mastodon/json.h"
#include "networks/mastodon/names.h"

namespace rapport::mastodon {
namespace {

constexpr std::chrono::hours kServerGood{3};
constexpr std::chrono::minutes kServerAgain{5};

tl::unexpected<Error> refused() {
  return fail(ErrorKind::kUnauthorized,
              "The server no longer accepts our sign-in. Please connect this account again.",
              "no way to renew the token");
}

}  // namespace

Result<Session::Held> Session::held() {
  {
    std::lock_guard lock(shared_->mutex);
    if (shared_->held) return shared_->held;
  }
  auto text = shared_->secret.load();
  if (!text) return fail(std::move(text.error()));
  auto credentials = credentials_of(*text);
  // What cannot be read is as good as no sign-in.
  if (!credentials) return fail(ErrorKind::kUnauthorized, credentials.error().message);
  std::lock_guard lock(shared_->mutex);
  if (!shared_->held) shared_->held = std::make_shared<const Credentials>(std::move(*credentials));
  return shared_->held;
}

Result<Session::Held> Session::renew(const Held& old) {
  if (old->refresh.empty()) return refused();
  std::lock_guard renewing(shared_->renewing);
  auto now = held();
  if (!now) return now;
  if ((*now)->token != old->token) return now;  // somebody else just did

  const auto url = parse_web_url(old->token_url);
  if (!url) return refused();
  Call call;
  call.kind = CallKind::kSignIn;
  call.urgency = urgency_;
  call.method = HttpMethod::kPost;
  call.path = url->path;
  call.form = {{"grant_type", "refresh_token"},
               {"refresh_token", old->refresh},
               {"client_id", old->client_id},
               {"client_secret", old->client_secret}};
  auto answer = shared_->api.call(url->origin(), old->account_id, call);
  if (!answer) {
    const int status = answer.error().status;
    if (status == 400 || status == 401 || status == 403) return refused();
    return fail(std::move(answer.error().error));
  }
  Credentials fresh = *old;
  (void)read_json(answer->body, [&](Json json) -> Result<Done> {
    fresh.token = text_at(json, "access_token");
    const std::string_view refresh = text_at(json, "refresh_token");
    if (!refresh.empty()) fresh.refresh = refresh;
    return Done{};
  });
  if (fresh.token.empty()) return unavailable("The server did not renew our sign-in.");
  auto saved = shared_->secret.save(to_text(fresh));
  if (!saved) return fail(std::move(saved.error()));
  std::lock_guard lock(shared_->mutex);
  shared_->held = std::make_shared<const Credentials>(std::move(fresh));
  return shared_->held;
}

Answer Session::call(Call call) {
  auto us = held();
  if (!us) return tl::unexpected(Refusal{std::move(us.error()), 0, {}});
  call.urgency = urgency_;
  call.token = (*us)->token;
  auto answer = shared_->api.call((*us)->service, (*us)->account_id, call);
  if (answer || answer.error().status != 401) return answer;
  auto fresh = renew(*us);
  if (!fresh) return tl::unexpected(Refusal{std::move(fresh.error()), 401, {}});
  call.token = (*fresh)->token;
  return shared_->api.call((*fresh)->service, (*fresh)->account_id, call);
}

Result<Reply> Session::result_of(Call call) {
  auto answer = this->call(std::move(call));
  if (!answer) return fail(std::move(answer.error().error));
  return std::move(*answer);
}

Result<Reply> Session::get(std::string path, Params params) {
  Call call;
  call.path = std::move(path);
  call.params = std::move(params);
  return result_of(std::move(call));
}

Result<Reply> Session::get_query(std::string path, std::string query) {
  Call call;
  call.path = std::move(path);
  call.query = std::move(query);
  return result_of(std::move(call));
}

Result<Reply> Session::post(std::string path, Params form, std::string idempotency_key) {
  Call call;
  call.kind = CallKind::kWrite;
  call.method = HttpMethod::kPost;
  call.path = std::move(path);
  call.form = std::move(form);
  call.idempotency_key = std::move(idempotency_key);
  return result_of(std::move(call));
}

Result<Reply> Session::remove(std::string path) {
  Call call;
  call.kind = CallKind::kWrite;
  call.method = HttpMethod::kDelete;
  call.path = std::move(path);
  return result_of(std::move(call));
}

Result<Reply> Session::upload(std::string path, std::string body, std::string content_type) {
  Call call;
  call.kind = CallKind::kUpload;
  call.method = HttpMethod::kPost;
  call.path = std::move(path);
  call.body = std::move(body);
  call.content_type = std::move(content_type);
  return result_of(std::move(call));
}

Result<Credentials> Session::who() {
  auto us = held();
  if (!us) return fail(std::move(us.error()));
  return **us;
}

Result<Eyes> Session::eyes() {
  auto us = held();
  if (!us) return fail(std::move(us.error()));
  const std::string host = host_of((*us)->service);
  return Eyes{host, (*us)->domain, make_native_id(host, (*us)->account_id)};
}

Server Session::server() {
  const Time now = this->now();
  {
    std::lock_guard lock(shared_->mutex);
    if (shared_->server_asked_at && now - *shared_->server_asked_at < kServerGood) {
      return shared_->server;
    }
  }
  auto us = held();
  auto asked = us ? ask_server(shared_->api, (*us)->service, urgency_)
                  : Result<Server>(fail(std::move(us.error())));
  std::lock_guard lock(shared_->mutex);
  if (asked) {
    shared_->server = std::move(*asked);
    shared_->server_asked_at = now;
  } else {
    if (shared_->server.domain.empty()) shared_->server.limits = usual_limits();
    shared_->server_asked_at = now - kServerGood + kServerAgain;
  }
  return shared_->server;
}

Session Session::for_a_person() const {
  Session session = *this;
  session.urgency_ = Urgency::kPerson;
  return session;
}

}  // namespace rapport::mastodon
