// Reading a list that a server gives newest first, page by page, back to what was read before.
//
// Ids are opaque and servers differ in which of `since_id`, `min_id` and `Link` they know, so a
// walk goes by time: it ends below the moment that all was read up to, or where the list ends. A
// long walk takes several calls; the cursor keeps how far it came. What surfaces late and below
// newer things is found by going a little further back each time, and once an hour much further.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "networks/connector.h"
#include "networks/mastodon/session.h"

namespace rapport::mastodon {

// One page as a walk sees it.
struct WalkPage {
  int items = 0;
  std::optional<Time> oldest;
  std::string last_id;
  std::string next;  // query of the next page as the server linked it; empty: not told
  // Told where items do not stand in the order of their times, as in timelines that show what comes
  // late where it came: then only a page that lies below as a whole ends a walk.
  std::optional<Time> newest = std::nullopt;
};

struct WalkPlan {
  std::string path;
  Params params;       // of each page, also where a server's link to the next leaves them out
  int page_size = 40;  // of the first page: fewer items than asked for do not mean the end
  Microseconds rewind{std::chrono::minutes{10}};
  Microseconds deep_rewind{std::chrono::hours{48}};
  int pages_a_call = 5;
  int pages_a_walk = 300;
  std::string_view what;  // "notifications", for the words of a gap
  // Only what was said before is wanted; what lies above is jumped over where the server's ids tell
  // how.
  std::optional<Time> until = std::nullopt;
};

// Mastodon counts the milliseconds of 1970 into its ids, above 16 bits of other things. The id
// below which a server that does so has all that was said before `until`; nothing if this one, of
// which `id` was said at `at`, does not. Some hours are added: what came late has a later id.
std::optional<std::string> id_before(Time until, std::string_view id, Time at);

// `take` files a page's items into `heard` (those from `floor` on) and tells of the page. `newest`:
// nothing stands above this page.
using TakePage =
    std::function<Result<WalkPage>(const Reply& reply, bool newest, Time floor, Heard& heard)>;

Result<Heard> walk(Session& session, const WalkPlan& plan, std::string_view cursor, Time since,
                   Time now, const TakePage& take);

}  // namespace rapport::mastodon
