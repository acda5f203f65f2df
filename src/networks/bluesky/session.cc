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

tl::unexpected<Error> closed(const Refusal& refusal) {
  return fail(ErrorKind::kUnauthorized,
              refusal.name == "AccountDeactivated" ? "This account is deactivated on Bluesky."
                                                   : "Bluesky has suspended this account.",
              refusal.error.cause);
}

}  // namespace

tl::expected<SignedIn, Refusal> sign_in(Xrpc& xrpc, Credentials credentials,
                                        std::string_view identifier) {
  Call call;
  call.kind = CallKind::kSession;
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
    : xrpc_(xrpc), identities_(identities), secret_(std::move(secret)) {}

Result<Session::Held> Session::held() {
  std::lock_guard lock(mutex_);
  if (held_) return held_;
  auto text = secret_.load();
  if (!text) return fail(std::move(text.error()));
  auto credentials = credentials_of(*text);
  if (!credentials) return fail(std::move(credentials.error()));
  held_ = std::make_shared<const Credentials>(std::move(*credentials));
  return held_;
}

Result<Credentials> Session::who() {
  auto credentials = held();
  if (!credentials) return fail(std::move(credentials.error()));
  return **credentials;
}

Result<std::string> Session::get(std::string_view nsid, Params params) {
  Call call;
  call.nsid = nsid;
  call.params = std::move(params);
  return this->call(std::move(call));
}

Result<std::string> Session::write(std::string_view nsid, std::string body) {
  Call call;
  call.kind = CallKind::kWrite;
  call.method = HttpMethod::kPost;
  call.nsid = nsid;
  call.body = std::move(body);
  return this->call(std::move(call));
}

Result<std::string> Session::call(Call call) {
  auto credentials = held();
  if (!credentials) return fail(std::move(credentials.error()));
  for (int attempt = 0; attempt < 2; ++attempt) {
    if ((*credentials)->access.empty()) {
      credentials = renew(*credentials);
      if (!credentials) return fail(std::move(credentials.error()));
    }
    call.token = (*credentials)->access;
    auto answer = xrpc_.call((*credentials)->service, (*credentials)->did, call);
    if (answer) return std::move(*answer);
    const Refusal& refusal = answer.error();
    if (is_account_closed(refusal)) return closed(refusal);
    if (!refusal.is_token_trouble()) return fail(std::move(answer.error().error));
    if (attempt == 0) {
      credentials = renew(*credentials);
      if (!credentials) return fail(std::move(credentials.error()));
    }
  }
  // A fresh token was refused as well, so the token was not the trouble. Nothing was done.
  return unavailable("Bluesky does not accept a sign-in that it has just given us.");
}

Result<Session::Held> Session::renew(const Held& old) {
  std::lock_guard renewing(renewing_);
  {
    std::lock_guard lock(mutex_);
    if (held_ != old) return held_;  // another thread was faster
  }
  // Another process may have renewed them, or a person may have signed in again.
  Held latest = old;
  if (auto text = secret_.load()) {
    if (auto stored = credentials_of(*text); stored && stored->access != old->access) {
      latest = std::make_shared<const Credentials>(std::move(*stored));
      std::lock_guard lock(mutex_);
      held_ = latest;
      if (!latest->access.empty()) return latest;
    }
  }
  return latest->refresh.empty() ? sign_in_again(latest) : refresh(latest);
}

Result<Session::Held> Session::refresh(const Held& old) {
  Call call;
  call.kind = CallKind::kSession;
  call.method = HttpMethod::kPost;
  call.nsid = "com.atproto.server.refreshSession";
  call.token = old->refresh;
  auto answer = xrpc_.call(old->service, old->did, call);
  if (answer) {
    auto fresh = read_session(*answer, *old);
    if (!fresh) return fail(std::move(fresh.error()));
    return keep(old, std::move(fresh->credentials));
  }
  const Refusal& refusal = answer.error();
  if (is_account_closed(refusal)) return closed(refusal);
  // An expired or revoked refresh token is no refusal of us: the app password may still be good.
  const bool refused = refusal.status >= 400 && refusal.status < 500 && refusal.status != 429;
  if (refused) return sign_in_again(old);
  return fail(std::move(answer.error().error));
}

Result<Session::Held> Session::sign_in_again(const Held& old) {
  Credentials wanted = *old;
  // The account may have moved to another server, which would look like a refusal here.
  if (!wanted.service_fixed) {
    if (auto identity = identities_.identity_of(wanted.did)) wanted.service = identity->service;
  }
  auto fresh = sign_in(xrpc_, wanted, wanted.did);
  if (fresh) return keep(old, std::move(fresh->credentials));
  Refusal& refusal = fresh.error();
  if (is_account_closed(refusal)) return closed(refusal);
  if (refusal.status == 401) {
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
  auto saved = secret_.save(to_text(fresh));
  if (!saved) return fail(std::move(saved.error()));
  std::lock_guard lock(mutex_);
  held_ = std::make_shared<const Credentials>(std::move(fresh));
  return held_;
}

}  // namespace rapport::bluesky
