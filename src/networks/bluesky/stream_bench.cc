// How fast what a stream carries is glimpsed, and Boost.JSON only parsing the same bytes.

#include <benchmark/benchmark.h>

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "networks/bluesky/firehose_frame.h"
#include "networks/bluesky/stream_events.h"
#include "networks/bluesky/testing/binary.h"

namespace {

using namespace rapport;

// Seeded by its index alone, so that every run reads the same bytes. Half are answers, some have
// facets, cards or pictures, as on the network.
std::string event(int i) {
  std::string text =
      R"({"did":"did:plc:eygmaihciaxprqvxpfvl)" + std::to_string(1000 + i % 900) +
      R"(","time_us":)" + std::to_string(1725911162329308 + i * 40'000) +
      R"(,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"create","collection":"app.bsky.feed.post","rkey":"3l3qo2)" +
      std::to_string(100'000 + i) +
      R"(","record":{"$type":"app.bsky.feed.post","createdAt":"2026-11-20T10:00:00.123Z","langs":["en"])";
  if (i % 2 == 0) {
    text +=
        R"(,"reply":{"parent":{"cid":"bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4","uri":"at://did:plc:wa7b35aakoll7hugkrjtf3xf/app.bsky.feed.post/3l3pte3p2e325"},"root":{"cid":"bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4","uri":"at://did:plc:wa7b35aakoll7hugkrjtf3xf/app.bsky.feed.post/3l3pte3p2e325"}})";
  }
  if (i % 5 == 0) {
    text +=
        R"(,"facets":[{"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"rye"}],"index":{"byteEnd":12,"byteStart":8}}])";
  }
  if (i % 7 == 0) {
    text +=
        R"(,"embed":{"$type":"app.bsky.embed.images","images":[{"alt":"a loaf","aspectRatio":{"height":2000,"width":1500},"image":{"$type":"blob","ref":{"$link":"bafkreieqq463374bbcbeq7gpmet5rvrpeqow6t4rtjzrkhnlumdylagaqa"},"mimeType":"image/jpeg","size":419720}}]})";
  } else if (i % 11 == 0) {
    text +=
        R"(,"embed":{"$type":"app.bsky.embed.external","external":{"description":"How it is baked","title":"Rye","uri":"https://bread.example/rye"}})";
  }
  return text + R"(,"text":"Order number )" + std::to_string(i) +
         R"( never came on Sunday, \"is anybody there\"? Grüße 🥖"},"cid":"bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi"}})";
}

std::vector<std::string> events() {
  std::vector<std::string> all;
  for (int i = 0; i < 2'000; ++i) all.push_back(event(i));
  return all;
}

void count(benchmark::State& state, const std::vector<std::string>& messages, const char* label) {
  std::size_t bytes = 0;
  for (const auto& message : messages) bytes += message.size();
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(messages.size()));
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(bytes));
  state.SetLabel(label);
}

void jetstream_to_glimpses(benchmark::State& state) {
  const auto messages = events();
  bluesky::EventReader reader;
  for (auto _ : state) {
    StreamBatch batch;
    std::size_t letters = 0;
    for (const auto& message : messages) {
      benchmark::DoNotOptimize(reader.read(
          message,
          [&](const GlimpsedPost& post) {
            letters += post.text.size() + post.hashtags.size() + post.links.size();
            return false;
          },
          batch));
    }
    benchmark::DoNotOptimize(letters);
  }
  count(state, messages, "stream events");
}
BENCHMARK(jetstream_to_glimpses)->Name("bluesky, Jetstream's events glimpsed");

void jetstream_to_posts(benchmark::State& state) {
  const auto messages = events();
  bluesky::EventReader reader;
  for (auto _ : state) {
    StreamBatch batch;
    for (const auto& message : messages) {
      benchmark::DoNotOptimize(reader.read(
          message, [](const GlimpsedPost&) { return true; }, batch));
    }
    benchmark::DoNotOptimize(batch.posts.data());
  }
  count(state, messages, "stream events");
}
BENCHMARK(jetstream_to_posts)->Name("bluesky, Jetstream's events to whole posts");

void jetstream_boost_json_parse_only(benchmark::State& state) {
  const auto messages = events();
  for (auto _ : state) {
    for (const auto& message : messages) benchmark::DoNotOptimize(boost::json::parse(message));
  }
  count(state, messages, "stream events");
}
BENCHMARK(jetstream_boost_json_parse_only)
    ->Name("bluesky, Jetstream's events only parsed by Boost.JSON");

void firehose_to_glimpses(benchmark::State& state) {
  std::vector<std::string> messages;
  for (int i = 0; i < 500; ++i) {
    messages.push_back(bluesky::testing::commit(
        i + 1, "did:plc:eygmaihciaxprqvxpfvl", "2026-11-20T10:00:00Z", "create",
        "k" + std::to_string(i),
        bluesky::testing::post_record("Order " + std::to_string(i) + " never came 🥖")));
  }
  bluesky::EventReader reader;
  for (auto _ : state) {
    StreamBatch batch;
    for (const auto& message : messages) {
      const auto frame = bluesky::read_frame(message, Time{});
      for (const auto& each : frame->events) {
        benchmark::DoNotOptimize(reader.read(
            each, [](const GlimpsedPost&) { return false; }, batch));
      }
    }
  }
  count(state, messages, "firehose frames");
}
BENCHMARK(firehose_to_glimpses)->Name("bluesky, the firehose's posts glimpsed");

}  // namespace
