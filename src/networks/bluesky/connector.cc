#include "networks/bluesky/connector.h"

#include "networks/bluesky/names.h"

namespace rapport::bluesky {

BlueskyConnector::BlueskyConnector(Xrpc& xrpc, const IdentityResolver& identities,
                                   const Clock& clock, SecretSlot secret)
    : identities_(identities), clock_(clock), session_(xrpc, identities, std::move(secret)) {}

std::vector<std::string> BlueskyConnector::sources() const {
  return {std::string(kNotifications), std::string(kOwnPosts)};
}

Limits BlueskyConnector::limits() const {
  return {.text_max = static_cast<int>(kMostGraphemes), .text_unit = TextUnit::kGraphemes};
}

Result<Heard> BlueskyConnector::hear(std::string_view source, std::string_view cursor, Time since) {
  if (source == kNotifications) return hear_notifications(session_, cursor, since, clock_.now());
  if (source == kOwnPosts) return hear_own_posts(session_, cursor, since, clock_.now());
  return invalid("Bluesky has no such source.", "source");
}

Result<Thread> BlueskyConnector::thread(std::string_view native_id,
                                        const std::vector<std::string>& known) {
  return read_whole_thread(session_, native_id, known);
}

Result<NetworkAccount> BlueskyConnector::profile(std::string_view native_id) {
  auto body = session_.get("app.bsky.actor.getProfile", {{"actor", std::string(native_id)}});
  if (!body) return fail(std::move(body.error()));
  return read_profile(*body);
}

Result<Sent> BlueskyConnector::send(const Outgoing& act) { return bluesky::send(session_, act); }

Result<std::optional<Sent>> BlueskyConnector::look_up(const Outgoing& act) {
  return bluesky::look_up(session_, act);
}

}  // namespace rapport::bluesky
