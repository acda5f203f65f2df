#include "networks/feed/connector.h"

#include <gtest/gtest.h>

#include "networks/feed/feed.h"
#include "networks/feed/state.h"
#include "networks/testing/fake_transport.h"

namespace rapport::feed {
namespace {

using namespace std::chrono_literals;

const std::string kUrl = "https://news.example/feed";

std::string feed_with(int from, int to, const std::string& more = "") {
  std::string out = "<rss><channel><title>News</title><link>https://news.example/</link>" + more;
  for (int i = to; i >= from; --i) {
    const std::string n = std::to_string(i);
    out += "<item><title>Item " + n + "</title><guid>" + n + "</guid><pubDate>2024-03-" +
           (i < 10 ? "0" : "") + n + "T10:00:00Z</pubDate></item>";
  }
  return out + "</channel></rss>";
}

class FeedConnectorTest : public ::testing::Test {
 protected:
  FakeTransport transport;
  HandClock clock{*parse_time("2024-03-10T12:00:00Z")};
  FeedConnector connector{kUrl, transport, clock};
  std::string cursor;

  Result<Heard> hear() {
    auto heard = connector.hear(kFeed, cursor, clock.now() - std::chrono::days{30});
    if (heard && !heard->idle) cursor = heard->cursor;
    return heard;
  }
  // At the next time it makes sense.
  Result<Heard> hear_later() {
    clock.advance(26h);
    return hear();
  }
};

TEST_F(FeedConnectorTest, ReadsWhatIsThere) {
  transport.on("news.example", 200, feed_with(1, 5));
  const auto heard = hear();
  ASSERT_TRUE(heard);
  EXPECT_EQ(5U, heard->posts.size());
  EXPECT_EQ("2024-03-01T10:00:00.000000Z", format_time(heard->read_from));
  EXPECT_EQ(clock.now(), heard->read_to);
  EXPECT_FALSE(heard->gap_from);
  EXPECT_FALSE(heard->more);
  EXPECT_EQ("News", connector.profile(kUrl)->name);
}

TEST_F(FeedConnectorTest, DoesNotAskAgainBeforeItIsTime) {
  transport.on("news.example", 200, feed_with(1, 5, "<ttl>120</ttl>"));
  const auto first = hear();
  ASSERT_TRUE(first);
  EXPECT_GE(*first->next_in, 120min);
  EXPECT_LE(*first->next_in, 132min);
  clock.advance(119min);
  const auto early = hear();
  ASSERT_TRUE(early);
  EXPECT_TRUE(early->idle);
  EXPECT_EQ(1U, transport.asked("").size());
  // Also in a new process: the cursor knows.
  FeedConnector other(kUrl, transport, clock);
  EXPECT_TRUE(other.hear(kFeed, cursor, clock.now())->idle);
  clock.advance(14min);
  EXPECT_FALSE(hear()->idle);
  EXPECT_EQ(2U, transport.asked("").size());
}

TEST_F(FeedConnectorTest, AsksOnlyForWhatChanged) {
  transport.on("news.example", 200, feed_with(1, 2),
               {{"ETag", "W/\"abc\""}, {"Last-Modified", "Sat, 02 Mar 2024 21:30:00 GMT"}});
  ASSERT_TRUE(hear());
  transport.on("news.example", 304, "");
  const auto heard = hear_later();
  ASSERT_TRUE(heard);
  EXPECT_TRUE(heard->posts.empty());
  EXPECT_EQ(clock.now(), heard->read_to);
  EXPECT_EQ(clock.now() - 26h, heard->read_from);
  const auto asked = transport.asked("");
  ASSERT_EQ(2U, asked.size());
  const auto has = [&](const std::string& name, const std::string& value) {
    for (const HttpHeader& each : asked[1].headers) {
      if (each.name == name && each.value == value) return true;
    }
    return false;
  };
  EXPECT_TRUE(has("If-None-Match", "W/\"abc\""));
  EXPECT_TRUE(has("If-Modified-Since", "Sat, 02 Mar 2024 21:30:00 GMT"));
}

TEST_F(FeedConnectorTest, TheSameBytesAreNothingNew) {
  transport.on("news.example", 200, feed_with(1, 2));
  EXPECT_EQ(2U, hear()->posts.size());
  EXPECT_EQ(0U, hear_later()->posts.size());
  transport.on("news.example", 200, feed_with(1, 3));
  EXPECT_EQ(3U, hear_later()->posts.size());
}

TEST_F(FeedConnectorTest, TellsWhatWentByUnseen) {
  transport.on("news.example", 200, feed_with(1, 3));
  const auto first = hear();
  transport.on("news.example", 200, feed_with(3, 6));
  EXPECT_FALSE(hear_later()->gap_from);
  const Time read = clock.now();
  clock.set(*parse_time("2024-03-25T12:00:00Z"));
  transport.on("news.example", 200, feed_with(20, 24));
  const auto heard = hear();
  ASSERT_TRUE(heard);
  EXPECT_EQ(read, heard->gap_from);
  EXPECT_EQ("2024-03-20T10:00:00.000000Z", format_time(heard->read_from));
  EXPECT_NE(std::string::npos, heard->gap_reason.find("last 5 items"));
}

TEST_F(FeedConnectorTest, RemembersWhereItMovedForGood) {
  transport.on("old.example", 301, "", {{"Location", "https://new.example/feed"}});
  transport.on("new.example", 200, feed_with(1, 1));
  FeedConnector moved("https://old.example/feed", transport, clock);
  const auto heard = moved.hear(kFeed, "", clock.now());
  ASSERT_TRUE(heard);
  EXPECT_EQ("https://new.example/feed", state_of(heard->cursor).url);
  clock.advance(26h);
  ASSERT_TRUE(moved.hear(kFeed, heard->cursor, clock.now()));
  EXPECT_EQ(1U, transport.asked("old.example").size());
  EXPECT_EQ(2U, transport.asked("new.example").size());
}

TEST_F(FeedConnectorTest, ForgetsWhereItOnlyLedForNow) {
  transport.on("news.example", 302, "", {{"Location", "/elsewhere"}});
  transport.on("/elsewhere", 200, feed_with(1, 1));
  ASSERT_TRUE(hear());
  EXPECT_EQ("", state_of(cursor).url);
}

TEST_F(FeedConnectorTest, IsNotMovedToWhatIsNoFeed) {
  transport.on("news.example", 301, "", {{"Location", "https://parked.example/"}});
  transport.on("parked.example", 200, "<html><body>Buy this domain</body></html>");
  const auto heard = hear();
  ASSERT_FALSE(heard);
  EXPECT_EQ(ErrorKind::kUnavailable, heard.error().kind);
  EXPECT_EQ("", cursor);
}

TEST_F(FeedConnectorTest, SaysThatAFeedIsTooLarge) {
  transport.on("news.example", 200,
               R"({"version":"https://jsonfeed.org/version/1.1","title":")" +
                   std::string(kMostDocument, 'x'));
  const auto heard = hear();
  ASSERT_FALSE(heard);
  EXPECT_EQ(ErrorKind::kUnavailable, heard.error().kind);
  EXPECT_NE(std::string::npos, heard.error().message.find("larger than 8 MB"))
      << heard.error().message;
}

TEST_F(FeedConnectorTest, NeverLeavesEncryption) {
  transport.on("news.example", 301, "", {{"Location", "http://news.example/plain"}});
  const auto heard = hear();
  ASSERT_FALSE(heard);
  EXPECT_EQ(1U, transport.asked("").size());
}

TEST_F(FeedConnectorTest, RedirectsEnd) {
  transport.on("news.example", 302, "", {{"Location", kUrl}});
  ASSERT_FALSE(hear());
  EXPECT_LE(transport.asked("").size(), 10U);
}

TEST_F(FeedConnectorTest, EndsWhenItIsGoneForGood) {
  transport.on("news.example", 410, "");
  const auto heard = hear();
  ASSERT_FALSE(heard);
  EXPECT_EQ(ErrorKind::kUnauthorized, heard.error().kind);
  EXPECT_NE(std::string::npos, heard.error().message.find("has ended"));
}

TEST_F(FeedConnectorTest, WaitsAsLongAsTheServerSays) {
  transport.on("news.example", 429, "", {{"Retry-After", "600"}});
  const auto refused = hear();
  ASSERT_FALSE(refused);
  EXPECT_EQ(ErrorKind::kTooMany, refused.error().kind);
  EXPECT_GE(*refused.error().retry_after_seconds, 600);
  clock.advance(599s);
  EXPECT_FALSE(hear());
  EXPECT_EQ(1U, transport.asked("").size());
  transport.on("news.example", 503, "", {{"Retry-After", "Sun, 10 Mar 2024 13:00:00 GMT"}});
  clock.advance(100s);
  const auto later = hear();
  ASSERT_FALSE(later);
  EXPECT_EQ(2U, transport.asked("").size());
  EXPECT_GE(*later.error().retry_after_seconds, 2880);
}

TEST_F(FeedConnectorTest, WaitsLongerWithEachFailureAndRecovers) {
  transport.on("news.example", 500, "");
  std::int64_t before = 0;
  for (int i = 0; i < 6; ++i) {
    const auto heard = hear();
    ASSERT_FALSE(heard);
    EXPECT_GE(*heard.error().retry_after_seconds, before);
    before = *heard.error().retry_after_seconds / 2;
    clock.advance(std::chrono::seconds{*heard.error().retry_after_seconds});
  }
  EXPECT_EQ(6U, transport.asked("").size());
  transport.on("news.example", 200, feed_with(1, 1));
  ASSERT_TRUE(hear());
  transport.on("news.example", 500, "");
  EXPECT_LE(*hear_later().error().retry_after_seconds, 60);
}

TEST_F(FeedConnectorTest, APageInBetweenIsNoFeedAndLosesNothing) {
  transport.on("news.example", 200, feed_with(1, 2), {{"ETag", "\"1\""}});
  ASSERT_TRUE(hear());
  const std::string kept = cursor;
  transport.on("news.example", 200, "<html><body>Works going on</body></html>",
               {{"ETag", "\"2\""}});
  EXPECT_FALSE(hear_later());
  EXPECT_EQ(kept, cursor);
}

TEST_F(FeedConnectorTest, EditsAndDeletionsAreHeard) {
  transport.on("news.example", 200,
               "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>"
               "<entry><id>1</id><title>One</title></entry></feed>");
  const auto first = hear();
  transport.on("news.example", 200,
               "<feed xmlns='http://www.w3.org/2005/Atom' "
               "xmlns:at='http://purl.org/atompub/tombstones/1.0'><title>T</title>"
               "<at:deleted-entry ref='1'/></feed>");
  const auto second = hear_later();
  ASSERT_TRUE(second);
  EXPECT_EQ(std::vector<std::string>{first->posts[0].native_id}, second->deleted);
}

TEST_F(FeedConnectorTest, IsReadAndNotAnswered) {
  EXPECT_TRUE(connector.limits().read_only());
  EXPECT_EQ(ErrorKind::kForbidden, connector.send({}).error().kind);
  EXPECT_TRUE(connector.thread("x", {"y"})->deleted.empty());
  EXPECT_EQ(ErrorKind::kNotFound, connector.profile("somebody").error().kind);
  EXPECT_EQ(std::vector<std::string>{"feed"}, connector.sources());
  EXPECT_EQ(ErrorKind::kInvalid, connector.hear("notifications", "", clock.now()).error().kind);
}

TEST(FeedState, ReadsWhatItWrote) {
  State state;
  state.url = "https://news.example/";
  state.etag = "\"x\\y\"";
  state.read_at = *parse_time("2024-03-10T12:00:00Z");
  state.due = *state.read_at + 1h;
  state.pause = 900s;
  state.newest = {"a", "b"};
  const State read = state_of(state.text());
  EXPECT_EQ(state.text(), read.text());
  EXPECT_EQ(state.due, read.due);
  for (const char* broken : {"", "{", "[]", "7", "{\"newest\":7,\"pause\":\"x\"}"}) {
    EXPECT_FALSE(state_of(broken).read_at) << broken;
  }
}

TEST(FeedState, PausesKeepToWhatIsAskedWithinBounds) {
  const Time now = *parse_time("2024-03-10T12:00:00Z");
  Document document;
  EXPECT_EQ(15min, pause_after(document, std::nullopt, now));
  EXPECT_EQ(5min, pause_after(document, 10s, now));
  EXPECT_EQ(1h, pause_after(document, 3600s, now));
  document.every = std::chrono::hours{24 * 30};
  EXPECT_EQ(24h, pause_after(document, 3600s, now));
  document.every = std::nullopt;
  document.items.resize(1);
  document.items[0].published = now - std::chrono::days{10};
  EXPECT_EQ(30min, pause_after(document, std::nullopt, now));
  document.items[0].published = now - std::chrono::days{100};
  EXPECT_EQ(2h, pause_after(document, std::nullopt, now));
}

TEST(FeedFetch, ReadsMaxAge) {
  EXPECT_EQ(300s, *max_age_of("public, max-age=300"));
  EXPECT_EQ(300s, *max_age_of("Max-Age = \"300\""));
  EXPECT_FALSE(max_age_of("no-cache, max-age=300"));
  EXPECT_FALSE(max_age_of("s-maxage=300"));
  EXPECT_FALSE(max_age_of("max-age"));
  EXPECT_FALSE(max_age_of(""));
}

class FeedNetworkTest : public ::testing::Test {
 protected:
  FakeTransport transport;
  HandClock clock{*parse_time("2024-03-10T12:00:00Z")};
  std::unique_ptr<Network> network = make_feed_network(transport, clock);

  Result<ConnectedAccount> connect(const std::string& address) {
    ConnectRequest request;
    request.address = address;
    return network->connect(request);
  }
};

TEST_F(FeedNetworkTest, ConnectsByAnAddress) {
  transport.on("https://news.example/feed", 200, feed_with(1, 2));
  for (const char* typed :
       {"https://news.example/feed", " news.example/feed ", "feed:https://news.example/feed",
        "feed://news.example/feed", "http://news.example/feed", "HTTPS://news.example/feed#x"}) {
    const auto account = connect(typed);
    ASSERT_TRUE(account) << typed << account.error().message;
    EXPECT_EQ("News", account->account.name);
    EXPECT_EQ("news.example", account->account.handle);
    EXPECT_FALSE(account->secret.empty());
  }
}

TEST_F(FeedNetworkTest, FindsTheOnlyFeedOfAPage) {
  transport.on("https://news.example/", 200,
               "<link rel=alternate type=application/rss+xml href=/the-feed title=News>");
  transport.on("/the-feed", 200, feed_with(1, 2));
  const auto account = connect("news.example");
  ASSERT_TRUE(account) << account.error().message;
  EXPECT_EQ("https://news.example/the-feed", account->account.native_id);
  const auto found = network->find_sources("news.example");
  ASSERT_TRUE(found);
  ASSERT_EQ(1U, found->size());
  EXPECT_EQ("RSS", found->at(0).format);
}

TEST_F(FeedNetworkTest, OfSeveralFeedsOneIsChosen) {
  transport.on("https://news.example/", 200,
               "<link rel=alternate type=application/rss+xml href=/a title=A>"
               "<link rel=alternate type=application/atom+xml href=/b title=B>");
  const auto account = connect("news.example");
  ASSERT_FALSE(account);
  EXPECT_EQ("address", account.error().field);
  const auto found = network->find_sources("news.example");
  ASSERT_TRUE(found);
  ASSERT_EQ(2U, found->size());
  EXPECT_EQ("https://news.example/b", found->at(1).address);
  EXPECT_EQ("B", found->at(1).title);
}

TEST_F(FeedNetworkTest, LooksInTheUsualPlaces) {
  transport.on("https://news.example", 404, "");
  transport.on("https://news.example/rss.xml", 200, feed_with(1, 2));
  transport.on("https://news.example/blog", 200, "<p>no links</p>");
  const auto account = connect("news.example/blog");
  ASSERT_TRUE(account) << account.error().message;
  EXPECT_EQ("https://news.example/rss.xml", account->account.native_id);
}

TEST_F(FeedNetworkTest, GoesWithoutEncryptionOnlyWhereThereIsNone) {
  transport.on("https://old.example", [](const HttpRequest&) -> Result<HttpResponse> {
    return unavailable("old.example could not be reached.");
  });
  transport.on("http://old.example/feed", 200, feed_with(1, 2));
  EXPECT_EQ("http://old.example/feed", connect("old.example/feed")->account.native_id);
  EXPECT_FALSE(connect("https://old.example/feed"));
}

TEST_F(FeedNetworkTest, KeepsWhereItMovedForGood) {
  transport.on("old.example", 308, "", {{"Location", "https://new.example/feed"}});
  transport.on("new.example", 200, feed_with(1, 2));
  EXPECT_EQ("https://new.example/feed", connect("https://old.example/f")->account.native_id);
  // Connected again by its id it stays who it was.
  ConnectRequest again;
  again.handle = "https://old.example/f";
  EXPECT_EQ("https://old.example/f", network->connect(again)->account.native_id);
}

TEST_F(FeedNetworkTest, SaysWhatIsWrong) {
  transport.on("gone.example", 404, "");
  transport.on("page.example/", 200, "<p>Hello</p>");
  for (const char* typed : {"", "   ", "nonsense", "ftp://x.example/", "javascript:alert(1)",
                            "file:///etc/passwd", "gone.example", "page.example"}) {
    const auto account = connect(typed);
    ASSERT_FALSE(account) << typed;
    EXPECT_EQ(ErrorKind::kInvalid, account.error().kind) << typed;
    EXPECT_EQ("address", account.error().field) << typed;
    EXPECT_FALSE(account.error().message.empty());
  }
}

}  // namespace
}  // namespace rapport::feed
