#include "networks/mastodon/mastodon.h"

#include "networks/mastodon/connector.h"
#include "networks/mastodon/sign_in.h"
#include "networks/rate_budget.h"

namespace rapport {
namespace mastodon {
namespace {

class MastodonNetwork final : public Network {
 public:
  MastodonNetwork(Transport& transport, const Clock& clock)
      : transport_(transport), clock_(clock), budget_(clock), api_(transport, budget_) {}

  std::string name() const override { return "mastodon"; }
  Limits limits() const override { return usual_limits(); }

  Result<ConnectedAccount> connect(const ConnectRequest&) override {
    return invalid("Accounts on Mastodon are connected on their server's own page.", "network");
  }
  Result<SignInStart> start_sign_in(const SignInRequest& request) override {
    return mastodon::start_sign_in(api_, request);
  }
  Result<ConnectedAccount> finish_sign_in(const std::string& kept,
                                          const std::string& code) override {
    return mastodon::finish_sign_in(api_, kept, code);
  }
  Result<std::unique_ptr<Connector>> open(const Channel& channel, SecretSlot secret) override {
    return std::make_unique<MastodonConnector>(transport_, api_, clock_, channel.limits,
                                               std::move(secret));
  }

 private:
  Transport& transport_;
  const Clock& clock_;
  RateBudget budget_;
  Api api_;
};

}  // namespace
}  // namespace mastodon

std::unique_ptr<Network> make_mastodon_network(Transport& transport, const Clock& clock) {
  return std::make_unique<mastodon::MastodonNetwork>(transport, clock);
}

}  // namespace rapport
