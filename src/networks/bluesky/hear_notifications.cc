// Who mentioned, answered, quoted, liked, reposted or followed us.
//
// The network lists newest first, so one read is a walk from now back to what was read before. A
// long walk takes several calls: the cursor keeps how far it came, and each call reports the
// stretch it has finished. Notifications may surface late and below newer ones (a phone that was
// offline, a slow indexer), so every walk goes a little further back than it must, and once an hour
// two days.

#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "networks/bluesky/connector.h"
#include "networks/bluesky/json.h"

namespace rapport::bluesky {
namespace {

constexpr int kPagesACall = 5;
constexpr int kPagesAWalk = 300;
constexpr std::chrono::minutes kRewind{10};
constexpr std::chrono::hours kDeepEvery{1};
constexpr std::chrono::hours kDeepRewind{48};
// The network's pages break at equal times and may lose one there; a deep walk breaks elsewhere.
constexpr int kPage = 100;
constexpr int kDeepPage = 93;
constexpr int kDeepPages = 10;

struct Walk {
  std::string page;  // the network's cursor; empty: at the newest
  Time from;         // down to here
  Time reached;      // what lies above is read
  Time top;          // when it began
  int pages = 0;
  bool deep = false;
};

struct State {
  std::optional<Time> read_to;  // all below is read
  std::optional<Time> deep_at;  // the last deep walk
  Time floor;                   // nothing older is wanted
  std::optional<Walk> walk;
};

std::string text_of(const State& state) {
  boost::json::object json{{"v", 1}, {"floor", format_time(state.floor)}};
  if (state.read_to) json["read_to"] = format_time(*state.read_to);
  if (state.deep_at) json["deep_at"] = format_time(*state.deep_at);
  if (state.walk) {
    json["walk"] = boost::json::object{{"page", state.walk->page},
                                       {"from", format_time(state.walk->from)},
                                       {"reached", format_time(state.walk->reached)},
                                       {"top", format_time(state.walk->top)},
                                       {"pages", state.walk->pages},
                                       {"deep", state.walk->deep}};
  }
  return boost::json::serialize(json);
}

// A cursor that cannot be read begins anew: hearing twice is harmless, missing is not.
State state_of(std::string_view cursor, Time since) {
  State state;
  state.floor = since;
  if (cursor.empty()) return state;
  (void)read_json(std::string(cursor), [&](Json json) -> Result<Done> {
    state.read_to = parse_time(text_at(json, "read_to"));
    state.deep_at = parse_time(text_at(json, "deep_at"));
    state.floor = parse_time(text_at(json, "floor")).value_or(since);
    if (const auto part = member(json, "walk")) {
      const auto from = parse_time(text_at(*part, "from"));
      const auto reached = parse_time(text_at(*part, "reached"));
      const auto top = parse_time(text_at(*part, "top"));
      if (from && reached && top) {
        state.walk = Walk{std::string(text_at(*part, "page")),
                          *from,
                          *reached,
                          *top,
                          static_cast<int>(number_at(*part, "pages").value_or(0)),
                          bool_at(*part, "deep").value_or(false)};
      }
    }
    return Done{};
  });
  return state;
}

Walk new_walk(const State& state, Time now) {
  Walk walk;
  walk.top = walk.reached = now;
  if (!state.read_to) {
    walk.from = state.floor;
    return walk;
  }
  walk.deep = !state.deep_at || now - *state.deep_at >= kDeepEvery;
  walk.from = std::max(state.floor, *state.read_to - (walk.deep ? Microseconds(kDeepRewind)
                                                                : Microseconds(kRewind)));
  return walk;
}

Result<NotificationPage> fetch(Session& session, const Walk& walk) {
  Params params{{"limit", std::to_string(walk.deep ? kDeepPage : kPage)}};
  if (!walk.page.empty()) params.emplace_back("cursor", walk.page);
  auto body = session.get("app.bsky.notification.listNotifications", std::move(params));
  if (!body) return fail(std::move(body.error()));
  return read_notifications(*body, session.now());
}

// Posts with pictures, cards or quotes are taken from their views. When those cannot be had, the
// notification's own record is good enough; the thread brings the rest.
void take_views(Session& session, std::vector<NetworkPost>& posts,
                const std::vector<std::string>& wanted) {
  if (wanted.empty()) return;
  auto views = fetch_posts(session, wanted);
  if (!views) return;
  for (NetworkPost& view : *views) {
    const auto post = std::find_if(posts.begin(), posts.end(), [&](const NetworkPost& each) {
      return each.native_id == view.native_id;
    });
    if (post == posts.end()) continue;
    const bool addressed = post->addressed;
    *post = std::move(view);
    post->addressed = addressed;
  }
}

}  // namespace

Result<Heard> hear_notifications(Session& session, std::string_view cursor, Time since, Time now) {
  State state = state_of(cursor, since);
  if (!state.walk) state.walk = new_walk(state, now);
  Heard heard;
  heard.read_to = state.walk->reached;
  std::vector<std::string> wants_view;
  std::set<std::string> seen;

  bool done = false;
  for (int pages = 0; pages < kPagesACall && !done; ++pages) {
    Walk& walk = *state.walk;
    auto page = fetch(session, walk);
    if (!page) {
      // The network forgot its own cursor: walk again from the top.
      if (page.error().kind == ErrorKind::kInvalid && !walk.page.empty()) {
        state.walk = new_walk(state, now);
        heard.read_to = now;
        heard.more = true;
        break;
      }
      if (pages == 0) return fail(std::move(page.error()));
      heard.more = true;  // what came so far is kept; the next call meets the trouble again
      break;
    }
    for (NotificationPage::Item& item : page->items) {
      if (item.indexed_at < state.floor) continue;
      if (item.post && seen.insert(item.post->native_id).second) {
        if (item.wants_view) wants_view.push_back(item.post->native_id);
        heard.posts.push_back(std::move(*item.post));
      }
      if (item.interaction) heard.interactions.push_back(std::move(*item.interaction));
    }
    ++walk.pages;
    if (page->oldest) walk.reached = std::min(walk.reached, *page->oldest);
    walk.page = page->cursor;
    const bool deep_enough = walk.deep && walk.pages >= kDeepPages && state.read_to &&
                             walk.reached < *state.read_to - kRewind;
    done = walk.page.empty() || (page->oldest && *page->oldest < walk.from) || deep_enough;
    if (!done && walk.pages >= kPagesAWalk) {
      heard.gap_from = walk.from;
      heard.gap_reason = "More than " + std::to_string(kPagesAWalk * kPage) +
                         " notifications came at once; older ones were not read.";
      done = true;
    }
  }

  take_views(session, heard.posts, wants_view);
  const Walk& walk = *state.walk;
  heard.read_from = done && !heard.gap_from ? std::min(walk.from, heard.read_to)
                                            : std::min(walk.reached, heard.read_to);
  if (done) {
    state.read_to = walk.top;
    if (walk.deep || !state.deep_at) state.deep_at = walk.top;
    state.walk.reset();
  } else {
    heard.more = true;
  }
  heard.cursor = text_of(state);
  return heard;
}

}  // namespace rapport::bluesky
