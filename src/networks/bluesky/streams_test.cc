#include "networks/bluesky/streams.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

#include "networks/bluesky/stream_events.h"
#include "networks/bluesky/testing/binary.h"
#include "networks/testing/web_socket_server.h"

namespace rapport::bluesky {
namespace {

using namespace std::chrono_literals;
namespace made = testing;
using Peer = WebSocketServer::Peer;

const Time kNow = *parse_time("2026-11-23T15:00:00Z");

bool everything(const GlimpsedPost&) { return true; }

std::string uri(std::string_view key) {
  return "at://did:plc:ana/app.bsky.feed.post/" + std::string(key);
}

// As Jetstream sends it; `cursor` as its newer version does.
std::string event(std::string_view key, Time at, std::string_view words = "hello",
                  std::int64_t cursor = 0, std::string_view operation = "create") {
  std::string text = R"({"did":"did:plc:ana","time_us":)" + std::to_string(to_micros(at));
  if (cursor > 0) text += R"(,"cursor":)" + std::to_string(cursor);
  text.append(R"(,"kind":"commit","commit":{"rev":"3r","operation":")")
      .append(operation)
      .append(R"(","collection":"app.bsky.feed.post","rkey":")")
      .append(key)
      .append("\"");
  if (operation != "delete") {
    text.append(R"(,"record":{"$type":"app.bsky.feed.post","createdAt":"2026-11-23T14:59:00Z",)"
                R"("langs":["en"],"text":")")
        .append(words)
        .append(R"("},"cid":"bafy")");
  }
  return text + "}}";
}

TEST(StreamEvents, AGlimpseShowsWhatMonitorsAskAbout) {
  EventReader reader;
  StreamBatch batch;
  int asked = 0;
  const auto mark = reader.read(
      R"({"did":"did:plc:ana","time_us":1725911162329308,"cursor":77,"kind":"commit","commit":{
          "rev":"3l","operation":"update","collection":"app.bsky.feed.post","rkey":"k1","cid":"bafyk1",
          "record":{"$type":"app.bsky.feed.post","text":"Hi @ben #rye","createdAt":"2024-09-09T19:46:02Z","langs":["en","de"],
            "facets":[{"index":{"byteStart":3,"byteEnd":7},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:ben"}]},
                      {"index":{"byteStart":8,"byteEnd":12},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"rye"}]}],
            "reply":{"root":{"uri":"at://did:plc:r/app.bsky.feed.post/1","cid":"c"},"parent":{"uri":"at://did:plc:p/app.bsky.feed.post/2","cid":"c"}},
            "embed":{"$type":"app.bsky.embed.recordWithMedia","record":{"record":{"uri":"at://did:plc:q/app.bsky.feed.post/3","cid":"c"}},
                     "media":{"$type":"app.bsky.embed.images","images":[]}}}}})",
      [&](const GlimpsedPost& post) {
        ++asked;
        EXPECT_EQ(post.native_id, uri("k1"));
        EXPECT_EQ(post.author_native_id, "did:plc:ana");
        EXPECT_EQ(post.network, "bluesky");
        EXPECT_EQ(post.text, "Hi @ben #rye");
        EXPECT_EQ(post.langs, (std::vector<std::string_view>{"en", "de"}));
        EXPECT_EQ(post.mentions, std::vector<std::string_view>{"did:plc:ben"});
        EXPECT_EQ(post.hashtags, std::vector<std::string_view>{"rye"});
        EXPECT_EQ(post.parent_native_id, "at://did:plc:p/app.bsky.feed.post/2");
        EXPECT_EQ(post.root_native_id, "at://did:plc:r/app.bsky.feed.post/1");
        EXPECT_EQ(post.quoted_native_id, "at://did:plc:q/app.bsky.feed.post/3");
        EXPECT_TRUE(post.has_media && post.is_reply && post.is_quote && post.edited);
        return true;
      },
      batch);
  ASSERT_TRUE(mark);
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(mark->number, 77);
  EXPECT_EQ(to_micros(mark->at), 1725911162329308);
  ASSERT_EQ(batch.posts.size(), 1U);
  const NetworkPost& post = batch.posts[0];
  EXPECT_EQ(post.revision, "bafyk1");
  EXPECT_EQ(post.kind, PostKind::kReply);
  EXPECT_EQ(post.quoted_native_id, "at://did:plc:q/app.bsky.feed.post/3");
  EXPECT_EQ(post.author.native_id, "did:plc:ana");
  EXPECT_TRUE(post.author.handle.empty());
  EXPECT_EQ(post.entities.size(), 2U);
  EXPECT_EQ(post.indexed_at, mark->at);

  // A card is a link and no medium, and nothing stays from the post before.
  (void)reader.read(
      R"({"did":"did:plc:ben","time_us":1725911162329309,"kind":"commit","commit":{"operation":"create",
          "collection":"app.bsky.feed.post","rkey":"k2","cid":"b","record":{"text":"Look","createdAt":"2024-09-09T19:46:02Z",
          "embed":{"$type":"app.bsky.embed.external","external":{"uri":"https://bread.example/rye","title":"Rye"}}}}})",
      [](const GlimpsedPost& glimpsed) {
        EXPECT_EQ(glimpsed.links, std::vector<std::string_view>{"https://bread.example/rye"});
        EXPECT_TRUE(glimpsed.langs.empty() && glimpsed.mentions.empty() &&
                    glimpsed.hashtags.empty() && glimpsed.quoted_native_id.empty());
        EXPECT_FALSE(glimpsed.has_media || glimpsed.is_reply || glimpsed.is_quote ||
                     glimpsed.edited);
        return false;
      },
      batch);
  EXPECT_EQ(batch.posts.size(), 1U);
  EXPECT_EQ(batch.seen, 2);
}

TEST(StreamEvents, ReadsWhatHappensToPostsAndPeople) {
  EventReader reader;
  StreamBatch batch;
  const auto read = [&](std::string_view json) { return reader.read(json, everything, batch); };
  EXPECT_TRUE(read(event("k1", kNow, "", 0, "delete")));
  EXPECT_TRUE(read(
      R"({"did":"did:plc:ana","time_us":1,"kind":"identity","identity":{"did":"did:plc:ana","handle":"new.test"}})"));
  EXPECT_TRUE(read(
      R"({"did":"did:plc:ben","time_us":2,"kind":"account","account":{"active":false,"did":"did:plc:ben","status":"deactivated"}})"));
  EXPECT_TRUE(read(
      R"({"did":"did:plc:eva","time_us":3,"kind":"account","account":{"active":true,"did":"did:plc:eva"}})"));
  // Nothing to us: trouble between servers, a handle that does not hold, another kind of record.
  EXPECT_TRUE(read(
      R"({"did":"did:plc:x","time_us":4,"kind":"account","account":{"active":false,"status":"throttled"}})"));
  EXPECT_TRUE(read(
      R"({"did":"did:plc:x","time_us":5,"kind":"identity","identity":{"handle":"handle.invalid"}})"));
  EXPECT_TRUE(read(
      R"({"did":"did:plc:x","time_us":6,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.like","rkey":"a","record":{}}})"));
  EXPECT_EQ(batch.deleted, std::vector<std::string>{uri("k1")});
  ASSERT_EQ(batch.accounts.size(), 3U);
  EXPECT_EQ(batch.accounts[0].handle, "new.test");
  EXPECT_EQ(batch.accounts[1].standing, AccountStanding::kDeactivated);
  EXPECT_EQ(batch.accounts[2].standing, AccountStanding::kActive);
  EXPECT_TRUE(batch.posts.empty());
  for (const char* broken :
       {"", "{", "[]", "{}", R"({"did":"ana","time_us":1})",
        R"({"did":"did:plc:ana","time_us":-1})", R"({"did":"did:plc:ana","time_us":"1"})"}) {
    EXPECT_FALSE(read(broken)) << broken;
  }
}

TEST(StreamEvents, APostTakenBackAndSaidAgainIsThere) {
  EventReader reader;
  StreamBatch batch;
  bool edited = false;
  const auto tell = [&](std::string_view operation, bool want) {
    (void)reader.read(
        event("k1", kNow, "hello", 0, operation),
        [&](const GlimpsedPost& post) {
          edited = post.edited;
          return want;
        },
        batch);
  };
  tell("create", true);
  EXPECT_FALSE(edited);
  tell("delete", true);
  tell("create", false);
  EXPECT_TRUE(edited) << "whoever kept the earlier words may want these";
  EXPECT_TRUE(batch.posts.empty());
  EXPECT_EQ(batch.deleted.size(), 1U) << "nobody does: it is gone";
  tell("create", true);
  EXPECT_EQ(batch.posts.size(), 1U);
  EXPECT_TRUE(batch.deleted.empty());
  tell("delete", true);
  EXPECT_TRUE(batch.posts.empty());
  EXPECT_EQ(batch.deleted.size(), 1U);
}

class StreamTest : public ::testing::Test {
 protected:
  StreamTest() {
    settings_.guard = *AddressGuard::make({.allow_loopback = true, .allow_ranges = {}});
  }
  std::unique_ptr<PostStream> jetstream(std::vector<std::string> servers) {
    return make_jetstream(std::move(servers), settings_, clock_);
  }
  std::unique_ptr<PostStream> firehose(const WebSocketServer& server) {
    return make_firehose(server.url(), settings_, clock_);
  }

  // Reads until `most` posts came; a stream has to mend itself meanwhile.
  static StreamBatch read(PostStream& stream, std::string cursor, std::size_t most) {
    StreamBatch all;
    all.cursor = cursor;
    bool first = true;
    for (int i = 0; i < 100 && all.posts.size() < most; ++i) {
      auto part = stream.read(all.cursor, 300ms, 1'000, everything);
      if (!part) continue;
      if (first || part->gap_from) all.read_from = part->read_from;
      first = false;
      std::move(part->posts.begin(), part->posts.end(), std::back_inserter(all.posts));
      std::move(part->deleted.begin(), part->deleted.end(), std::back_inserter(all.deleted));
      if (part->gap_from) {
        all.gap_from = part->gap_from;
        all.gap_reason = part->gap_reason;
      }
      all.read_to = part->read_to;
      all.cursor = part->cursor;
      all.seen += part->seen;
    }
    return all;
  }

  HandClock clock_{kNow};
  WebSocketSettings settings_;
};

TEST_F(StreamTest, ShowsEachPostAndBringsThoseWanted) {
  WebSocketServer server([](Peer& peer) {
    peer.text(event("k1", kNow - 3s, "rye bread"));
    peer.text(event("k2", kNow - 2s, "white bread"));
    peer.text(event("k3", kNow - 1s, "", 0, "delete"));
    peer.text("not an event");
    peer.hold();
  });
  const auto stream = jetstream({server.url()});
  EXPECT_EQ(stream->name(), "jetstream");
  StreamBatch all;
  for (int i = 0; i < 50 && all.deleted.empty(); ++i) {
    auto part = stream->read(all.cursor, 300ms, 100,
                             [](const GlimpsedPost& post) { return post.text.starts_with("rye"); });
    ASSERT_TRUE(part) << part.error().cause;
    std::move(part->posts.begin(), part->posts.end(), std::back_inserter(all.posts));
    all.deleted = part->deleted;
    all.seen += part->seen;
    all.cursor = part->cursor;
    EXPECT_EQ(part->read_from, kNow) << "from now on, though older ones may still arrive";
    EXPECT_GE(part->read_to, part->read_from);
    EXPECT_FALSE(part->gap_from);
  }
  EXPECT_EQ(server.asked(),
            std::vector<std::string>{"/subscribe?wantedCollections=app.bsky.feed.post"});
  EXPECT_EQ(all.seen, 2);
  ASSERT_EQ(all.posts.size(), 1U);
  EXPECT_EQ(all.posts[0].native_id, uri("k1"));
  EXPECT_EQ(all.deleted, std::vector<std::string>{uri("k3")});
}

TEST_F(StreamTest, ReturnsAsSoonAsSomethingWantedCame) {
  WebSocketServer server([](Peer& peer) {
    peer.text(event("k1", kNow));
    peer.hold();
  });
  const auto begin = std::chrono::steady_clock::now();
  const auto batch = jetstream({server.url()})->read("", 20s, 100, everything);
  ASSERT_TRUE(batch);
  EXPECT_EQ(batch->posts.size(), 1U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(StreamTest, TakesAtMostWhatItWasAskedFor) {
  WebSocketServer server([](Peer& peer) {
    for (int i = 0; i < 10; ++i) peer.text(event("k" + std::to_string(i), kNow));
    peer.hold();
  });
  const auto stream = jetstream({server.url()});
  std::set<std::string> keys;
  std::string cursor;
  for (int i = 0; i < 20 && keys.size() < 10; ++i) {
    const auto batch = stream->read(cursor, 500ms, 3, everything);
    ASSERT_TRUE(batch);
    EXPECT_LE(batch->posts.size(), 3U);
    cursor = batch->cursor;
    for (const auto& post : batch->posts) keys.insert(post.native_id);
  }
  EXPECT_EQ(keys.size(), 10U);
  EXPECT_EQ(server.asked().size(), 1U) << "one connection";
}

TEST_F(StreamTest, GoesOnWhereItWasAfterABreak) {
  std::atomic<int> connections{0};
  WebSocketServer server([&](Peer& peer) {
    const int number = ++connections;
    if (number == 1) {
      peer.text(event("k1", kNow - 2s, "one", 101));
      return;  // cut off
    }
    peer.text(event("k1", kNow - 2s, "one", 101));  // inclusive, as the server counts
    peer.text(event("k2", kNow - 1s, "two", 102));
    peer.hold();
  });
  const auto stream = jetstream({server.url()});
  const auto all = read(*stream, "", 3);
  EXPECT_EQ(all.posts.size(), 3U);
  EXPECT_FALSE(all.gap_from);
  ASSERT_EQ(server.asked().size(), 2U);
  EXPECT_TRUE(server.asked()[1].ends_with("&cursor=101")) << server.asked()[1];

  // The same from another process: a cursor holds all it needs.
  const auto again = read(*jetstream({server.url()}), all.cursor, 2);
  EXPECT_TRUE(server.asked()[2].ends_with("&cursor=102")) << server.asked()[2];
  EXPECT_FALSE(again.gap_from);
}

TEST_F(StreamTest, AnOlderServerIsAskedByTimeAndALittleEarlier) {
  WebSocketServer server([](Peer& peer) {
    peer.text(event("k1", kNow - 2s));
    peer.hold();
  });
  const auto first = read(*jetstream({server.url()}), "", 1);
  (void)read(*jetstream({server.url()}), first.cursor, 1);
  EXPECT_TRUE(server.asked()[1].ends_with("&cursor=" + std::to_string(to_micros(kNow - 7s))))
      << server.asked()[1];
}

TEST_F(StreamTest, AnotherServerGoesOnByTimeAMinuteEarlier) {
  WebSocketServer one([](Peer& peer) { peer.text(event("k1", kNow - 2s, "one", 9'000)); });
  WebSocketServer two([](Peer& peer) {
    peer.text(event("k1", kNow - 2s, "one", 5));
    peer.text(event("k2", kNow - 1s, "two", 6));
    peer.hold();
  });
  const auto first = read(*jetstream({one.url()}), "", 1);
  one.refuse = 503;
  const auto all = read(*jetstream({one.url(), two.url()}), first.cursor, 2);
  EXPECT_EQ(all.posts.size(), 2U);
  EXPECT_FALSE(all.gap_from);
  ASSERT_EQ(two.asked().size(), 1U);
  EXPECT_TRUE(two.asked()[0].ends_with("&cursor=" + std::to_string(to_micros(kNow - 62s))))
      << two.asked()[0];
}

TEST_F(StreamTest, AnEarlierCursorReadsThatStretchAgain) {
  std::atomic<int> connections{0};
  WebSocketServer server([&](Peer& peer) {
    ++connections;
    peer.text(event("k1", kNow - 3s, "one", 1));
    peer.text(event("k2", kNow - 2s, "two", 2));
    peer.hold();
  });
  const auto stream = jetstream({server.url()});
  const auto first = stream->read("", 2s, 1, everything);
  ASSERT_TRUE(first);
  const auto lost = stream->read(first->cursor, 2s, 1, everything);
  ASSERT_TRUE(lost);
  EXPECT_EQ(connections, 1);
  // What the second read brought could not be kept.
  const auto again = read(*stream, first->cursor, 2);
  EXPECT_EQ(connections, 2);
  ASSERT_EQ(again.posts.size(), 2U);
  EXPECT_EQ(again.posts[1].native_id, uri("k2"));
}

TEST_F(StreamTest, WhatTheServerNoLongerHasIsAGap) {
  std::atomic<bool> later{false};
  WebSocketServer server([&](Peer& peer) {
    peer.text(later ? event("k9", kNow + 40h, "much later", 900) : event("k1", kNow, "one", 1));
    peer.hold();
  });
  const auto first = read(*jetstream({server.url()}), "", 1);
  later = true;
  clock_.set(kNow + 48h);
  const auto all = read(*jetstream({server.url()}), first.cursor, 1);
  ASSERT_TRUE(all.gap_from);
  EXPECT_EQ(*all.gap_from, first.read_to);
  EXPECT_EQ(all.read_from, kNow + 40h);
  EXPECT_FALSE(all.gap_reason.empty());
}

TEST_F(StreamTest, ALongSilenceIsNoGapWhenOurLastEventComesAgain) {
  std::atomic<bool> later{false};
  WebSocketServer server([&](Peer& peer) {
    peer.text(event("k1", kNow, "one", 1));
    if (later) peer.text(event("k2", kNow + 40h, "two", 2));
    peer.hold();
  });
  const auto first = read(*jetstream({server.url()}), "", 1);
  later = true;
  clock_.set(kNow + 48h);
  const auto all = read(*jetstream({server.url()}), first.cursor, 2);
  EXPECT_EQ(all.posts.size(), 2U);
  EXPECT_FALSE(all.gap_from);
}

TEST_F(StreamTest, ATimeCanBeAskedFor) {
  WebSocketServer server([](Peer& peer) {
    peer.text(event("k1", kNow - 1h));
    peer.hold();
  });
  const auto stream = jetstream({server.url()});
  const auto all = read(*stream, stream->cursor_at(kNow - 30min), 1);
  EXPECT_TRUE(server.asked()[0].ends_with("&cursor=" + std::to_string(to_micros(kNow - 31min))));
  EXPECT_EQ(all.read_from, kNow - 30min);
  EXPECT_FALSE(all.gap_from);
}

TEST_F(StreamTest, AServerThatWillNotGoOnThereIsLeftBehindWithAGap) {
  WebSocketServer server([](Peer& peer) {
    peer.text(event("k1", kNow, "one", 1));
    peer.hold();
  });
  const auto first = read(*jetstream({server.url()}), "", 1);
  clock_.advance(1h);
  const auto stream = jetstream({server.url()});
  server.refuse = 400;
  const auto refused = stream->read(first.cursor, 100ms, 10, everything);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kUnavailable);
  server.refuse = 0;
  const auto all = read(*stream, first.cursor, 1);
  EXPECT_EQ(server.asked().back(), "/subscribe?wantedCollections=app.bsky.feed.post");
  ASSERT_TRUE(all.gap_from);
  EXPECT_EQ(*all.gap_from, first.read_to);
  EXPECT_EQ(all.read_from, kNow + 1h);
}

TEST_F(StreamTest, SaysThatItCannotConnectAndPausesBetweenAttempts) {
  WebSocketServer server([](Peer& peer) { peer.hold(); });
  server.refuse = 503;
  const auto stream = jetstream({server.url()});
  const auto begin = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - begin < 2s) {
    const auto batch = stream->read("", 100ms, 10, everything);
    ASSERT_FALSE(batch);
    EXPECT_EQ(batch.error().kind, ErrorKind::kUnavailable);
  }
  EXPECT_LE(server.asked().size(), 4U);
}

TEST_F(StreamTest, APrivateAddressIsNotReached) {
  WebSocketServer server([](Peer& peer) { peer.hold(); });
  settings_.guard = AddressGuard();
  const auto batch = jetstream({server.url()})->read("", 100ms, 10, everything);
  ASSERT_FALSE(batch);
  EXPECT_EQ(batch.error().kind, ErrorKind::kInvalid);
  EXPECT_TRUE(server.asked().empty());
}

TEST_F(StreamTest, StopsFromAnotherThread) {
  WebSocketServer server([](Peer& peer) { peer.hold(); });
  const auto stream = jetstream({server.url()});
  std::jthread stop([&] {
    std::this_thread::sleep_for(100ms);
    stream->stop();
  });
  const auto begin = std::chrono::steady_clock::now();
  (void)stream->read("", 30s, 10, everything);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_FALSE(stream->read("", 30s, 10, everything));
}

std::string commit(std::int64_t seq, std::string_view key, std::string_view words) {
  return made::commit(seq, "did:plc:ana", format_time(kNow), "create", key,
                      made::post_record(words));
}

TEST_F(StreamTest, TheFirehoseBringsTheSamePosts) {
  WebSocketServer server([](Peer& peer) {
    peer.binary(commit(11, "k1", "rye"));
    peer.binary("no frame");
    peer.binary(commit(12, "k2", "white"));
    peer.hold();
  });
  const auto all = read(*firehose(server), "", 2);
  EXPECT_EQ(server.asked()[0], "/xrpc/com.atproto.sync.subscribeRepos");
  ASSERT_EQ(all.posts.size(), 2U);
  EXPECT_EQ(all.posts[0].text, "rye");
  EXPECT_EQ(all.posts[0].native_id, uri("k1"));
  (void)read(*firehose(server), all.cursor, 1);
  EXPECT_EQ(server.asked()[1], "/xrpc/com.atproto.sync.subscribeRepos?cursor=12");
}

TEST_F(StreamTest, AFirehoseThatKnowsNothingOfUsBeginsNowWithAGap) {
  std::atomic<bool> anew{false};
  WebSocketServer server([&](Peer& peer) {
    if (anew && peer.path().find("cursor") != std::string::npos) {
      peer.binary(made::error_frame("FutureCursor", "Cursor in the future."));
      peer.close(1008, "FutureCursor");
      return;
    }
    peer.binary(commit(anew ? 1 : 900, "k1", "rye"));
    peer.hold();
  });
  const auto first = read(*firehose(server), "", 1);
  anew = true;
  clock_.advance(10min);
  const auto all = read(*firehose(server), first.cursor, 1);
  ASSERT_TRUE(all.gap_from);
  EXPECT_EQ(*all.gap_from, first.read_to);
  EXPECT_EQ(all.read_from, kNow + 10min);
}

TEST_F(StreamTest, AFirehoseThatForgotSomeOfItTellsSo) {
  std::atomic<bool> later{false};
  WebSocketServer server([&](Peer& peer) {
    if (later) peer.binary(made::frame("#info", {{"name", made::text("OutdatedCursor")}}));
    peer.binary(commit(later ? 500 : 1, "k1", "rye"));
    peer.hold();
  });
  clock_.set(kNow - 1h);
  const auto first = read(*firehose(server), "", 1);
  later = true;
  clock_.set(kNow);
  const auto all = read(*firehose(server), first.cursor, 1);
  ASSERT_TRUE(all.gap_from);
  EXPECT_EQ(*all.gap_from, first.read_to);
  EXPECT_EQ(all.read_from, kNow);
}

TEST_F(StreamTest, ASlowReaderIsPutOffAndGoesOn) {
  std::atomic<int> connections{0};
  WebSocketServer server([&](Peer& peer) {
    if (++connections == 1) {
      peer.binary(commit(1, "k1", "one"));
      peer.binary(made::error_frame("ConsumerTooSlow", "Too slow."));
      peer.close(1008, "ConsumerTooSlow");
      return;
    }
    peer.binary(commit(2, "k2", "two"));
    peer.hold();
  });
  const auto all = read(*firehose(server), "", 2);
  EXPECT_EQ(all.posts.size(), 2U);
  EXPECT_FALSE(all.gap_from);
  EXPECT_TRUE(server.asked()[1].ends_with("?cursor=1"));
}

}  // namespace
}  // namespace rapport::bluesky
