// A signed-in account on its server: calls with our token, and what the server is like.
//
// Tokens of Mastodon itself do not expire. Where a server's do, it gives a second one to renew
// them with; they are renewed once when it refuses the first, by one thread at a time.

#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "networks/connector.h"
#include "networks/mastodon/api.h"
#include "networks/mastodon/credentials.h"
#include "networks/mastodon/mapping.h"
#include "networks/mastodon/server.h"

namespace rapport::mastodon {

// How an act must be written once at most: its key, and the lock that keeps two attempts with one
// key apart, since servers make two posts of two attempts at once.
class Session {
 public:
  Session(Api& api, SecretSlot secret)
      : shared_(std::make_shared<Shared>(api, std::move(secret))) {}

  // Errors as Connector promises for reads and writes.
  Result<Reply> get(std::string path, Params params);
  Result<Reply> get_query(std::string path, std::string query);
  Result<Reply> post(std::string path, Params form, std::string idempotency_key = {});
  Result<Reply> remove(std::string path);
  Result<Reply> upload(std::string path, std::string body, std::string content_type);
  // The same, where what the server called a refusal matters.
  Answer call(Call call);

  // Who we are. Fails only if the stored sign-in cannot be read.
  Result<Credentials> who();
  Result<Eyes> eyes();

  // What the server said of itself within the last hours; what Mastodon usually is if it cannot be
  // asked.
  Server server();

  // The same session for what somebody waits for.
  Session for_a_person() const;

  Time now() const { return shared_->api.now(); }

  // Held while an act is written.
  std::mutex& writing() { return shared_->writing; }

 private:
  using Held = std::shared_ptr<const Credentials>;
  struct Shared {
    Shared(Api& calls, SecretSlot slot) : api(calls), secret(std::move(slot)) {}
    Api& api;
    SecretSlot secret;
    std::mutex renewing;
    std::mutex writing;
    std::mutex mutex;  // guards the rest
    Held held;
    Server server;
    std::optional<Time> server_asked_at;
  };

  Result<Reply> result_of(Call call);
  Result<Held> held();
  Result<Held> renew(const Held& old);

  std::shared_ptr<Shared> shared_;
  Urgency urgency_ = Urgency::kBackground;
};

}  // namespace rapport::mastodon
