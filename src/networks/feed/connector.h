// One feed as a Connector.

#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "networks/backoff.h"
#include "networks/connector.h"
#include "networks/feed/document.h"
#include "networks/feed/fetch.h"
#include "networks/feed/state.h"
#include "networks/transport.h"

namespace rapport::feed {

inline constexpr std::string_view kFeed = "feed";

Limits limits_of_feeds();

// The feed's own account: its title, icon and site.
NetworkAccount account_of_feed(const Document& document, const std::string& feed_id);

class FeedConnector final : public Connector {
 public:
  // `id` is the address it was connected under. Both others must outlive it.
  FeedConnector(std::string id, Transport& transport, const Clock& clock);

  std::vector<std::string> sources() const override { return {std::string(kFeed)}; }
  Limits limits() const override { return limits_of_feeds(); }

  // Asks no more often than the feed and its server want. What went wrong is waited for as long as
  // the server says, or twice as long each time; until then the same is told again without asking.
  // Fails with unauthorized if the feed has ended or wants a password.
  Result<Heard> hear(std::string_view source, std::string_view cursor, Time since) override;

  // A feed has no threads: nothing is known beyond what `hear` brought.
  Result<Thread> thread(std::string_view native_id, const std::vector<std::string>& known) override;
  Result<NetworkAccount> profile(std::string_view native_id) override;
  Result<Sent> send(const Outgoing& act) override;
  Result<std::optional<Sent>> look_up(const Outgoing& act) override;

 private:
  Result<Heard> read(State state, std::string_view cursor, Time since, Time now);
  tl::unexpected<Error> trouble(Error error, Time now,
                                std::optional<std::chrono::seconds> server_says);

  const std::string id_;
  Transport& transport_;
  const Clock& clock_;
  std::mutex mutex_;
  std::optional<NetworkAccount> account_;  // as last read
  Backoff backoff_;
  std::optional<Error> last_trouble_;
  Time not_before_;
};

}  // namespace rapport::feed
