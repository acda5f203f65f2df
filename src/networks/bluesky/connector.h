// A Bluesky account as a Connector. Each verb lives in a file of its own.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "networks/bluesky/mapping.h"
#include "networks/bluesky/session.h"
#include "networks/connector.h"

namespace rapport::bluesky {

// What the network lets us write, in graphemes and in bytes.
inline constexpr std::size_t kMostGraphemes = 300;
inline constexpr std::size_t kMostBytes = 3000;
// And show: pictures of one post (app.bsky.embed.images), and the picture on a link card.
inline constexpr std::size_t kMostImages = 4;
inline constexpr std::size_t kMostImageBytes = 2'000'000;
inline constexpr std::size_t kMostThumbBytes = 1'000'000;

Limits limits_of_posts();

inline constexpr std::string_view kNotifications = "notifications";
inline constexpr std::string_view kOwnPosts = "own_posts";

class BlueskyConnector final : public Connector {
 public:
  // All but `secret` must outlive it.
  BlueskyConnector(Transport& transport, Xrpc& xrpc, const IdentityResolver& identities,
                   const Clock& clock, SecretSlot secret);

  std::vector<std::string> sources() const override;
  Limits limits() const override;
  Result<Heard> hear(std::string_view source, std::string_view cursor, Time since) override;
  Result<Heard> search(const SearchQuestion& question, std::string_view cursor,
                       Time since) override;
  Result<Thread> thread(std::string_view native_id, const std::vector<std::string>& known) override;
  Result<NetworkAccount> profile(std::string_view native_id) override;
  OutgoingCard card(const std::string& url) override;
  Result<Sent> send(const Outgoing& act) override;
  Result<std::optional<Sent>> look_up(const Outgoing& act) override;

 private:
  Transport& transport_;
  const Clock& clock_;
  Session session_;
};

// The verbs, as functions of what they need.

Result<Heard> hear_notifications(Session& session, std::string_view cursor, Time since, Time now);
Result<Heard> hear_own_posts(Session& session, std::string_view cursor, Time since, Time now);
Result<Heard> search_posts(Session& session, const SearchQuestion& question,
                           std::string_view cursor, Time since, Time now);
Result<Thread> read_whole_thread(Session& session, std::string_view native_id,
                                 const std::vector<std::string>& known);
Result<Sent> send(Session& session, const Outgoing& act);
Result<std::optional<Sent>> look_up(Session& session, const Outgoing& act);
// Hiding a reply below a post of ours, and showing it again.
Result<Sent> set_hidden(Session& session, const Outgoing& act, const std::string& our_did);
Result<std::optional<Sent>> look_up_hidden(Session& session, const Outgoing& act,
                                           const std::string& our_did);

Result<NetworkAccount> read_account(Session& session, std::string_view did);

// Shared by them.

// Of `dids`, the accounts that are deactivated, suspended or gone.
Result<std::vector<NetworkAccount>> find_away(Session& session,
                                              const std::vector<std::string>& dids);

// The views of posts, 25 to a call; those the network does not show us are left out.
Result<std::vector<NetworkPost>> fetch_posts(Session& session,
                                             const std::vector<std::string>& uris);

// Of `uris`, those whose record is certainly gone. A post that is merely hidden from us (somebody
// blocked somebody) or not indexed yet is not gone.
Result<std::vector<std::string>> find_gone(Session& session, const std::vector<std::string>& uris);

// What an act writes: its collection and the address its record has or will have.
struct Target {
  std::string_view collection;
  std::string uri;
};
Result<Target> target_of(const Outgoing& act, std::string_view our_did);

}  // namespace rapport::bluesky
