// Bluesky's JSON as our values. Everything here is pure: text in, values out.
//
// One item that cannot be read is left out and never spoils the rest of its page. Texts are valid
// UTF-8 without NUL, spans lie inside them on character boundaries, and addresses are http(s).
//
// Labels (warnings of an author about a post, and of the network about a post or an account) are
// kept in the network's words; those taken back and those that have expired by `now` are left out.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "networks/bluesky/json.h"
#include "networks/connector.h"

namespace rapport::bluesky {

// One page of app.bsky.notification.listNotifications, newest first.
struct NotificationPage {
  struct Item {
    Time sorted_at;   // where the network sorts it: never later than it was seen first
    Time indexed_at;  // when the network saw it first
    std::optional<NetworkPost> post;  // of a mention, reply or quote
    bool wants_view = false;  // the post shows things whose addresses or words only its view holds
    std::optional<NetworkInteraction> interaction;  // of a like, repost or follow
  };
  std::vector<Item> items;
  int unknown = 0;             // items of kinds we do not use, or that could not be read
  std::optional<Time> oldest;  // sorted_at of the last item, used or not
  std::string cursor;          // empty: nothing older
};
Result<NotificationPage> read_notifications(const std::string& json, Time now);

// app.bsky.feed.getPosts
Result<std::vector<NetworkPost>> read_posts(const std::string& json, Time now);

// One page of com.atproto.repo.listRecords over an author's own posts.
struct RecordPage {
  struct Item {
    NetworkPost post;
    bool wants_view = false;
  };
  std::vector<Item> items;
  int records = 0;  // with those that could not be read
  std::string cursor;
};
Result<RecordPage> read_own_posts(const std::string& json, const NetworkAccount& author);

// One page of app.bsky.feed.searchPosts, in the network's order.
struct SearchPage {
  std::vector<NetworkPost> posts;
  int views = 0;       // with those that could not be read
  std::string cursor;  // empty: the server ends here
};
Result<SearchPage> read_search(const std::string& json, Time now);

// A post as a stream carries it: its record, by whom and when. Nothing if it is no post.
std::optional<NetworkPost> read_streamed_post(Json record, std::string_view uri,
                                              std::string_view did, std::string_view cid, Time at);

// app.bsky.feed.getPostThread
struct ThreadPage {
  struct Node {
    NetworkPost post;
    int depth = 0;      // below the post asked for; negative above it
    bool leaf = false;  // the answer shows no replies below it
    int shown = 0;      // direct replies the answer tells of, also those it does not show
  };
  std::vector<Node> nodes;
  std::vector<std::string> missing;  // the network says they are not there
  std::vector<std::string> hidden;   // there, but not shown to us: somebody blocked somebody
};
Result<ThreadPage> read_thread(const std::string& json, Time now);

// app.bsky.actor.getProfile
Result<NetworkAccount> read_profile(const std::string& json, Time now);

// The answer of putRecord and getRecord.
struct RecordRef {
  std::string uri;
  std::string cid;
  // Of a post that getRecord showed:
  std::vector<Entity> entities;
  std::string root_uri;  // of a reply
  std::string root_cid;
};
Result<RecordRef> read_record_ref(const std::string& json);

}  // namespace rapport::bluesky
