// A signed-in session that keeps itself alive.
//
// Calls that fail for an old token renew it and are made once more. Many threads that meet the old
// token at once renew it once. New tokens are stored before they are used, so a crash never leaves
// us with ones the server has replaced. Only a refusal of the app password itself, or of the whole
// account, is unauthorized; everything else may pass.

#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "networks/bluesky/credentials.h"
#include "networks/bluesky/identity.h"
#include "networks/bluesky/xrpc.h"
#include "networks/connector.h"

namespace rapport::bluesky {

using Params = std::vector<std::pair<std::string_view, std::string>>;

class Session {
 public:
  Session(Xrpc& xrpc, const IdentityResolver& identities, SecretSlot secret);

  // The body of the answer. Errors as Connector promises for reads and writes.
  Result<std::string> get(std::string_view nsid, Params params);
  Result<std::string> write(std::string_view nsid, std::string body);

  // Who we are. Fails only if the stored sign-in cannot be read.
  Result<Credentials> who();

 private:
  using Held = std::shared_ptr<const Credentials>;

  Result<std::string> call(Call call);
  Result<Held> held();
  Result<Held> renew(const Held& old);
  Result<Held> refresh(const Held& old);
  Result<Held> sign_in_again(const Held& old);
  Result<Held> keep(const Held& old, Credentials fresh);

  Xrpc& xrpc_;
  const IdentityResolver& identities_;
  SecretSlot secret_;
  std::mutex renewing_;  // held over the network: one renewal at a time
  std::mutex mutex_;     // guards held_
  Held held_;
};

// What signing in or renewing brought.
struct SignedIn {
  Credentials credentials;  // with the service of the answer's own document, if it names one
  bool active = true;
  std::string status;  // of an account that is not active: "takendown", "suspended", "deactivated"
};

// Signs in with handle or DID and app password at credentials.service. The refusal is raw: a wrong
// password is a 401.
tl::expected<SignedIn, Refusal> sign_in(Xrpc& xrpc, Credentials credentials,
                                        std::string_view identifier);

}  // namespace rapport::bluesky
