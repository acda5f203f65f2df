// The connector's verbs on answers that a real network gives only on a bad day: many pages, cursors
// it forgot, cut threads, half an answer. What a good day looks like is in live_test.cc.

#include <gtest/gtest.h>

#include <set>

#include "base/tid.h"
#include "networks/bluesky/connector.h"
#include "networks/bluesky/names.h"
#include "networks/testing/fake_transport.h"

namespace rapport::bluesky {
namespace {

using namespace std::chrono_literals;

const Time kNow = *parse_time("2026-11-23T15:00:00Z");

std::string param(const HttpRequest& request, const std::string& name) {
  const std::size_t at = request.url.find(name + "=");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 1;
  return request.url.substr(begin, request.url.find('&', begin) - begin);
}

std::string decoded(std::string text) {
  for (const auto& [code, plain] : {std::pair("%3A", ":"), {"%2F", "/"}}) {
    for (std::size_t at; (at = text.find(code)) != std::string::npos;) text.replace(at, 3, plain);
  }
  return text;
}

std::string mention(int number, Time at) {
  const std::string key = "k" + std::to_string(number);
  return R"({"uri":"at://did:plc:ana/app.bsky.feed.post/)" + key +
         R"(","cid":"c","author":{"did":"did:plc:ana","handle":"ana.test"},
      "reason":"mention","record":{"$type":"app.bsky.feed.post","text":"n","createdAt":")" +
         format_time(at) + R"("},"indexedAt":")" + format_time(at) + R"("})";
}

std::string thread_node(std::string_view key, int replies, const std::string& below,
                        std::string_view root = {}) {
  const std::string reply =
      root.empty()
          ? ""
          : R"(,"reply":{"root":{"uri":"at://did:plc:ana/app.bsky.feed.post/)" + std::string(root) +
                R"(","cid":"c"},"parent":{"uri":"at://did:plc:ana/app.bsky.feed.post/)" +
                std::string(root) + R"(","cid":"c"}})";
  return R"({"$type":"app.bsky.feed.defs#threadViewPost","post":{"uri":"at://did:plc:ana/app.bsky.feed.post/)" +
         std::string(key) +
         R"(","cid":"c","author":{"did":"did:plc:ana","handle":"ana.test"},"record":{"text":"t","createdAt":"2026-11-20T10:00:00Z")" +
         reply + R"(},"replyCount":)" + std::to_string(replies) +
         R"(,"indexedAt":"2026-11-20T10:00:00Z"},"replies":[)" + below + "]}";
}

std::string uri(std::string_view key) {
  return "at://did:plc:ana/app.bsky.feed.post/" + std::string(key);
}

class BlueskyVerbs : public ::testing::Test {
 protected:
  BlueskyVerbs() {
    Credentials credentials;
    credentials.did = "did:plc:us";
    credentials.handle = "us.test";
    credentials.service = "https://pds.example";
    credentials.access = "token";
    secret_ = to_text(credentials);
    transport_.on("getPosts", 200, R"({"posts":[]})");
    transport_.on("getRecord", 400,
                  R"({"error":"RecordNotFound","message":"Could not locate record"})");
  }

  // Serves `count` mentions, one a minute back from kNow, in pages as the network does; it may make
  // them shorter than asked.
  void serve_mentions(int count, int most_a_page = 100) {
    transport_.on("listNotifications", [=](const HttpRequest& request) -> Result<HttpResponse> {
      const std::string cursor = param(request, "cursor");
      const int from = cursor.empty() ? 0 : std::stoi(cursor);
      const int to =
          std::min(count, from + std::min(most_a_page, std::stoi(param(request, "limit"))));
      std::string list;
      for (int i = from; i < to; ++i)
        list += (i > from ? "," : "") + mention(count - i, kNow - i * 1min);
      return HttpResponse{200,
                          {},
                          R"({"notifications":[)" + list + "]" +
                              (to < count ? R"(,"cursor":")" + std::to_string(to) + "\"" : "") +
                              "}"};
    });
  }

  // Reads until there is no more; returns the keys heard.
  std::set<std::string> read_all(std::string& cursor, Time since, Time now, int& calls) {
    std::set<std::string> heard;
    for (bool more = true; more && ++calls < 1000;) {
      auto answer = hear_notifications(session_, cursor, since, now);
      EXPECT_TRUE(answer) << answer.error().message;
      if (!answer) break;
      for (const auto& post : answer->posts) heard.insert(post.native_id);
      EXPECT_LE(answer->read_from, answer->read_to);
      last_ = *answer;
      cursor = answer->cursor;
      more = answer->more;
    }
    return heard;
  }

  FakeTransport transport_;
  HandClock clock_{kNow};
  RateBudget budget_{clock_};
  Xrpc xrpc_{transport_, budget_};
  IdentityResolver identities_{transport_, {}};
  std::string secret_;
  Session session_{xrpc_,
                   identities_,
                   {[this]() -> Result<std::string> { return secret_; },
                    [this](const std::string& text) -> Result<Done> {
                      secret_ = text;
                      return Done{};
                    }}};
  Heard last_;
};

TEST_F(BlueskyVerbs, AFirstReadGoesBackToSinceAndNoFurther) {
  serve_mentions(3000);
  std::string cursor;
  int calls = 0;
  const Time since = kNow - 1230min;
  const auto heard = read_all(cursor, since, kNow, calls);
  EXPECT_EQ(heard.size(), 1231U);
  EXPECT_EQ(calls, 3);  // five pages a call
  EXPECT_EQ(last_.read_from, since);
  EXPECT_FALSE(last_.gap_from);
}

TEST_F(BlueskyVerbs, LaterReadsRewindALittleAndOnceAnHourALot) {
  serve_mentions(1000);
  std::string cursor;
  int calls = 0;
  read_all(cursor, kNow - 24h * 30, kNow, calls);
  const auto soon = read_all(cursor, kNow, kNow + 5s, calls);
  EXPECT_LE(soon.size(), 100U);
  EXPECT_GE(soon.size(), 10U);
  EXPECT_LE(last_.read_from, kNow - 10min);
  const auto requests = transport_.asked("limit=93").size();
  EXPECT_EQ(requests, 0U);
  read_all(cursor, kNow, kNow + 61min, calls);
  EXPECT_EQ(transport_.asked("limit=93").size(), 10U);
}

TEST_F(BlueskyVerbs, AMentionWithAnOldDateIsHeardThoughItSortsLow) {
  serve_mentions(50);
  std::string cursor;
  int calls = 0;
  read_all(cursor, kNow - 24h, kNow, calls);
  const std::string late = mention(999, kNow);
  const std::string backdated = mention(998, kNow - 3h);
  transport_.on("listNotifications", 200,
                R"({"notifications":[)" + late + "," + mention(50, kNow) + "," + backdated + "]}");
  const auto heard = read_all(cursor, kNow - 24h, kNow + 1min, calls);
  EXPECT_TRUE(heard.contains(uri("k998")));
}

TEST_F(BlueskyVerbs, ACursorTheNetworkForgotStartsTheWalkAgain) {
  serve_mentions(1200);
  auto first = hear_notifications(session_, "", kNow - 24h * 30, kNow);
  ASSERT_TRUE(first && first->more);
  transport_.on("cursor=", 400, R"({"error":"InvalidRequest","message":"Malformed cursor"})");
  auto again = hear_notifications(session_, first->cursor, kNow, kNow + 1s);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_TRUE(again->more);
  serve_mentions(1200);
  std::string cursor = again->cursor;
  int calls = 0;
  EXPECT_EQ(read_all(cursor, kNow, kNow + 2s, calls).size(), 1200U);
}

TEST_F(BlueskyVerbs, TroubleOnALaterPageKeepsWhatCameBefore) {
  serve_mentions(1200);
  transport_.on("cursor=200", 502, "");
  auto heard = hear_notifications(session_, "", kNow - 24h * 30, kNow);
  ASSERT_TRUE(heard);
  EXPECT_EQ(heard->posts.size(), 200U);
  EXPECT_TRUE(heard->more);
  EXPECT_EQ(hear_notifications(session_, heard->cursor, kNow, kNow).error().kind,
            ErrorKind::kUnavailable);
  serve_mentions(1200);
  std::string cursor = heard->cursor;
  int calls = 0;
  EXPECT_EQ(read_all(cursor, kNow, kNow, calls).size(), 1000U);
}

TEST_F(BlueskyVerbs, AFloodIsShownAsAGap) {
  serve_mentions(1'600, 5);
  std::string cursor;
  int calls = 0;
  EXPECT_EQ(read_all(cursor, kNow - 24h * 365, kNow, calls).size(), 1'500U);
  EXPECT_EQ(last_.gap_from, kNow - 24h * 365);
  EXPECT_EQ(last_.read_from, kNow - 1'499min);
  EXPECT_FALSE(last_.gap_reason.empty());
}

TEST_F(BlueskyVerbs, ABrokenCursorOfOursReadsAnew) {
  serve_mentions(10);
  std::string cursor = "{nonsense";
  int calls = 0;
  EXPECT_EQ(read_all(cursor, kNow - 24h, kNow, calls).size(), 10U);
}

TEST_F(BlueskyVerbs, FollowsBranchesThatTheServerCut) {
  // A server that shows ten levels: k0 … k10, with more below k10.
  const auto chain = [](int from, int to, int end) {
    std::string below;
    for (int i = to; i >= from; --i)
      below = thread_node("k" + std::to_string(i), i < end ? 1 : 0, below, i > 0 ? "k0" : "");
    return below;
  };
  transport_.on("getPostThread", [&](const HttpRequest& request) -> Result<HttpResponse> {
    const std::string asked = decoded(param(request, "uri"));
    const int from = std::stoi(asked.substr(asked.rfind('k') + 1));
    return HttpResponse{200, {}, R"({"thread":)" + chain(from, std::min(from + 10, 25), 25) + "}"};
  });
  const auto thread = read_whole_thread(session_, uri("k0"), {});
  ASSERT_TRUE(thread);
  EXPECT_EQ(thread->posts.size(), 26U);
  EXPECT_TRUE(thread->complete);
  EXPECT_EQ(transport_.asked("getPostThread").size(), 3U);
}

TEST_F(BlueskyVerbs, AThreadTooLongToFollowSaysSo) {
  transport_.on("getPostThread", [&](const HttpRequest& request) -> Result<HttpResponse> {
    const std::string asked = decoded(param(request, "uri"));
    const int from = std::stoi(asked.substr(asked.rfind('k') + 1));
    std::string below;
    for (int i = from + 10; i >= from; --i)
      below = thread_node("k" + std::to_string(i), 1, below, i > 0 ? "k0" : "");
    return HttpResponse{200, {}, R"({"thread":)" + below + "}"};
  });
  const auto thread = read_whole_thread(session_, uri("k0"), {});
  ASSERT_TRUE(thread);
  EXPECT_FALSE(thread->complete);
  EXPECT_EQ(thread->posts.size(), 111U);
}

TEST_F(BlueskyVerbs, WhatIsHiddenOrNotIndexedYetIsNotDeleted) {
  transport_.on("getPostThread", 200,
                R"({"thread":)" +
                    thread_node("k0", 2,
                                R"({"$type":"app.bsky.feed.defs#blockedPost","uri":")" +
                                    uri("blocked") + R"(","blocked":true})") +
                    "}");
  transport_.on("rkey=fresh", 200, R"({"uri":")" + uri("fresh") + R"(","cid":"c","value":{}})");
  const auto thread = read_whole_thread(session_, uri("k0"),
                                        {uri("k0"), uri("blocked"), uri("fresh"), uri("gone")});
  ASSERT_TRUE(thread);
  EXPECT_EQ(thread->deleted, std::vector{uri("gone")});
  // When nobody can say, nothing is taken away.
  transport_.on("rkey=gone", 502, "");
  EXPECT_EQ(read_whole_thread(session_, uri("k0"), {uri("gone")}).error().kind,
            ErrorKind::kUnavailable);
}

TEST_F(BlueskyVerbs, SendsTheSameRecordEachTime) {
  TidMaker tids(clock_);
  Outgoing act;
  act.kind = ActKind::kReply;
  act.record_key = tids.make();
  act.created_at = kNow + Microseconds(123'456);
  act.text = "Hello @nobody.test and https://a.example";
  act.langs = {"en", "de", "fr", "es"};
  act.target_native_id = uri("k1");
  act.target_revision = "cid-1";
  act.root_native_id = uri("k0");
  transport_.on("getRecord", 200,
                R"({"uri":")" + uri("k1") +
                    R"(","cid":"cid-1","value":{"text":"x","reply":{"root":{"uri":")" + uri("k0") +
                    R"(","cid":"cid-0"},"parent":{"uri":")" + uri("k0") + R"(","cid":"cid-0"}}}})");
  transport_.on("resolveHandle", 400,
                R"({"error":"InvalidRequest","message":"Unable to resolve handle"})");
  transport_.on("putRecord", 200, R"({"uri":"at://did:plc:us/app.bsky.feed.post/x","cid":"c"})");
  ASSERT_TRUE(send(session_, act));
  ASSERT_TRUE(send(session_, act));
  const auto sent = transport_.asked("putRecord");
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(sent[0].body, sent[1].body);
  const std::string& body = sent[0].body;
  EXPECT_NE(body.find("\"rkey\":\"" + act.record_key + "\""), std::string::npos);
  EXPECT_NE(body.find(R"("createdAt":"2026-11-23T15:00:00.123Z")"), std::string::npos);
  EXPECT_NE(body.find(R"("cid":"cid-0")"), std::string::npos);  // the root, as the parent names it
  EXPECT_NE(body.find(R"("langs":["en","de","fr"])"), std::string::npos);
  EXPECT_NE(body.find("facet#link"), std::string::npos);
  EXPECT_EQ(body.find("facet#mention"), std::string::npos);
}

TEST_F(BlueskyVerbs, SaysWhyAnActWasRefused) {
  TidMaker tids(clock_);
  Outgoing act;
  act.kind = ActKind::kPost;
  act.record_key = tids.make();
  act.created_at = kNow;
  act.text = "Hello";
  transport_.on("putRecord", 400, R"({"error":"InvalidRequest","message":"Invalid record"})");
  auto sent = send(session_, act);
  EXPECT_EQ(sent.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(sent.error().message, "Bluesky did not accept this post: Invalid record.");
  transport_.on("putRecord", 429, "{}", {{"Retry-After", "7"}});
  sent = send(session_, act);
  EXPECT_EQ(sent.error().kind, ErrorKind::kTooMany);
  EXPECT_EQ(sent.error().retry_after_seconds, 7);
  clock_.advance(10s);
  transport_.on("putRecord", 200, "not json");
  EXPECT_EQ(send(session_, act).error().kind, ErrorKind::kUnknown);
  act.record_key = "not a tid";
  EXPECT_EQ(send(session_, act).error().kind, ErrorKind::kInternal);
}

TEST_F(BlueskyVerbs, RepliesGoOnWhenOnlyTheViewsAreDown) {
  TidMaker tids(clock_);
  Outgoing act;
  act.kind = ActKind::kReply;
  act.record_key = tids.make();
  act.created_at = kNow;
  act.text = "Hello";
  act.target_native_id = uri("k0");
  act.target_revision = "cid-0";
  transport_.on("putRecord", 200, R"({"uri":"at://did:plc:us/app.bsky.feed.post/x","cid":"c"})");
  transport_.on("getRecord", 502, R"({"error":"UpstreamFailure"})");
  EXPECT_TRUE(send(session_, act));
  act.target_revision.clear();
  EXPECT_EQ(send(session_, act).error().kind, ErrorKind::kUnavailable);
  transport_.on("getRecord", 400,
                R"({"error":"RecordNotFound","message":"Could not locate record"})");
  EXPECT_EQ(send(session_, act).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(transport_.asked("putRecord").size(), 1U);
}

}  // namespace
}  // namespace rapport::bluesky
