#include "networks/mastodon/connector.h"

#include "networks/link_preview.h"

namespace rapport::mastodon {

MastodonConnector::MastodonConnector(Transport& transport, Api& api, const Clock& clock,
                                     Limits limits, SecretSlot secret)
    : transport_(transport), clock_(clock), limits_(limits), session_(api, std::move(secret)) {}

std::vector<std::string> MastodonConnector::sources() const {
  return {std::string(kNotifications), std::string(kOwnPosts)};
}

Result<Heard> MastodonConnector::hear(std::string_view source, std::string_view cursor,
                                      Time since) {
  const Time now = clock_.now();
  if (source == kNotifications) return hear_notifications(session_, cursor, since, now);
  if (source == kOwnPosts) return hear_own_posts(session_, cursor, since, now);
  if (source.starts_with(kHashtag)) {
    return hear_hashtag(session_, source.substr(kHashtag.size()), cursor, since, now);
  }
  return invalid("The Mastodon API has no such source.", "source");
}

Result<Heard> MastodonConnector::search(const SearchQuestion& question, std::string_view cursor,
                                        Time since) {
  return search_posts(session_, question, cursor, since, clock_.now());
}

Result<Thread> MastodonConnector::thread(std::string_view native_id,
                                         const std::vector<std::string>& known) {
  return read_whole_thread(session_, native_id, known);
}

Result<NetworkAccount> MastodonConnector::profile(std::string_view native_id) {
  return read_profile(session_, native_id);
}

OutgoingCard MastodonConnector::card(const std::string& url) {
  return fetch_link_card(transport_, url);
}

Result<Sent> MastodonConnector::send(const Outgoing& act) {
  Session session = session_.for_a_person();
  return mastodon::send(session, act);
}

Result<std::optional<Sent>> MastodonConnector::look_up(const Outgoing& act) {
  Session session = session_.for_a_person();
  return mastodon::look_up(session, act);
}

}  // namespace rapport::mastodon
