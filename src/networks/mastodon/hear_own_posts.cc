// What we said ourselves, wherever we said it, so that an answer given in another app is heard, and
// one deleted there is honoured.
//
// The newest page is compared with what it held the last time; the cursor keeps that. Servers count
// each call, so it is read less often than what others say to us.

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "networks/mastodon/connector.h"
#include "networks/mastodon/json.h"
#include "networks/mastodon/names.h"
#include "networks/mastodon/walk.h"

namespace rapport::mastodon {
namespace {

constexpr int kPage = 40;
constexpr std::chrono::seconds kNotBefore{10};

struct State {
  std::string walk;                    // cursor of the walk
  std::map<std::string, Time> window;  // native id → when it was said, of the newest page
  std::optional<Time> read_at;
};

std::string text_of(const State& state) {
  boost::json::object window;
  for (const auto& [native_id, at] : state.window) window[native_id] = format_time(at);
  boost::json::object json{{"v", 1}, {"walk", state.walk}, {"window", std::move(window)}};
  if (state.read_at) json["read_at"] = format_time(*state.read_at);
  return boost::json::serialize(json);
}

State state_of(std::string_view cursor) {
  State state;
  if (cursor.empty()) return state;
  (void)read_json(std::string(cursor), [&](Json json) -> Result<Done> {
    state.walk = text_at(json, "walk");
    state.read_at = parse_time(text_at(json, "read_at"));
    simdjson::dom::object window;
    if (json["window"].get(window) == simdjson::SUCCESS) {
      for (const auto& [key, value] : window) {
        std::string_view text;
        if (value.get(text) != simdjson::SUCCESS) continue;
        if (const auto at = parse_time(text)) state.window.emplace(key, *at);
      }
    }
    return Done{};
  });
  return state;
}

}  // namespace

Result<Heard> hear_own_posts(Session& session, std::string_view cursor, Time since, Time now) {
  auto eyes = session.eyes();
  if (!eyes) return fail(std::move(eyes.error()));
  const auto us = path_id(eyes->us, eyes->host);
  if (!us) return invalid("The stored sign-in of this channel cannot be read.");

  State state = state_of(cursor);
  if (state.read_at && *state.read_at <= now && now - *state.read_at < kNotBefore) {
    Heard nothing;
    nothing.cursor = cursor;
    nothing.read_from = nothing.read_to = *state.read_at;
    return nothing;
  }

  WalkPlan plan;
  plan.path = "/api/v1/accounts/" + *us + "/statuses";
  plan.params = {{"limit", std::to_string(kPage)}, {"exclude_reblogs", "true"}};
  plan.page_size = kPage;
  plan.what = "posts";
  std::optional<std::map<std::string, Time>> window;
  bool reaches_the_end = false;
  auto heard =
      walk(session, plan, state.walk, since, now,
           [&](const Reply& reply, bool newest, Time floor, Heard& into) -> Result<WalkPage> {
             auto page = read_statuses(reply.body, *eyes);
             if (!page) return fail(std::move(page.error()));
             if (newest) {
               window.emplace();
               reaches_the_end = page->items_in_all < kPage && reply.next.empty();
             }
             for (NetworkPost& post : page->posts) {
               if (newest) window->emplace(post.native_id, post.created_at);
               if (post.created_at < floor) continue;
               post.indexed_at = post.created_at;  // our own server dates what we say
               into.posts.push_back(std::move(post));
             }
             return WalkPage{page->items_in_all, page->oldest, page->last_id, {}};
           });
  if (!heard) return heard;

  if (window) {
    Time oldest = now;
    for (const auto& [native_id, at] : *window) oldest = std::min(oldest, at);
    // What stood in the window and is missing from its stretch was deleted; the server is asked
    // again for each, because taking words away must not hang on one odd answer.
    for (const auto& [native_id, at] : state.window) {
      if (window->contains(native_id)) continue;
      if (!reaches_the_end && (window->empty() || at <= oldest)) continue;
      const auto id = path_id(native_id, eyes->host);
      if (!id) continue;
      auto reply = session.get("/api/v1/statuses/" + *id, {});
      if (reply) continue;
      if (reply.error().kind != ErrorKind::kNotFound) return fail(std::move(reply.error()));
      heard->deleted.push_back(native_id);
    }
    state.window = std::move(*window);
  }
  state.walk = std::move(heard->cursor);
  state.read_at = heard->more ? std::nullopt : std::optional(now);
  heard->cursor = text_of(state);
  return heard;
}

}  // namespace rapport::mastodon
