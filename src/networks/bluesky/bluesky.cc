#include "networks/bluesky/bluesky.h"

#include "base/unicode.h"
#include "base/url.h"
#include "networks/bluesky/connector.h"
#include "networks/bluesky/names.h"
#include "networks/bluesky/streams.h"
#include "networks/rate_budget.h"

namespace rapport {
namespace bluesky {
namespace {

class BlueskyNetwork final : public Network {
 public:
  BlueskyNetwork(BlueskySettings settings, Transport& transport, const Clock& clock)
      : transport_(transport),
        clock_(clock),
        settings_(settings),
        budget_(clock),
        xrpc_(transport, budget_),
        identities_(transport, std::move(settings)) {}

  std::string name() const override { return "bluesky"; }
  Limits limits() const override { return limits_of_posts(); }
  Result<ConnectedAccount> connect(const ConnectRequest& request) override;
  Result<std::unique_ptr<Connector>> open(const Channel& channel, SecretSlot secret) override;
  bool has_stream() const override {
    return !settings_.jetstreams.empty() || !settings_.firehose.empty();
  }
  Result<std::unique_ptr<PostStream>> open_stream() override;

 private:
  Result<Credentials> locate(const ConnectRequest& request, std::string& identifier) const;
  Result<NetworkAccount> profile(const Credentials& credentials);

  Transport& transport_;
  const Clock& clock_;
  const BlueskySettings settings_;
  RateBudget budget_;
  Xrpc xrpc_;
  IdentityResolver identities_;
};

// Where to sign in, and as whom.
Result<Credentials> BlueskyNetwork::locate(const ConnectRequest& request,
                                           std::string& identifier) const {
  Credentials credentials;
  identifier = tidy_handle(request.handle);
  if (identifier.empty())
    return invalid("Which account? Its handle looks like name.bsky.social.", "handle");
  const std::string_view service = trim(request.service);
  if (!service.empty()) {
    const auto url = parse_web_url(service.find("://") == std::string_view::npos
                                       ? "https://" + std::string(service)
                                       : std::string(service));
    if (!url) return invalid("The server's address cannot be read.", "service");
    credentials.service = url->origin();
    credentials.service_fixed = true;
    return credentials;
  }
  auto identity = identifier.starts_with("did:") ? identities_.identity_of(identifier)
                                                 : identities_.identity_of_handle(identifier);
  if (!identity) {
    Error error = std::move(identity.error());
    // For the person at the form an account nobody knows is a wrong entry.
    if (error.kind == ErrorKind::kNotFound) {
      error.kind = ErrorKind::kInvalid;
      error.field = "handle";
    }
    return fail(std::move(error));
  }
  credentials.did = identity->did;
  credentials.handle = identity->handle;
  credentials.service = identity->service;
  identifier = identity->did;
  return credentials;
}

tl::unexpected<Error> refused_sign_in(Refusal refusal) {
  if (refusal.name == "AuthFactorTokenRequired") {
    return invalid(
        "This account asks for a second factor. Please make an app password for Rapport.",
        "app_password");
  }
  if (refusal.name == "AccountTakedown" || refusal.name == "AccountSuspended") {
    return invalid("Bluesky has suspended this account.", "handle");
  }
  if (refusal.status == 401) {
    return invalid("Bluesky did not accept this handle and app password.", "app_password");
  }
  return fail(std::move(refusal.error));
}

Result<NetworkAccount> BlueskyNetwork::profile(const Credentials& credentials) {
  Call call;
  call.urgency = Urgency::kPerson;
  call.nsid = "app.bsky.actor.getProfile";
  call.params = {{"actor", credentials.did}};
  call.token = credentials.access;
  auto answer = xrpc_.call(credentials.service, credentials.did, call);
  if (!answer) return fail(std::move(answer.error().error));
  return read_profile(*answer, clock_.now());
}

Result<ConnectedAccount> BlueskyNetwork::connect(const ConnectRequest& request) {
  std::string identifier;
  auto credentials = locate(request, identifier);
  if (!credentials) return fail(std::move(credentials.error()));
  credentials->app_password = trim(request.app_password);
  if (credentials->app_password.empty()) {
    return invalid("The app password is missing.", "app_password");
  }
  auto signed_in = sign_in(xrpc_, std::move(*credentials), identifier, Urgency::kPerson);
  if (!signed_in) return refused_sign_in(std::move(signed_in.error()));
  if (!signed_in->active) {
    return invalid(signed_in->status == "deactivated" ? "This account is deactivated on Bluesky."
                                                      : "This account is not active on Bluesky.",
                   "handle");
  }

  ConnectedAccount connected;
  // A new account may not be known to the network's views yet; that is no reason to turn it away.
  if (auto account = profile(signed_in->credentials)) {
    connected.account = std::move(*account);
  } else {
    connected.account.native_id = signed_in->credentials.did;
    connected.account.url = profile_url(signed_in->credentials.did);
  }
  if (!is_handle(connected.account.handle) || connected.account.handle == "handle.invalid") {
    connected.account.handle = signed_in->credentials.handle;
  }
  connected.service = signed_in->credentials.service;
  connected.secret = to_text(signed_in->credentials);
  return connected;
}

Result<std::unique_ptr<Connector>> BlueskyNetwork::open(const Channel&, SecretSlot secret) {
  return std::make_unique<BlueskyConnector>(transport_, xrpc_, identities_, clock_,
                                            std::move(secret));
}

Result<std::unique_ptr<PostStream>> BlueskyNetwork::open_stream() {
  auto guard = AddressGuard::make(settings_.guard);
  if (!guard) return fail(std::move(guard.error()));
  WebSocketSettings sockets;
  sockets.guard = std::move(*guard);
  sockets.version = settings_.version;
  if (!settings_.jetstreams.empty()) return make_jetstream(settings_.jetstreams, sockets, clock_);
  if (!settings_.firehose.empty()) return make_firehose(settings_.firehose, sockets, clock_);
  return invalid("No server is set where Bluesky's stream could be heard.", "stream");
}

}  // namespace
}  // namespace bluesky

std::unique_ptr<Network> make_bluesky_network(BlueskySettings settings, Transport& transport,
                                              const Clock& clock) {
  return std::make_unique<bluesky::BlueskyNetwork>(std::move(settings), transport, clock);
}

}  // namespace rapport
