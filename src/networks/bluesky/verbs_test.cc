// The connector's verbs on answers that a real network gives only on a bad day: many pages, cursors
// it forgot, cut threads, half an answer. What a good day looks like is in live_*_test.cc.

#include <gtest/gtest.h>

#include <functional>
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

// Its bytes are looked at by whoever took it in, and nowhere here.
OutgoingImage picture(std::uint32_t width, std::uint32_t height, std::string alt) {
  return {"picture", "image/png", std::move(alt), width, height};
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
    transport_.on("getProfiles", 200,
                  R"({"profiles":[{"did":"did:plc:ana","handle":"ana.test"}]})");
    transport_.on("getRecord", 400,
                  R"({"error":"RecordNotFound","message":"Could not locate record"})");
  }

  Outgoing act(ActKind kind, std::string target = {}) {
    Outgoing act;
    act.kind = kind;
    act.record_key = tids_.make();
    act.created_at = kNow;
    act.text = speaks(kind) ? "Hello" : "";
    act.target_native_id = std::move(target);
    return act;
  }

  // Stores any file, under a name that follows from its bytes, and takes any record.
  void take_everything() {
    transport_.on("uploadBlob", [](const HttpRequest& request) -> Result<HttpResponse> {
      std::string mime;
      for (const auto& header : request.headers) {
        if (header.name == "Content-Type") mime = header.value;
      }
      return HttpResponse{200,
                          {},
                          R"({"blob":{"$type":"blob","ref":{"$link":"bafk)" +
                              std::to_string(std::hash<std::string>{}(request.body)) +
                              R"("},"mimeType":")" + mime + R"(","size":)" +
                              std::to_string(request.body.size()) + "}}"};
    });
    transport_.on("putRecord", 200, R"({"uri":"at://did:plc:us/app.bsky.feed.post/x","cid":"c"})");
    transport_.on("getRecord", 200,
                  R"({"uri":")" + uri("k1") + R"(","cid":"cid-1","value":{"text":"x"}})");
  }
  std::string last_put() { return transport_.asked("putRecord").back().body; }

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
  TidMaker tids_{clock_};
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
  EXPECT_EQ(thread->posts.size(), 411U);  // forty branches are followed, ten more posts each
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

TEST_F(BlueskyVerbs, PicturesGoWithTheSameRecordEachTime) {
  take_everything();
  auto reply = act(ActKind::kReply, uri("k1"));
  reply.images = {picture(1200, 800, "A loaf"), picture(40, 30, "")};
  ASSERT_TRUE(send(session_, reply));
  ASSERT_TRUE(send(session_, reply));
  const auto stored = transport_.asked("uploadBlob");
  ASSERT_EQ(stored.size(), 4U);
  EXPECT_EQ(stored[0].body, reply.images[0].bytes);
  EXPECT_TRUE(std::any_of(stored[0].headers.begin(), stored[0].headers.end(), [](const auto& each) {
    return each.name == "Content-Type" && each.value == "image/png";
  }));
  const auto sent = transport_.asked("putRecord");
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(sent[0].body, sent[1].body);
  const std::string& body = sent[0].body;
  EXPECT_NE(body.find(R"("$type":"app.bsky.embed.images")"), std::string::npos) << body;
  EXPECT_NE(body.find(R"("alt":"A loaf","aspectRatio":{"width":1200,"height":800})"),
            std::string::npos)
      << body;
  EXPECT_NE(body.find(R"("mimeType":"image/png","size":7)"), std::string::npos) << body;
  // A picture says enough by itself.
  reply.text = "";
  EXPECT_TRUE(send(session_, reply));
}

TEST_F(BlueskyVerbs, SaysWhichPictureCannotBeSent) {
  take_everything();
  auto reply = act(ActKind::kReply, uri("k1"));
  reply.images = {picture(10, 10, ""), picture(10, 10, "")};
  reply.images[1].bytes.resize(2'400'000, 'x');
  auto sent = send(session_, reply);
  EXPECT_EQ(sent.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(sent.error().message,
            "Picture 2 is too large for Bluesky: 2.4 MB, and 2.0 MB is the most.");
  EXPECT_EQ(sent.error().field, "media");
  reply.images[1].bytes = "GIF89a";
  reply.images[1].mime = "image/gif";
  EXPECT_EQ(send(session_, reply).error().message,
            "Picture 2 is no JPEG, PNG or WebP, which Bluesky wants.");
  reply.images.assign(5, picture(10, 10, ""));
  EXPECT_EQ(send(session_, reply).error().message,
            "Bluesky shows 4 pictures in a post; these are 5.");
  EXPECT_TRUE(transport_.asked("uploadBlob").empty());  // nothing is moved for nothing
  // The server says no, and nothing was written.
  reply.images.assign(1, picture(10, 10, ""));
  transport_.on("uploadBlob", 400,
                R"({"error":"BlobTooLarge","message":"This file is too large"})");
  EXPECT_EQ(
      send(session_, reply).error().message,
      "Bluesky did not accept this reply: The picture was not taken: This file is too large.");
  // Its trouble is no unknown end: no record was sent.
  transport_.on("uploadBlob", 502, "");
  EXPECT_EQ(send(session_, reply).error().kind, ErrorKind::kUnavailable);
  EXPECT_TRUE(transport_.asked("putRecord").empty());
}

TEST_F(BlueskyVerbs, QuotesWithAndWithoutSomethingToShow) {
  take_everything();
  auto quote = act(ActKind::kQuote, uri("k1"));
  ASSERT_TRUE(send(session_, quote));
  EXPECT_NE(last_put().find(R"("embed":{"$type":"app.bsky.embed.record","record":{"uri":")" +
                            uri("k1") + R"(","cid":"cid-1"}})"),
            std::string::npos)
      << last_put();
  EXPECT_EQ(last_put().find("\"reply\""), std::string::npos);
  quote.images = {picture(10, 10, "")};
  ASSERT_TRUE(send(session_, quote));
  EXPECT_NE(last_put().find(R"("$type":"app.bsky.embed.recordWithMedia")"), std::string::npos);
  EXPECT_NE(last_put().find(R"("media":{"$type":"app.bsky.embed.images")"), std::string::npos);
  transport_.on("getRecord", 400,
                R"({"error":"RecordNotFound","message":"Could not locate record"})");
  EXPECT_EQ(send(session_, quote).error().kind, ErrorKind::kNotFound);
}

TEST_F(BlueskyVerbs, ShowsALinkAsACard) {
  take_everything();
  auto post = act(ActKind::kPost);
  post.card = OutgoingCard{"https://a.example/rye", "Rye", "How we bake it", picture(600, 300, "")};
  ASSERT_TRUE(send(session_, post));
  EXPECT_NE(last_put().find(R"("external":{"uri":"https://a.example/rye","title":"Rye",)"
                            R"("description":"How we bake it","thumb":{"$type":"blob")"),
            std::string::npos)
      << last_put();
  // Without a title it is called by its host, and a picture that is too large is left out.
  post.card->title.clear();
  post.card->thumb->bytes.resize(1'000'001, 'x');
  ASSERT_TRUE(send(session_, post));
  EXPECT_NE(last_put().find(R"("title":"a.example")"), std::string::npos);
  EXPECT_EQ(last_put().find("thumb"), std::string::npos);
  // Pictures win over the card.
  post.images = {picture(10, 10, "")};
  ASSERT_TRUE(send(session_, post));
  EXPECT_EQ(last_put().find("external"), std::string::npos);
}

TEST_F(BlueskyVerbs, RepostsAndBlocksAreRecordsOfTheirOwn) {
  take_everything();
  transport_.on("deleteRecord", 200, "{}");
  ASSERT_TRUE(send(session_, act(ActKind::kRepost, uri("k1"))));
  EXPECT_NE(last_put().find(R"("collection":"app.bsky.feed.repost")"), std::string::npos);
  EXPECT_NE(last_put().find(R"("subject":{"uri":")" + uri("k1") + R"(","cid":"cid-1"})"),
            std::string::npos);
  ASSERT_TRUE(send(session_, act(ActKind::kBlock, "did:plc:ana")));
  EXPECT_NE(last_put().find(R"("collection":"app.bsky.graph.block")"), std::string::npos);
  EXPECT_NE(last_put().find(R"("subject":"did:plc:ana")"), std::string::npos);

  const std::string repost = "at://did:plc:us/app.bsky.feed.repost/3kaaaaaaaaaaa";
  ASSERT_TRUE(send(session_, act(ActKind::kUnrepost, repost)));
  EXPECT_NE(transport_.asked("deleteRecord").back().body.find("app.bsky.feed.repost"),
            std::string::npos);
  EXPECT_EQ(send(session_, act(ActKind::kUnblock, repost)).error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(
      send(session_, act(ActKind::kUnrepost, "at://did:plc:ana/app.bsky.feed.repost/3kaaaaaaaaaaa"))
          .error()
          .kind,
      ErrorKind::kForbidden);
}

TEST_F(BlueskyVerbs, AMuteIsLookedUpInTheProfile) {
  transport_.on("muteActor", 502, R"({"error":"UpstreamFailure"})");
  const auto mute = act(ActKind::kMute, "did:plc:ana");
  const auto unmute = act(ActKind::kUnmute, "did:plc:ana");
  EXPECT_EQ(send(session_, mute).error().kind, ErrorKind::kUnknown);
  transport_.on("getProfile?", 200,
                R"({"did":"did:plc:ana","handle":"ana.test","viewer":{"muted":false}})");
  EXPECT_EQ(look_up(session_, mute).value(), std::nullopt);
  EXPECT_TRUE(look_up(session_, unmute).value());
  transport_.on("muteActor", 200, "");
  const auto sent = send(session_, mute);
  ASSERT_TRUE(sent) << sent.error().message;
  EXPECT_EQ(sent->native_id, "did:plc:ana");
  transport_.on("getProfile?", 200,
                R"({"did":"did:plc:ana","handle":"ana.test","viewer":{"muted":true}})");
  EXPECT_TRUE(look_up(session_, mute).value());
  EXPECT_EQ(look_up(session_, unmute).value(), std::nullopt);
  // Nobody is left to be heard.
  transport_.on("getProfile?", 400, R"({"error":"InvalidRequest","message":"Profile not found"})");
  EXPECT_TRUE(look_up(session_, mute).value());
}

TEST_F(BlueskyVerbs, WhoIsAwayIsSaidToBeAway) {
  const auto told = [&](const std::string& name, const std::string& message) {
    transport_.on("getProfile?", 400,
                  R"({"error":")" + name + R"(","message":")" + message + R"("})");
    return read_account(session_, "did:plc:bo").value().standing;
  };
  EXPECT_EQ(told("AccountDeactivated", "Account is deactivated"), AccountStanding::kDeactivated);
  EXPECT_EQ(told("AccountTakedown", "Account has been suspended"), AccountStanding::kSuspended);
  EXPECT_EQ(told("InvalidRequest", "Profile not found"), AccountStanding::kDeleted);
  transport_.on("getProfile?", 400, R"({"error":"InvalidRequest","message":"What?"})");
  EXPECT_EQ(read_account(session_, "did:plc:bo").error().kind, ErrorKind::kInvalid);

  // What they said is gone with them, and nobody says they deleted it.
  transport_.on("getProfile?", 400,
                R"({"error":"AccountDeactivated","message":"Account is deactivated"})");
  transport_.on("getPostThread", 200, R"({"thread":)" + thread_node("k0", 0, "") + "}");
  const std::string theirs = "at://did:plc:bo/app.bsky.feed.post/k1";
  const auto thread = read_whole_thread(session_, uri("k0"), {uri("k0"), theirs});
  ASSERT_TRUE(thread);
  EXPECT_EQ(thread->deleted, std::vector{theirs});
  ASSERT_EQ(thread->away.size(), 1U);
  EXPECT_EQ(thread->away[0].native_id, "did:plc:bo");
  EXPECT_EQ(thread->away[0].standing, AccountStanding::kDeactivated);
  EXPECT_TRUE(transport_.asked("getRecord").empty());
}

TEST_F(BlueskyVerbs, OurOwnServerKnowsOurHandleAndStanding) {
  transport_.on("getProfile?", 200, R"({"did":"did:plc:us","handle":"old.test"})");
  transport_.on("getSession", 200, R"({"did":"did:plc:us","handle":"new.test","active":true})");
  EXPECT_EQ(read_account(session_, "did:plc:us")->handle, "new.test");
  transport_.on(
      "getSession", 200,
      R"({"did":"did:plc:us","handle":"new.test","active":false,"status":"deactivated"})");
  EXPECT_EQ(read_account(session_, "did:plc:us")->standing, AccountStanding::kDeactivated);
  // An account so new that the views have not met it is not gone.
  transport_.on("getProfile?", 400, R"({"error":"InvalidRequest","message":"Profile not found"})");
  transport_.on("getSession", 200, R"({"did":"did:plc:us","handle":"new.test"})");
  EXPECT_EQ(read_account(session_, "did:plc:us")->standing, std::nullopt);
}

TEST_F(BlueskyVerbs, AThreadShownOnlyInPartSaysSo) {
  std::string below;
  for (int i = 1; i <= 60; ++i)
    below += (i > 1 ? "," : "") + thread_node("k" + std::to_string(i), 0, "", "k0");
  transport_.on("getPostThread", 200, R"({"thread":)" + thread_node("k0", 60, below) + "}");
  auto thread = read_whole_thread(session_, uri("k0"), {});
  ASSERT_TRUE(thread);
  EXPECT_TRUE(thread->complete);
  EXPECT_EQ(thread->posts.size(), 61U);
  transport_.on("getPostThread", 200, R"({"thread":)" + thread_node("k0", 1200, below) + "}");
  thread = read_whole_thread(session_, uri("k0"), {});
  EXPECT_FALSE(thread->complete);
}

TEST_F(BlueskyVerbs, AThreadDeeperThanItsReaderIsReadInParts) {
  // A chain of 1,000 answers; the server shows as many levels as it is asked for.
  transport_.on("getPostThread", [&](const HttpRequest& request) -> Result<HttpResponse> {
    const std::string asked = decoded(param(request, "uri"));
    const int from = std::stoi(asked.substr(asked.rfind('k') + 1));
    const int to = std::min(1000, from + std::stoi(param(request, "depth")));
    std::string below;
    for (int i = to; i >= from; --i)
      below = thread_node("k" + std::to_string(i), i < 1000 ? 1 : 0, below, i > 0 ? "k0" : "");
    return HttpResponse{200, {}, R"({"thread":)" + below + "}"};
  });
  const auto thread = read_whole_thread(session_, uri("k0"), {});
  ASSERT_TRUE(thread) << thread.error().message;
  EXPECT_EQ(thread->posts.size(), 1001U);
  EXPECT_TRUE(thread->complete);
  EXPECT_EQ(transport_.asked("getPostThread").size(), 3U);
}

TEST_F(BlueskyVerbs, ReadsGiveWayToWhatSomebodyWaitsFor) {
  const auto headers = [](int remaining) {
    return std::vector<HttpHeader>{
        {"RateLimit-Limit", "3000"},
        {"RateLimit-Remaining", std::to_string(remaining)},
        {"RateLimit-Reset", std::to_string(to_micros(kNow) / 1'000'000 + 90)},
        {"RateLimit-Policy", "3000;w=300"}};
  };
  transport_.on("listNotifications", 200, R"({"notifications":[]})", headers(200));
  ASSERT_TRUE(hear_notifications(session_, "", kNow - 1h, kNow));
  const auto heard = hear_notifications(session_, "", kNow - 1h, kNow);
  ASSERT_FALSE(heard);
  EXPECT_EQ(heard.error().kind, ErrorKind::kTooMany);
  EXPECT_EQ(heard.error().retry_after_seconds, 90);
  EXPECT_NE(heard.error().message.find("On again in 2 minutes."), std::string::npos)
      << heard.error().message;
  EXPECT_EQ(transport_.asked("listNotifications").size(), 1U);

  take_everything();
  Session person = session_.for_a_person();
  EXPECT_TRUE(send(person, act(ActKind::kReply, uri("k1"))));
  EXPECT_EQ(send(session_, act(ActKind::kReply, uri("k1"))).error().kind, ErrorKind::kTooMany);
}

// Posts about bread, one a minute back from kNow; every third by Ben, every second in German.
std::string found(int number) {
  const std::string key = "s" + std::to_string(number);
  const std::string at = format_time(kNow - number * 1min);
  const std::string who = number % 3 == 0 ? "ben" : "ana";
  return R"({"uri":"at://did:plc:)" + who + "/app.bsky.feed.post/" + key +
         R"(","cid":"c","author":{"did":"did:plc:)" + who + R"(","handle":")" + who +
         R"(.test"},"record":{"$type":"app.bsky.feed.post","text":"bread )" +
         (number % 5 == 0 ? "#rye" : "") + R"(","langs":[")" + (number % 2 == 0 ? "de-AT" : "en") +
         R"("],"createdAt":")" + at + R"("},"indexedAt":")" + at + R"("})";
}

class BlueskySearch : public BlueskyVerbs {
 protected:
  // A server that keeps to what it is asked, and ends at 200 posts whatever stands below.
  void serve_deep(int count) {
    transport_.on("searchPosts", [=](const HttpRequest& request) -> Result<HttpResponse> {
      const std::string until = param(request, "until");
      int first = 0;
      if (!until.empty()) {
        const auto before = parse_time(decoded(until));
        EXPECT_TRUE(before) << until;
        while (first < count && kNow - first * 1min >= before.value_or(kNow)) ++first;
      }
      const std::string cursor = param(request, "cursor");
      const int from = first + (cursor.empty() ? 0 : std::stoi(cursor));
      const int to = std::min({count, from + std::stoi(param(request, "limit")), first + 200});
      std::string list;
      for (int i = from; i < to; ++i) list += (i > from ? "," : "") + found(i);
      const bool more = to < count && to < first + 200;
      return HttpResponse{200,
                          {},
                          R"({"posts":[)" + list + "]" +
                              (more ? R"(,"cursor":")" + std::to_string(to - first) + "\"" : "") +
                              "}"};
    });
  }
  // `shown` of them in pages as the server likes, which pays no heed to what else it is asked.
  void serve(int count, bool says_more_at_the_end = false) {
    transport_.on("searchPosts", [=](const HttpRequest& request) -> Result<HttpResponse> {
      const std::string cursor = param(request, "cursor");
      const int from = cursor.empty() ? 0 : std::stoi(cursor);
      const int to = std::min(count, from + std::stoi(param(request, "limit")));
      std::string list;
      for (int i = from; i < to; ++i) list += (i > from ? "," : "") + found(i);
      const bool more = to < count || says_more_at_the_end;
      return HttpResponse{200,
                          {},
                          R"({"posts":[)" + list + "]" +
                              (more ? R"(,"cursor":")" + std::to_string(to) + "\"" : "") + "}"};
    });
  }

  Heard search(const SearchQuestion& question, Time since) {
    Heard all;
    bool more = true;
    for (int i = 0; i < 60 && more; ++i) {
      auto part = search_posts(session_, question, all.cursor, since, kNow);
      if (!part) {
        ADD_FAILURE() << part.error().message;
        break;
      }
      if (i == 0) all.read_to = part->read_to;
      std::move(part->posts.begin(), part->posts.end(), std::back_inserter(all.posts));
      all.read_from = part->read_from;
      all.cursor = part->cursor;
      all.gap_from = part->gap_from;
      all.gap_reason = part->gap_reason;
      more = part->more;
    }
    EXPECT_FALSE(more);
    return all;
  }
};

TEST_F(BlueskySearch, WalksBackToSinceAndNoFurther) {
  serve(1'000);
  const auto heard =
      search({.words = "bread", .hashtags = {}, .langs = {}, .author = {}}, kNow - 250min);
  EXPECT_EQ(heard.posts.size(), 251U);
  EXPECT_EQ(heard.read_from, kNow - 250min);
  EXPECT_EQ(heard.read_to, kNow);
  EXPECT_FALSE(heard.gap_from);
  const auto asked = transport_.asked("searchPosts");
  EXPECT_EQ(asked.size(), 4U) << "the page on which all are too old ends it";
  EXPECT_EQ(param(asked[0], "q"), "bread");
  EXPECT_EQ(param(asked[0], "sort"), "latest");
}

TEST_F(BlueskySearch, WhereTheServerEndsAllIsRead) {
  serve(130);
  const auto heard =
      search({.words = "bread", .hashtags = {}, .langs = {}, .author = {}}, kNow - 24h * 30);
  EXPECT_EQ(heard.posts.size(), 130U);
  EXPECT_EQ(heard.read_from, kNow - 24h * 30);
  EXPECT_FALSE(heard.gap_from);
}

TEST_F(BlueskySearch, WhereTheServerStopsShortIsAGap) {
  serve(200);  // the last page is full, and nothing is said to follow
  auto heard =
      search({.words = "bread", .hashtags = {}, .langs = {}, .author = {}}, kNow - 24h * 30);
  EXPECT_EQ(heard.posts.size(), 200U);
  ASSERT_TRUE(heard.gap_from);
  EXPECT_EQ(*heard.gap_from, kNow - 24h * 30);
  EXPECT_EQ(heard.read_from, kNow - 199min);
  EXPECT_FALSE(heard.gap_reason.empty());

  serve(200, true);
  transport_.on("cursor=200", 400, R"({"error":"InvalidRequest","message":"Cursor too deep"})");
  heard = search({.words = "bread", .hashtags = {}, .langs = {}, .author = {}}, kNow - 24h * 30);
  EXPECT_EQ(heard.posts.size(), 200U);
  ASSERT_TRUE(heard.gap_from);
  EXPECT_EQ(heard.read_from, kNow - 199min);
}

TEST_F(BlueskySearch, BeginsWhereTheQuestionEnds) {
  serve_deep(5'000);
  SearchQuestion question;
  question.words = "bread";
  question.until = kNow - 3000min;
  const auto heard = search(question, kNow - 3100min);
  EXPECT_EQ(heard.posts.size(), 100U);
  EXPECT_LT(heard.posts.front().created_at, *question.until);
  EXPECT_EQ(heard.read_to, *question.until);
  EXPECT_EQ(heard.read_from, kNow - 3100min);
  EXPECT_FALSE(heard.gap_from);
  EXPECT_LE(transport_.asked("searchPosts").size(), 3U) << "none of what came later is read";
}

TEST_F(BlueskySearch, FiltersWhatCameAfterTheQuestionsEnd) {
  serve(60);
  SearchQuestion question;
  question.words = "bread";
  question.until = kNow - 20min;
  EXPECT_EQ(search(question, kNow - 24h).posts.size(), 39U);
}

TEST_F(BlueskySearch, AsksAnewBelowWhereAServerEnds) {
  serve_deep(1'000);
  SearchQuestion question;
  question.words = "bread";
  const auto heard = search(question, kNow - 24h * 30);
  std::set<std::string> ids;
  for (const NetworkPost& each : heard.posts) ids.insert(each.native_id);
  EXPECT_EQ(ids.size(), 1'000U);
  EXPECT_FALSE(heard.gap_from) << heard.gap_reason;
  EXPECT_EQ(heard.read_from, kNow - 24h * 30);
}

TEST_F(BlueskySearch, FiltersWhatTheServerPaysNoHeedTo) {
  serve(60);
  const auto german =
      search({.words = "bread", .hashtags = {}, .langs = {"de"}, .author = {}}, kNow - 24h);
  EXPECT_EQ(german.posts.size(), 30U);
  EXPECT_EQ(param(transport_.asked("searchPosts").back(), "lang"), "de");
  const auto bens =
      search({.words = "bread", .hashtags = {}, .langs = {}, .author = "ben.test"}, kNow - 24h);
  EXPECT_EQ(bens.posts.size(), 20U);
  EXPECT_EQ(param(transport_.asked("searchPosts").back(), "q"), "bread%20from%3Aben.test");
}

TEST_F(BlueskySearch, LooksForOneTagAfterTheOther) {
  serve(60);
  const auto heard =
      search({.words = {}, .hashtags = {"rye", "Spelt"}, .langs = {}, .author = {}}, kNow - 24h);
  EXPECT_EQ(heard.posts.size(), 24U) << "twelve, found by both questions as this server answers";
  std::set<std::string> questions;
  for (const auto& request : transport_.asked("searchPosts")) questions.insert(param(request, "q"));
  EXPECT_EQ(questions, (std::set<std::string>{"%23rye", "%23Spelt"}));
  EXPECT_EQ(heard.read_from, kNow - 24h);
}

TEST_F(BlueskySearch, SaysWhatItCannotDo) {
  const auto nothing = search_posts(session_, {}, "", kNow, kNow);
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().kind, ErrorKind::kInvalid);
  transport_.on("searchPosts", 502, R"({"error":"UpstreamFailure"})");
  const auto trouble = search_posts(
      session_, {.words = "bread", .hashtags = {}, .langs = {}, .author = {}}, "", kNow - 1h, kNow);
  ASSERT_FALSE(trouble);
  EXPECT_EQ(trouble.error().kind, ErrorKind::kUnavailable);
}

TEST_F(BlueskyVerbs, HidesAReplyInAGateThatSomebodyElseChangesToo) {
  Outgoing hide = act(ActKind::kHide, uri("reply"));
  hide.root_native_id = "at://did:plc:us/app.bsky.feed.post/root";
  int puts = 0;
  transport_.on("putRecord", [&](const HttpRequest& request) -> Result<HttpResponse> {
    ++puts;
    if (request.body.find(R"("swapRecord":null)") != std::string::npos) {
      // Another app made one meanwhile.
      transport_.on("getRecord", 200,
                    R"({"uri":"at://did:plc:us/app.bsky.feed.threadgate/root","cid":"c1","value":
                    {"$type":"app.bsky.feed.threadgate","allow":[],"hiddenReplies":["at://other"],
                    "post":"at://did:plc:us/app.bsky.feed.post/root","createdAt":"x"}})");
      return HttpResponse{400, {}, R"({"error":"InvalidSwap","message":"Record was at c1"})"};
    }
    return HttpResponse{200, {}, R"({"uri":"at://x","cid":"c2"})"};
  });
  const auto sent = send(session_, hide);
  ASSERT_TRUE(sent) << sent.error().message << sent.error().cause;
  EXPECT_EQ(sent->native_id, "at://did:plc:us/app.bsky.feed.threadgate/root");
  EXPECT_EQ(puts, 2);
  for (const char* part : {R"("swapRecord":"c1")", R"("rkey":"root")", R"("allow":[])",
                           "at://other", R"("createdAt":"x")", R"(app.bsky.feed.post/reply")"}) {
    EXPECT_NE(last_put().find(part), std::string::npos) << part << " in " << last_put();
  }

  // Somebody always is faster: certainly not done, and tried later.
  transport_.on("putRecord", 400, R"({"error":"InvalidSwap","message":"Record was at c9"})");
  EXPECT_EQ(send(session_, hide).error().kind, ErrorKind::kUnavailable);
  // Nobody knows whether it happened: the gate is asked.
  transport_.on("putRecord", 500, R"({"error":"InternalServerError"})");
  EXPECT_EQ(send(session_, hide).error().kind, ErrorKind::kUnknown);
  EXPECT_EQ(look_up(session_, hide).value(), std::nullopt);
  Outgoing unhide = hide;
  unhide.kind = ActKind::kUnhide;
  EXPECT_TRUE(look_up(session_, unhide).value()) << "it is not hidden";
}

TEST_F(BlueskyVerbs, HidesOnlyBelowAPostOfOurs) {
  Outgoing hide = act(ActKind::kHide, uri("reply"));
  hide.root_native_id = uri("root");
  EXPECT_EQ(send(session_, hide).error().kind, ErrorKind::kForbidden);
  hide.root_native_id = "";
  EXPECT_EQ(send(session_, hide).error().kind, ErrorKind::kInvalid);
}

}  // namespace
}  // namespace rapport::bluesky
