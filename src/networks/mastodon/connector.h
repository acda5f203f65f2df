// An account on a server of the Mastodon API as a Connector. Each verb lives in a file of its own.

#pragma once

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

#include "networks/connector.h"
#include "networks/mastodon/session.h"

namespace rapport::mastodon {

inline constexpr std::string_view kNotifications = "notifications";
inline constexpr std::string_view kOwnPosts = "own_posts";
// A source for each tag somebody listens to, beside the two: "hashtag:bread".
inline constexpr std::string_view kHashtag = "hashtag:";

class MastodonConnector final : public Connector {
 public:
  // All but `secret` must outlive it.
  MastodonConnector(Transport& transport, Api& api, const Clock& clock, Limits limits,
                    SecretSlot secret);

  std::vector<std::string> sources() const override;
  Limits limits() const override { return limits_; }
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
  Limits limits_;
  Session session_;
};

// The verbs, as functions of what they need.

Result<Heard> hear_notifications(Session& session, std::string_view cursor, Time since, Time now);
Result<Heard> hear_own_posts(Session& session, std::string_view cursor, Time since, Time now);
Result<Heard> hear_hashtag(Session& session, std::string_view tag, std::string_view cursor,
                           Time since, Time now);
Result<Heard> search_posts(Session& session, const SearchQuestion& question,
                           std::string_view cursor, Time since, Time now);
Result<Thread> read_whole_thread(Session& session, std::string_view native_id,
                                 const std::vector<std::string>& known);
Result<NetworkAccount> read_profile(Session& session, std::string_view native_id);
Result<Sent> send(Session& session, const Outgoing& act);
Result<std::optional<Sent>> look_up(Session& session, const Outgoing& act);

// Shared by them.

// Pictures onto the server; their ids there, once it has made them ready.
Result<std::vector<std::string>> store_pictures(Session& session,
                                                const std::vector<OutgoingImage>& images);

// The letters and figures of a text, with its links whole and its names without their hosts: the
// same for what we sent and for what the server shows of it.
std::string fingerprint(std::string_view text, const std::vector<Entity>& entities);

// How public a reply or quote is: as public as what it answers, never more. Empty: the server's own
// choice.
std::string visibility_below(std::string_view visibility);

}  // namespace rapport::mastodon
