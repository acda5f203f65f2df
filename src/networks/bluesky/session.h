// A signed-in session that keeps itself alive.
//
// Calls that fail for an old token renew it and are made once more. Many threads that meet the old
// token at once renew it once. New tokens are stored before they are used, so a crash never leaves
// us with ones the server has replaced. Only a refusal of the app password itself, or of the whole
// account, is unauthorized; everything else may pass.

#pragma once

#include <memory>
#include <mutex>
#include <optional>
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

// What to tell people when their own account may not act. The standing sign-in is no use then.
inline constexpr std::string_view kDeactivatedWords =
    "This account is deactivated on Bluesky. Once it is active again there, please connect it "
    "again.";
inline constexpr std::string_view kMovedWords =
    "This account has moved to another server. Please connect it again.";
inline constexpr std::string_view kSuspendedWords =
    "Bluesky has suspended this account. Once Bluesky has lifted that, please connect it again.";

class Session {
 public:
  Session(Xrpc& xrpc, const IdentityResolver& identities, SecretSlot secret);

  // The body of the answer. Errors as Connector promises for reads and writes.
  Result<std::string> get(std::string_view nsid, Params params);
  // The same, where what the network calls a refusal matters.
  Answer ask(std::string_view nsid, Params params);
  Result<std::string> write(std::string_view nsid, std::string body);
  // Stores a file; `mime` is what it is.
  Result<std::string> upload(std::string bytes, std::string mime);

  // Who we are. Fails only if the stored sign-in cannot be read.
  Result<Credentials> who();

  // An account that moved leaves a deactivated one behind. True if ours did and we are signed in
  // where it is now; false if it did not; unauthorized if the new server wants it connected again.
  Result<bool> follow_move();

  // The same session for what somebody waits for: its calls go before those that read along.
  Session for_a_person() const;

  Time now() const { return shared_->xrpc.now(); }

 private:
  using Held = std::shared_ptr<const Credentials>;
  struct Shared {
    Shared(Xrpc& calls, const IdentityResolver& resolver, SecretSlot slot)
        : xrpc(calls), identities(resolver), secret(std::move(slot)) {}
    Xrpc& xrpc;
    const IdentityResolver& identities;
    SecretSlot secret;
    std::mutex renewing;  // held over the network: one renewal at a time
    std::mutex mutex;     // guards held
    Held held;
  };

  Answer call(Call call);
  Result<std::string> result_of(Call call);
  Result<Held> held();
  Result<Held> renew(const Held& old);
  Result<Held> refresh(const Held& old);
  Result<Held> moved(const Held& old);
  Result<Held> sign_in_again(const Held& old);
  std::optional<std::string> why_closed(const Credentials& credentials);
  Result<Held> keep(const Held& old, Credentials fresh);

  std::shared_ptr<Shared> shared_;
  Urgency urgency_ = Urgency::kBackground;
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
                                        std::string_view identifier, Urgency urgency);

}  // namespace rapport::bluesky
