#include "networks/bluesky/connector.h"

#include "networks/bluesky/names.h"
#include "networks/link_preview.h"

namespace rapport::bluesky {

BlueskyConnector::BlueskyConnector(Transport& transport, Xrpc& xrpc,
                                   const IdentityResolver& identities, const Clock& clock,
                                   SecretSlot secret)
    : transport_(transport), clock_(clock), session_(xrpc, identities, std::move(secret)) {}

std::vector<std::string> BlueskyConnector::sources() const {
  return {std::string(kNotifications), std::string(kOwnPosts)};
}

Limits limits_of_posts() {
  return {.text_max = static_cast<int>(kMostGraphemes),
          .text_unit = TextUnit::kGraphemes,
          .images_max = static_cast<int>(kMostImages),
          .image_bytes_max = static_cast<std::int64_t>(kMostImageBytes),
          .hides_replies = true};
}

Limits BlueskyConnector::limits() const { return limits_of_posts(); }

Result<Heard> BlueskyConnector::hear(std::string_view source, std::string_view cursor, Time since) {
  if (source == kNotifications) return hear_notifications(session_, cursor, since, clock_.now());
  if (source == kOwnPosts) return hear_own_posts(session_, cursor, since, clock_.now());
  return invalid("Bluesky has no such source.", "source");
}

Result<Heard> BlueskyConnector::search(const SearchQuestion& question, std::string_view cursor,
                                       Time since) {
  return search_posts(session_, question, cursor, since, clock_.now());
}

Result<Thread> BlueskyConnector::thread(std::string_view native_id,
                                        const std::vector<std::string>& known) {
  return read_whole_thread(session_, native_id, known);
}

Result<NetworkAccount> BlueskyConnector::profile(std::string_view native_id) {
  return read_account(session_, native_id);
}

OutgoingCard BlueskyConnector::card(const std::string& url) {
  return fetch_link_card(transport_, url);
}

Result<Sent> BlueskyConnector::send(const Outgoing& act) {
  Session session = session_.for_a_person();
  return bluesky::send(session, act);
}

Result<std::optional<Sent>> BlueskyConnector::look_up(const Outgoing& act) {
  Session session = session_.for_a_person();
  return bluesky::look_up(session, act);
}

}  // namespace rapport::bluesky
