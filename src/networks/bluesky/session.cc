#include "networks/bluesky/session.h"

#include <boost/json.hpp>

#include "base/url.h"
#include "networks/bluesky/json.h"
#include "networks/bluesky/names.h"

namespace rapport::bluesky {
namespace {

// Reads the answer of createSession and refreshSession, which are alike. An answer without both
// tokens is no answer.
Result<SignedIn> read_session(const std::string& body, Credentials credentials) {
  std::string document;
  auto signed_in = read_json(body, [&](Json json) -> Result<SignedIn> {
    SignedIn read{std::move(credentials), true, {}};
    read.credentials.access = text_at(json, "accessJwt");
    read.credentials.refresh = text_at(json, "refreshJwt");
    const std::string_view did = text_at(json, "did");
    if (read.credentials.access.empty() || read.credentials.refresh.empty() || !is_did(did)) {
      return unavailable("Bluesky sent a sign-in without its tokens.");
    }
    if (!read.credentials.did.empty() && read.credentials.did != did) {
      return fail(ErrorKind::kUnauthorized, "This sign-in belongs to another account.");
    }
    read.credentials.did = did;
    if (const auto handle = text_at(json, "handle"); !handle.empty()) {
      read.credentials.handle = handle;
    }
    read.active = bool_at(json, "active").value_or(true);
    read.status = text_at(json, "status");
    if (const auto part = member(json, "didDoc")) document = simdjson::minify(*part);
    return read;
  });
  if (signed_in && !document.empty() && !signed_in->credentials.service_fixed) {
    const auto identity = read_identity(document);
    if (identity && identity->did == signed_in->credentials.did && !identity->service.empty()) {
      signed_in->credentials.service = identity->service;
    }
  }
  return signed_in;
}

Refusal as_refusal(Error error) { return Refusal{std::move(error), 0, {}}; }

// The server's own word that the account as a whole may not act.
bool is_account_closed(const Refusal& refusal) {
  return refusal.status == 401 &&
         (refusal.name == "AccountTakedown" || refusal.name == "AccountSuspended" ||
          refusal.name == "AccountDeactivated");
}

Error closed(const Refusal& refusal) {
  return {ErrorKind::kUnauthorized,
          std::string(refusal.name == "AccountDeactivated" ? kDeactivatedWords : kSuspendedWords),
          refusal.error.cause,
          {},
          {}};
}

}  // namespace

tl::expected<SignedIn, Refusal> sign_in(Xrpc& xrpc, Credentials credentials,
                                        std::string_view identifier, Urgency urgency) {
  Call call;
  call.kind = CallKind::kSession;
  call.urgency = urgency;
  call.method = HttpMethod::kPost;
  call.nsid = "com.atproto.server.createSession";
  call.body = boost::json::serialize(
      boost::json::object{{"identifier", identifier}, {"password", credentials.app_password}});
  auto answer = xrpc.call(credentials.service, identifier, call);
  if (!answer) return tl::unexpected(std::move(answer.error()));
  auto signed_in = read_session(*answer, std::move(credentials));
  if (!signed_in) return tl::unexpected(as_refusal(std::move(signed_in.error())));
  return std::move(*signed_in);
}

Session::Session(Xrpc& xrpc, const IdentityResolver& identities, SecretSlot secret)
    : shared_(std::make_shared<Shared>(xrpc, identities, std::move(secret))) {}

Session Session::for_a_person() const {
  Session session = *this;
  session.urgency_ = Urgency::kPerson;
  return session;
}

Result<Session::Held> Session::held() {
  std::lock_guard lock(shared_->mutex);
  if (shared_->held) return shared_->held;
  auto text = shared_->secret.load();
  if (!text) return fail(std::move(text.error()));
  auto credentials = credentials_of(*text);
  if (!credentials) return fail(std::move(credentials.error()));
  shared_->held = std::make_shared<const Credentials>(std::move(*credentials));
  return shared_->held;
}

Result<Credentials> Session::who() {
  auto credentials = held();
  if (!credentials) return fail(std::move(credentials.error()));
  return **credentials;
}

Result<std::string> Session::result_of(Call call) {
  auto answer = this->call(std::move(call));
  if (!answer) return fail(std::move(answer.error().error));
  return std::move(*answer);
}

Answer Session::ask(std::string_view nsid, Params params) {
  Call call;
  call.nsid = nsid;
  call.params = std::move(params);
  return this->call(std::move(call));
}

Result<std::string> Session::get(std::string_view nsid, Params params) {
  auto answer = ask(nsid, std::move(params));
  if (!answer) return fail(std::move(answer.error().error));
  return std::move(*answer);
}

Result<std::string> Session::write(std::string_view nsid, std::string body) {
  Call call;
  call.kind = CallKind::kWrite;
  call.method = HttpMethod::kPost;
  call.nsid = nsid;
  call.body = std::move(body);
  return result_of(std::move(call));
}

Result<std::string> Session::upload(std::string bytes, std::string mime) {
  Call call;
  call.kind = CallKind::kUpload;
  call.method = HttpMethod::kPost;
  call.nsid = "com.atproto.repo.uploadBlob";
  call.body = std::move(bytes);
  call.content_type = std::move(mime);
  return result_of(std::move(call));
}

Answer Session::call(Call call) {
  auto credentials = held();
  if (!credentials) return tl::unexpected(as_refusal(std::move(credentials.error())));
  for (int attempt = 0; attempt < 2; ++attempt) {
    if ((*credentials)->access.empty()) {
      credentials = renew(*credentials);
      if (!credentials) return tl::unexpected(as_refusal(std::move(credentials.error())));
    }
    call.token = (*credentials)->access;
    call.urgency = urgency_;
    auto answer = shared_->xrpc.call((*credentials)->service, (*credentials)->did, call);
    if (answer) return answer;
    Refusal& refusal = answer.error();
    if (is_account_closed(refusal)) {
      refusal.error = closed(refusal);
      if (attempt > 0) return answer;
      auto there = moved(*credentials);
      if (!there) return tl::unexpected(as_refusal(std::move(there.error())));
      if (*there == *credentials) return answer;
      credentials = std::move(there);
      continue;
    }
    if (!refusal.is_token_trouble()) return answer;
    if (attempt == 0) {
      credentials = renew(*credentials);
      if (!credentials) return tl::unexpected(as_refusal(std::move(credentials.error())));
    }
  }
  // A fresh token was refused as well, so the token was not the trouble. Nothing was done.
  return tl::unexpected(as_refusal({ErrorKind::kUnavailable,
                                    "Bluesky does not accept a sign-in that it has just given us.",
                                    {},
                                    {},
                                    {}}));
}

Result<bool> Session::follow_move() {
  auto credentials = held();
  if (!credentials) return fail(std::move(credentials.error()));
  auto there = moved(*credentials);
  if (!there) return fail(std::move(there.error()));
  return *there != *credentials;
}

// Where the account lives now, signed in there; `old` if it did not move or nobody can say.
Result<Session::Held> Session::moved(const Held& old) {
  if (old->service_fixed) return old;
  const auto identity = shared_->identities.identity_of(old->did);
  if (!identity || identity->service == old->service) return old;
  std::lock_guard renewing(shared_->renewing);
  {
    std::lock_guard lock(shared_->mutex);
    if (shared_->held != old) return shared_->held;
  }
  return sign_in_again(old);
}

Result<Session::Held> Session::renew(const Held& old) {
  std::lock_guard renewing(shared_->renewing);
  {
    std::lock_guard lock(shared_->mutex);
    if (shared_->held != old) return shared_->held;  // another thread was faster
  }
  // Another process may have renewed them, or a person may have signed in again.
  Held latest = old;
  if (auto text = shared_->secret.load()) {
    if (auto stored = credentials_of(*text); stored && stored->access != old->access) {
      latest = std::make_shared<const Credentials>(std::move(*stored));
      std::lock_guard lock(shared_->mutex);
      shared_->held = latest;
      if (!latest->access.empty()) return latest;
    }
  }
  return latest->refresh.empty() ? sign_in_again(latest) : refresh(latest);
}

Result<Session::Held> Session::refresh(const Held& old) {
  Call call;
  call.kind = CallKind::kSession;
  call.method = HttpMethod::kPost;
  call.urgency = urgency_;
  call.nsid = "com.atproto.server.refreshSession";
  call.token = old->refresh;
  auto answer = shared_->xrpc.call(old->service, old->did, call);
  if (answer) {
    auto fresh = read_session(*answer, *old);
    if (!fresh) return fail(std::move(fresh.error()));
    return keep(old, std::move(fresh->credentials));
  }
  const Refusal& refusal = answer.error();
  if (is_account_closed(refusal)) return fail(closed(refusal));
  // An expired or revoked refresh token is no refusal of us: the app password may still be good.
  const bool refused = refusal.status >= 400 && refusal.status < 500 && refusal.status != 429;
  if (refused) return sign_in_again(old);
  return fail(std::move(answer.error().error));
}

// What the server tells everybody about an account that is not active; nothing if it is, or if
// nobody can say.
std::optional<std::string> Session::why_closed(const Credentials& credentials) {
  Call call;
  call.urgency = urgency_;
  call.nsid = "com.atproto.sync.getRepoStatus";
  call.params = {{"did", credentials.did}};
  const auto answer = shared_->xrpc.call(credentials.service, credentials.did, call);
  if (!answer) return std::nullopt;
  std::optional<std::string> words;
  (void)read_json(*answer, [&](Json json) -> Result<Done> {
    if (bool_at(json, "active").value_or(true)) return Done{};
    words = text_at(json, "status") == "deactivated" ? kDeactivatedWords : kSuspendedWords;
    return Done{};
  });
  return words;
}

Result<Session::Held> Session::sign_in_again(const Held& old) {
  Credentials wanted = *old;
  // The account may have moved to another server, which would look like a refusal here.
  if (!wanted.service_fixed) {
    if (auto identity = shared_->identities.identity_of(wanted.did))
      wanted.service = identity->service;
  }
  auto fresh = sign_in(shared_->xrpc, wanted, wanted.did, urgency_);
  if (fresh) return keep(old, std::move(fresh->credentials));
  Refusal& refusal = fresh.error();
  if (is_account_closed(refusal)) return fail(closed(refusal));
  if (refusal.status == 401) {
    // Passwords for programs stay behind when an account moves.
    if (wanted.service != old->service) {
      return fail(ErrorKind::kUnauthorized, std::string(kMovedWords), refusal.error.cause);
    }
    // A server says the same of a wrong password and of an account it has taken down.
    if (auto words = why_closed(wanted)) {
      return fail(ErrorKind::kUnauthorized, std::move(*words), refusal.error.cause);
    }
    return fail(ErrorKind::kUnauthorized,
                "Bluesky no longer accepts the app password. Please connect the account again.",
                refusal.error.cause);
  }
  if (refusal.error.kind == ErrorKind::kInvalid || refusal.error.kind == ErrorKind::kForbidden ||
      refusal.error.kind == ErrorKind::kNotFound) {
    refusal.error.kind = ErrorKind::kUnavailable;
  }
  return fail(std::move(refusal.error));
}

Result<Session::Held> Session::keep(const Held& old, Credentials fresh) {
  if (fresh.access.empty() || fresh.refresh.empty()) {
    return unavailable("Bluesky sent a sign-in without its tokens.");
  }
  fresh.app_password = old->app_password;
  auto saved = shared_->secret.save(to_text(fresh));
  if (!saved) return fail(std::move(saved.error()));
  std::lock_guard lock(shared_->mutex);
  shared_->held = std::make_shared<const Credentials>(std::move(fresh));
  return shared_->held;
}

}  // namespace rapport::bluesky
