// How fast notifications and posts become our values, and Boost.JSON only parsing the same bytes.

#include <benchmark/benchmark.h>

#include <boost/json.hpp>

#include "networks/bluesky/mapping.h"

namespace {

// Seeded by its index alone, so that every run reads the same bytes.
std::string author(int i) {
  return R"({"did":"did:plc:person)" + std::to_string(i % 37) + R"(","handle":"person)" +
         std::to_string(i % 37) + R"(.bsky.social","displayName":"Person )" +
         std::to_string(i % 37) +
         R"(","avatar":"https://cdn.example/img/avatar/plain/x@jpeg","associated":{"activitySubscription":{"allowSubscriptions":"followers"}},
            "viewer":{"muted":false,"blockedBy":false},"labels":[],"createdAt":"2024-05-02T10:11:12.000Z"})";
}

std::string record(int i) {
  return R"({"$type":"app.bsky.feed.post","createdAt":"2026-11-20T10:00:00.000Z","langs":["en"],
      "facets":[{"$type":"app.bsky.richtext.facet","index":{"byteStart":0,"byteEnd":19},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:brand"}]}],
      "reply":{"root":{"cid":"bafyreibchojltnfqck5qkp5cswraxukylsbgxc6tweufccyu7xcqiulvny","uri":"at://did:plc:brand/app.bsky.feed.post/3n2yh6cqo5c27"},
               "parent":{"cid":"bafyreibchojltnfqck5qkp5cswraxukylsbgxc6tweufccyu7xcqiulvny","uri":"at://did:plc:brand/app.bsky.feed.post/3n2yh6cqo5c27"}},
      "text":"@harbourbread.test my order number )" +
         std::to_string(i) + R"( never came on Sunday, is anybody there? Grüße 🥖"})";
}

std::string notifications(int count) {
  std::string list;
  for (int i = 0; i < count; ++i) {
    list +=
        (i > 0 ? "," : "") +
        (R"({"uri":"at://did:plc:person/app.bsky.feed.post/k)" + std::to_string(i)) +
        R"(","cid":"bafyreictabgsd6vwmnjqxnsrovqjh4vf5qu7yk77aapewmiy6aflwbpi2i","author":)" +
        author(i) +
        R"(,"reason":"reply","reasonSubject":"at://did:plc:brand/app.bsky.feed.post/3n2yh6cqo5c27","record":)" +
        record(i) + R"(,"isRead":false,"indexedAt":"2026-11-20T10:00:01.000Z","labels":[]})";
  }
  return R"({"notifications":[)" + list +
         R"(],"cursor":"2026-11-20T10:00:00.000Z","priority":false})";
}

std::string posts(int count) {
  std::string list;
  for (int i = 0; i < count; ++i) {
    list +=
        (i > 0 ? "," : "") +
        (R"({"uri":"at://did:plc:person/app.bsky.feed.post/k)" + std::to_string(i)) +
        R"(","cid":"bafyreictabgsd6vwmnjqxnsrovqjh4vf5qu7yk77aapewmiy6aflwbpi2i","author":)" +
        author(i) + R"(,"record":)" + record(i) +
        R"(,"embed":{"$type":"app.bsky.embed.images#view","images":[{"thumb":"https://cdn.example/t","fullsize":"https://cdn.example/f","alt":"a loaf"}]},
               "bookmarkCount":0,"replyCount":1,"repostCount":2,"likeCount":3,"quoteCount":0,"indexedAt":"2026-11-20T10:00:01.000Z",
               "viewer":{"threadMuted":false,"embeddingDisabled":false},"labels":[]})";
  }
  return R"({"posts":[)" + list + "]}";
}

// What `read` makes of a page of `items`, whose kind is the label that tools/bench groups by.
template <class Read>
void read_page(benchmark::State& state, const std::string& json, int items, const char* kind,
               Read read) {
  for (auto _ : state) benchmark::DoNotOptimize(read(json));
  state.SetItemsProcessed(state.iterations() * items);
  state.SetLabel(kind);
}

void bluesky_notifications_to_values(benchmark::State& state) {
  read_page(state, notifications(100), 100, "notifications", [](const std::string& json) {
    return rapport::bluesky::read_notifications(json, rapport::Time{});
  });
}
BENCHMARK(bluesky_notifications_to_values)->Name("bluesky, notifications to values");

void bluesky_notifications_boost_json_parse_only(benchmark::State& state) {
  read_page(state, notifications(100), 100, "notifications",
            [](const std::string& json) { return boost::json::parse(json); });
}
BENCHMARK(bluesky_notifications_boost_json_parse_only)
    ->Name("bluesky, the same only parsed by Boost.JSON");

void bluesky_posts_to_values(benchmark::State& state) {
  read_page(state, posts(25), 25, "posts", [](const std::string& json) {
    return rapport::bluesky::read_posts(json, rapport::Time{});
  });
}
BENCHMARK(bluesky_posts_to_values)->Name("bluesky, posts to values");

void bluesky_posts_boost_json_parse_only(benchmark::State& state) {
  read_page(state, posts(25), 25, "posts",
            [](const std::string& json) { return boost::json::parse(json); });
}
BENCHMARK(bluesky_posts_boost_json_parse_only)->Name("bluesky, those only parsed by Boost.JSON");

}  // namespace
