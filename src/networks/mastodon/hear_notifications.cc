// Who mentioned, answered, quoted, favourited, boosted or followed us.

#include <set>

#include "networks/mastodon/connector.h"
#include "networks/mastodon/walk.h"

namespace rapport::mastodon {

Result<Heard> hear_notifications(Session& session, std::string_view cursor, Time since, Time now) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  WalkPlan plan;
  plan.path = "/api/v1/notifications";
  // Mastodon 4.3 sets aside what an account's policy filters, by itself the first direct message of
  // everybody we do not follow: a desk answers those, too. Servers that set nothing aside do not
  // know the word.
  plan.params = {{"limit", "40"}, {"include_filtered", "true"}};
  plan.what = "notifications";
  // One answer may be told twice, as a mention and as a reply.
  std::set<std::string> seen;
  return walk(session, plan, cursor, since, now,
              [&](const Reply& reply, bool, Time floor, Heard& heard) -> Result<WalkPage> {
                auto page = read_notifications(reply.body, *eyes);
                if (!page) return fail(std::move(page.error()));
                for (NotificationPage::Item& item : page->items) {
                  if (item.at < floor) continue;
                  if (item.post && seen.insert(item.post->native_id).second) {
                    heard.posts.push_back(std::move(*item.post));
                  }
                  if (item.interaction) heard.interactions.push_back(std::move(*item.interaction));
                }
                return WalkPage{page->items_in_all, page->oldest, page->last_id, {}};
              });
}

}  // namespace rapport::mastodon
