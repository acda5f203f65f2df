// The sandbox seen through the door that every network has.

#include <utility>

#include "networks/registry.h"
#include "networks/sandbox/sandbox.h"

namespace rapport {
namespace {

Limits sandbox_limits() {
  return {.text_max = kSandboxTextMax,
          .text_unit = TextUnit::kGraphemes,
          .images_max = kSandboxImagesMax,
          .image_bytes_max = kSandboxImageBytesMax,
          .hides_replies = true};
}

class SandboxConnector final : public Connector {
 public:
  SandboxConnector(std::shared_ptr<Sandbox> sandbox, const StoryPerson& us)
      : sandbox_(std::move(sandbox)), us_(us) {}

  std::vector<std::string> sources() const override { return {"notifications", "own_posts"}; }
  Limits limits() const override { return sandbox_limits(); }

  Result<Heard> hear(std::string_view source, std::string_view cursor, Time since) override {
    return sandbox_->hear(us_, source, cursor, since);
  }
  Result<Thread> thread(std::string_view native_id,
                        const std::vector<std::string>& known) override {
    return sandbox_->thread(us_, native_id, known);
  }
  Result<NetworkAccount> profile(std::string_view native_id) override {
    return sandbox_->profile(us_, native_id);
  }
  OutgoingCard card(const std::string& url) override { return sandbox_->card(url); }
  Result<Sent> send(const Outgoing& act) override { return sandbox_->send(us_, act); }
  Result<std::optional<Sent>> look_up(const Outgoing& act) override {
    return sandbox_->look_up(us_, act);
  }

 private:
  const std::shared_ptr<Sandbox> sandbox_;
  const StoryPerson& us_;
};

class SandboxRehearsal final : public Connector {
 public:
  SandboxRehearsal(std::shared_ptr<Sandbox> sandbox, const StoryPerson& us, const Clock& clock)
      : sandbox_(std::move(sandbox)), us_(us), clock_(clock) {}

  std::vector<std::string> sources() const override { return {"notifications", "own_posts"}; }
  Limits limits() const override { return sandbox_limits(); }

  Result<Heard> hear(std::string_view source, std::string_view cursor, Time since) override {
    return sandbox_->hear(us_, source, cursor, since, clock_.now());
  }
  Result<Thread> thread(std::string_view native_id,
                        const std::vector<std::string>& known) override {
    return sandbox_->thread(us_, native_id, known, clock_.now());
  }
  Result<NetworkAccount> profile(std::string_view native_id) override {
    return sandbox_->profile(us_, native_id);
  }
  Result<Sent> send(const Outgoing&) override {
    return forbidden("What has been cannot be changed.");
  }
  Result<std::optional<Sent>> look_up(const Outgoing& act) override {
    return sandbox_->look_up(us_, act);
  }

 private:
  const std::shared_ptr<Sandbox> sandbox_;
  const StoryPerson& us_;
  const Clock& clock_;
};

class SandboxNetwork final : public Network {
 public:
  explicit SandboxNetwork(std::shared_ptr<Sandbox> sandbox) : sandbox_(std::move(sandbox)) {}

  std::string name() const override { return std::string(kSandboxNetwork); }
  Limits limits() const override { return sandbox_limits(); }

  Result<ConnectedAccount> connect(const ConnectRequest& request) override {
    // By its handle, or by its id as a reconnect does; nothing said: the first.
    const auto& story = sandbox_->story();
    const auto* us =
        request.handle.empty() ? &story.brand : sandbox_->account_of_ours(request.handle);
    if (us == nullptr) {
      std::string handles = story.brand.handle;
      for (const auto& each : story.accounts) handles += ", " + each.handle;
      return invalid("The sandbox has these accounts to speak as: " + handles + ".", "handle");
    }
    auto account = sandbox_->profile(*us, sandbox_account_id(us->handle));
    if (!account) return fail(std::move(account.error()));
    // The channel wants a secret to seal; there is none to keep here.
    return ConnectedAccount{std::move(*account), "Sandbox", "no secret"};
  }

  Result<std::unique_ptr<Connector>> open(const Channel& channel, SecretSlot) override {
    const auto* us = sandbox_->account_of_ours(channel.native_id);
    if (us == nullptr) return invalid("The sandbox does not have this account.");
    return make_sandbox_connector(sandbox_, us);
  }

 private:
  const std::shared_ptr<Sandbox> sandbox_;
};

}  // namespace

std::unique_ptr<Connector> make_sandbox_rehearsal(std::shared_ptr<Sandbox> sandbox,
                                                  const Clock& clock, const StoryPerson* us) {
  const StoryPerson& as = us ? *us : sandbox->story().brand;
  return std::make_unique<SandboxRehearsal>(std::move(sandbox), as, clock);
}

std::unique_ptr<Network> make_sandbox_network(std::shared_ptr<Sandbox> sandbox) {
  return std::make_unique<SandboxNetwork>(std::move(sandbox));
}

std::unique_ptr<Connector> make_sandbox_connector(std::shared_ptr<Sandbox> sandbox,
                                                  const StoryPerson* us) {
  const StoryPerson& as = us ? *us : sandbox->story().brand;
  return std::make_unique<SandboxConnector>(std::move(sandbox), as);
}

}  // namespace rapport
