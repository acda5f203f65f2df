// The connector against replies of the documented shape: nothing here runs a server.

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "base/url.h"
#include "networks/mastodon/connector.h"
#include "networks/mastodon/mastodon.h"
#include "networks/mastodon/names.h"
#include "networks/mastodon/sign_in.h"
#include "networks/mastodon/testing/replies.h"
#include "networks/testing/fake_transport.h"

namespace rapport::mastodon {
namespace {

namespace world = testing;

Time at(std::string_view text) { return *parse_time(text); }

class MastodonVerbs : public ::testing::Test {
 protected:
  void SetUp() override {
    transport_.on("/api/v2/instance", 200, world::instance());
    network_ = make_mastodon_network(transport_, clock_);
    Channel channel;
    channel.limits = network_->limits();
    SecretSlot slot{[this]() -> Result<std::string> { return secret_; },
                    [this](const std::string& text) -> Result<Done> {
                      secret_ = text;
                      return Done{};
                    }};
    connector_ = std::move(*network_->open(channel, std::move(slot)));
  }

  Outgoing act(ActKind kind, std::string target = "social.example/501") {
    Outgoing act;
    act.kind = kind;
    act.record_key = "3mkey";
    act.created_at = at("2026-11-24T12:00:00Z");
    act.text = "It is back tomorrow.";
    act.target_native_id = std::move(target);
    return act;
  }

  // What a form held, decoded.
  static std::string field(const HttpRequest& request, const std::string& name) {
    const std::string body = "&" + request.body + "&";
    const std::string begin = "&" + encode_url_value(name) + "=";
    const std::size_t found = body.find(begin);
    if (found == std::string::npos) return "(none)";
    const std::size_t from = found + begin.size();
    return raw_id(body.substr(from, body.find('&', from) - from));
  }
  static std::string header(const HttpRequest& request, std::string_view name) {
    for (const HttpHeader& each : request.headers) {
      if (each.name == name) return each.value;
    }
    return "(none)";
  }

  HandClock clock_{at("2026-11-24T12:00:05Z")};
  FakeTransport transport_;
  std::unique_ptr<Network> network_;
  std::unique_ptr<Connector> connector_;
  std::string secret_ = world::secret();
};

TEST_F(MastodonVerbs, HearsMentionsOnceAndGoesBackByLinks) {
  const std::string first = "[" +
                            world::notification("a:/2", "mention", "2026-11-24T09:00:01.000Z",
                                                world::ana(), world::mention()) +
                            "," +
                            world::notification("a:/1", "mention", "2026-11-24T09:00:00.000Z",
                                                world::ana(), world::mention()) +
                            "]";
  transport_.on("/api/v1/notifications", 200, first,
                {{"Link",
                  "<https://evil.example/api/v1/notifications?limit=40&max_id=a%3A%2F1>; "
                  "rel=\"next\", <https://social.example/x?min_id=2>; rel=\"prev\""}});
  transport_.on("max_id=a%3A%2F1", 200, "[]");
  const auto heard = connector_->hear("notifications", "", at("2026-11-01T00:00:00Z"));
  ASSERT_TRUE(heard) << heard.error().message;
  ASSERT_EQ(heard->posts.size(), 1U);
  EXPECT_TRUE(heard->posts[0].addressed);
  EXPECT_FALSE(heard->more);
  EXPECT_EQ(heard->read_from, at("2026-11-01T00:00:00Z"));
  EXPECT_EQ(heard->read_to, clock_.now());
  const auto asked = transport_.asked("/api/v1/notifications");
  ASSERT_EQ(asked.size(), 2U);
  // Where the next page is asked for is ours to say; the link gives its query alone.
  EXPECT_EQ(asked[1].url,
            "https://social.example/api/v1/notifications?limit=40&max_id=a%3A%2F1"
            "&include_filtered=true");
  EXPECT_EQ(header(asked[1], "Authorization"), "Bearer token-1");
}

// A stranger's direct message is filtered by Mastodon's own default, on every page.
TEST_F(MastodonVerbs, HearsWhatAPolicyFilters) {
  transport_.on("/api/v1/notifications", [&](const HttpRequest& request) -> Result<HttpResponse> {
    const bool all = request.url.find("include_filtered=true") != std::string::npos;
    const bool second = request.url.find("max_id=") != std::string::npos;
    const std::string id = second ? "1" : "2";
    const std::string when = second ? "2026-11-24T09:00:00.000Z" : "2026-11-24T10:00:00.000Z";
    std::vector<HttpHeader> headers;
    if (!second) {
      headers.push_back({"Link", "<https://social.example/x?limit=40&max_id=2>; rel=\"next\""});
    }
    const std::string told = world::notification(
        id, "mention", when, world::ana(),
        world::status(id, world::ana(), "hello", when, R"("visibility":"direct",)"));
    return HttpResponse{200, headers, all ? "[" + told + "]" : "[]"};
  });
  const auto heard = connector_->hear("notifications", "", at("2026-11-24T09:30:00Z"));
  ASSERT_TRUE(heard) << heard.error().message;
  ASSERT_EQ(transport_.asked("/api/v1/notifications").size(), 2U);
  EXPECT_EQ(heard->posts.size(), 1U);
  const auto all = connector_->hear("notifications", "", at("2026-11-24T08:00:00Z"));
  ASSERT_TRUE(all);
  EXPECT_EQ(all->posts.size(), 2U);
}

TEST_F(MastodonVerbs, GoesBackByIdsWhereAServerLinksNothingAndStopsWhereItWas) {
  std::atomic<int> pages{0};
  transport_.on("/api/v1/notifications", [&](const HttpRequest& request) -> Result<HttpResponse> {
    ++pages;
    const bool first = request.url.find("max_id") == std::string::npos;
    return HttpResponse{
        200,
        {},
        "[" +
            world::notification(
                first ? "n 2" : "n1", "mention",
                first ? "2026-11-24T11:30:00.000Z" : "2026-11-20T09:00:00.000Z", world::ana(),
                world::status(first ? "2" : "1", world::ana(), "hi", "2026-11-24T09:00:00.000Z")) +
            "]"};
  });
  auto heard = connector_->hear("notifications", "", at("2026-11-23T00:00:00Z"));
  ASSERT_TRUE(heard);
  // The second page lies below what is wanted and is the end.
  EXPECT_EQ(pages, 2);
  EXPECT_EQ(heard->posts.size(), 1U);
  EXPECT_NE(transport_.asked("max_id=n%202").size(), 0U);
  // Next time the newest page reaches below what was read.
  pages = 0;
  clock_.set(at("2026-11-24T12:20:00Z"));
  heard = connector_->hear("notifications", heard->cursor, at("2026-11-23T00:00:00Z"));
  ASSERT_TRUE(heard);
  EXPECT_EQ(pages, 1);
}

TEST_F(MastodonVerbs, TellsAnswersGivenElsewhereAndDeletions) {
  const auto own = [&](std::string_view id, std::string_view when) {
    return world::status(id, world::us(), "<p>ours</p>", when);
  };
  transport_.on("/accounts/9/statuses", 200,
                "[" + own("12", "2026-11-24T11:00:00.000Z") + "," +
                    own("11", "2026-11-24T10:00:00.000Z") + "]",
                {{"Link", "<https://social.example/x?max_id=11>; rel=\"next\""}});
  transport_.on("max_id=11", 200, "[]");
  auto heard = connector_->hear("own_posts", "", at("2026-11-01T00:00:00Z"));
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_EQ(heard->posts.size(), 2U);
  // Not asked again at once.
  const auto before = transport_.asked("/accounts/9/statuses").size();
  auto again = connector_->hear("own_posts", heard->cursor, at("2026-11-01T00:00:00Z"));
  ASSERT_TRUE(again);
  EXPECT_EQ(transport_.asked("/accounts/9/statuses").size(), before);
  EXPECT_EQ(again->cursor, heard->cursor);
  // Later one is missing, and the server says that it is gone.
  clock_.set(at("2026-11-24T12:05:00Z"));
  transport_.on("/accounts/9/statuses?limit", 200,
                "[" + own("11", "2026-11-24T10:00:00.000Z") + "]");
  transport_.on("/api/v1/statuses/12", 404, R"({"error":"Record not found"})");
  heard = connector_->hear("own_posts", heard->cursor, at("2026-11-01T00:00:00Z"));
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_EQ(heard->deleted, std::vector<std::string>{"social.example/12"});
}

TEST_F(MastodonVerbs, ReadsHashtagsAndSearches) {
  const std::string posts =
      "[" +
      world::status("3", world::ana(), "#rye", "2026-11-24T10:00:00.000Z", R"("language":"de",)") +
      "]";
  transport_.on("/api/v1/timelines/tag/r%C3%B6ggli", 200, posts);
  transport_.on("max_id=3", 200, "[]");
  auto heard = connector_->hear("hashtag:röggli", "", at("2026-11-24T00:00:00Z"));
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_EQ(heard->posts.size(), 1U);
  EXPECT_FALSE(heard->posts[0].addressed);

  transport_.on("/api/v2/search", 200, R"({"accounts":[],"hashtags":[],"statuses":)" + posts + "}");
  SearchQuestion question;
  question.words = "northwind bakery";
  question.hashtags = {"rye"};
  heard = connector_->search(question, "", at("2026-11-24T00:00:00Z"));
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_EQ(heard->posts.size(), 1U);
  EXPECT_TRUE(heard->more);
  ASSERT_EQ(transport_.asked("q=northwind%20bakery%20%23rye").size(), 1U);
  heard = connector_->search(question, heard->cursor, at("2026-11-24T00:00:00Z"));
  ASSERT_TRUE(heard);
  EXPECT_EQ(transport_.asked("offset=1").size(), 1U);
  question.langs = {"en"};
  heard = connector_->search(question, "", at("2026-11-24T00:00:00Z"));
  ASSERT_TRUE(heard);
  EXPECT_TRUE(heard->posts.empty());
  EXPECT_EQ(connector_->search({}, "", Time{}).error().kind, ErrorKind::kInvalid);
}

// Mastodon's ids count the milliseconds they were made at, above 16 bits.
std::string id_at_time(const std::string& time) {
  return std::to_string(to_micros(at(time)) / 1000 << 16);
}

TEST_F(MastodonVerbs, BeginsASearchOfAnOldTimeThere) {
  const auto post = [](const std::string& time) {
    return world::status(id_at_time(time), world::ana(), "tea #tea", time);
  };
  const auto found = [&](const std::string& time) {
    return R"({"accounts":[],"hashtags":[],"statuses":[)" + post(time) + "]}";
  };
  SearchQuestion question;
  question.words = "tea";
  question.until = at("2026-10-02T00:00:00Z");
  const Time since = at("2026-10-01T00:00:00Z");
  const std::string there = "max_id=" + id_at_time("2026-10-02T02:00:00Z");  // with some hours more
  transport_.on("offset=0", 200, found("2026-11-24T10:00:00.000Z"));
  transport_.on("offset=0&" + there, 200, found("2026-10-01T20:00:00.000Z"));
  transport_.on("offset=1&" + there, 200, found("2026-09-30T20:00:00.000Z"));
  auto heard = connector_->search(question, "", since);
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_TRUE(heard->posts.empty()) << "said later";
  ASSERT_TRUE(heard->more);
  heard = connector_->search(question, heard->cursor, since);
  ASSERT_TRUE(heard) << heard.error().message;
  ASSERT_EQ(heard->posts.size(), 1U);
  EXPECT_EQ(heard->posts[0].created_at, at("2026-10-01T20:00:00Z"));
  EXPECT_EQ(heard->read_to, *question.until);
  ASSERT_TRUE(heard->more);
  heard = connector_->search(question, heard->cursor, since);
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_TRUE(heard->posts.empty());
  EXPECT_FALSE(heard->more);
  EXPECT_FALSE(heard->gap_from);

  // So is the timeline of a tag.
  question.words.clear();
  question.hashtags = {"tea"};
  transport_.on("/api/v1/timelines/tag/tea", 200, "[" + post("2026-11-24T10:00:00.000Z") + "]");
  transport_.on(
      "/api/v1/timelines/tag/tea?limit=40&" + there, 200,
      "[" + post("2026-10-01T20:00:00.000Z") + "," + post("2026-09-30T20:00:00.000Z") + "]");
  transport_.on("max_id=" + id_at_time("2026-09-30T20:00:00.000Z"), 200,
                "[" + post("2026-09-30T10:00:00.000Z") + "]");
  heard = connector_->search(question, "", since);
  ASSERT_TRUE(heard) << heard.error().message;
  ASSERT_EQ(heard->posts.size(), 1U);
  EXPECT_EQ(heard->posts[0].created_at, at("2026-10-01T20:00:00Z"));
  EXPECT_FALSE(heard->more);
  EXPECT_EQ(transport_.asked("/api/v1/timelines/tag/tea").size(), 3U);
}

TEST_F(MastodonVerbs, ReadsASearchFromItsBeginningWhereIdsAreNotHeeded) {
  const auto found = [&](const std::string& time) {
    return R"({"accounts":[],"hashtags":[],"statuses":[)" +
           world::status(id_at_time(time), world::ana(), "tea", time) + "]}";
  };
  SearchQuestion question;
  question.words = "tea";
  question.until = at("2026-10-02T00:00:00Z");
  transport_.on("offset=0", 200, found("2026-11-24T10:00:00.000Z"));
  transport_.on("offset=1", 200, found("2026-10-01T20:00:00.000Z"));
  transport_.on("offset=2", 200, R"({"accounts":[],"hashtags":[],"statuses":[]})");
  std::vector<NetworkPost> posts;
  std::string cursor;
  int asked = 0;
  for (bool more = true; more && asked < 9; ++asked) {
    auto heard = connector_->search(question, cursor, at("2026-10-01T00:00:00Z"));
    ASSERT_TRUE(heard) << heard.error().message;
    posts.insert(posts.end(), heard->posts.begin(), heard->posts.end());
    cursor = heard->cursor;
    more = heard->more;
  }
  EXPECT_EQ(asked, 4) << "once more at its beginning, by id";
  ASSERT_EQ(posts.size(), 1U);
  EXPECT_EQ(posts[0].created_at, at("2026-10-01T20:00:00Z"));
}

// Pleroma and others show a post where it came, however old it is: one of last year that comes
// today stands at the top, and hides nothing of what stands below.
TEST_F(MastodonVerbs, ReadsOnBelowAnOldPostThatCameLate) {
  const auto post = [](std::string_view id, std::string_view when) {
    return world::status(id, world::ana(), "#rye", when);
  };
  transport_.on("/api/v1/timelines/tag/rye", 200,
                "[" + post("30", "2026-11-24T11:00:00.000Z") + "," +
                    post("29", "2025-03-01T08:00:00.000Z") + "]");
  transport_.on("max_id=29", 200, "[" + post("28", "2026-11-24T10:00:00.000Z") + "]");
  transport_.on("max_id=28", 200, "[" + post("27", "2026-11-20T10:00:00.000Z") + "]");
  const auto heard = connector_->hear("hashtag:rye", "", at("2026-11-24T00:00:00Z"));
  ASSERT_TRUE(heard) << heard.error().message;
  ASSERT_EQ(heard->posts.size(), 2U);
  EXPECT_EQ(heard->posts[1].native_id, "social.example/28");
  EXPECT_FALSE(heard->more);
  // A page that lies below as a whole is the end.
  EXPECT_TRUE(transport_.asked("max_id=27").empty());
}

TEST_F(MastodonVerbs, ReadsAThreadToItsRootAndKnowsWhatIsGone) {
  const auto post = [&](std::string_view id, std::string_view parent) {
    return world::status(
        id, world::ana(), "x", "2026-11-24T09:00:00.000Z",
        parent.empty() ? "" : R"("in_reply_to_id":")" + std::string(parent) + "\",");
  };
  transport_.on("/api/v1/statuses/20", 200, post("20", "10"));
  transport_.on(
      "/api/v1/statuses/20/context", 200,
      R"({"ancestors":[)" + post("10", "") + R"(],"descendants":[)" + post("30", "20") + "]}");
  transport_.on("/api/v1/statuses/10", 200, post("10", ""));
  transport_.on("/api/v1/statuses/10/context", 200,
                R"({"ancestors":[],"descendants":[)" + post("20", "10") + "," + post("21", "10") +
                    "," + post("30", "20") + "]}");
  transport_.on("/api/v1/statuses/22", 404, R"({"error":"Record not found"})");
  const auto thread =
      connector_->thread("social.example/20", {"social.example/22", "social.example/30"});
  ASSERT_TRUE(thread) << thread.error().message;
  EXPECT_EQ(thread->posts.size(), 4U);
  for (const NetworkPost& each : thread->posts) {
    EXPECT_EQ(each.root_native_id, "social.example/10") << each.native_id;
  }
  EXPECT_EQ(thread->deleted, std::vector<std::string>{"social.example/22"});

  transport_.on("/api/v1/statuses/99", 404, R"({"error":"Record not found"})");
  const auto gone = connector_->thread("social.example/99", {});
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().kind, ErrorKind::kNotFound);
}

TEST_F(MastodonVerbs, AsksForNoMoreOfADeletedThreadThanAServerGives) {
  transport_.on("/api/v1/statuses/", 404, R"({"error":"Record not found"})");
  std::vector<std::string> known;
  for (int i = 0; i < 400; ++i) known.push_back("social.example/" + std::to_string(1000 + i));
  const auto thread = connector_->thread("social.example/1000", known);
  ASSERT_TRUE(thread) << thread.error().message;
  EXPECT_LE(transport_.asked("/api/v1/statuses/").size(), 61U);
  // What was asked for is told, and that there is more.
  EXPECT_EQ(thread->deleted.size(), 61U);
  EXPECT_FALSE(thread->complete);
}

TEST_F(MastodonVerbs, SaysHowPeopleStandToUs) {
  transport_.on("/api/v1/accounts/41", 200, world::ana());
  transport_.on("/accounts/relationships", 200,
                R"([{"id":"41","following":false,"requested":true,"followed_by":true}])");
  const auto account = connector_->profile("social.example/41");
  ASSERT_TRUE(account) << account.error().message;
  EXPECT_TRUE(account->whole_profile);
  EXPECT_EQ(account->follows_us, true);
  EXPECT_EQ(account->followed_by_us, "social.example/41/9");
  EXPECT_EQ(account->blocked_by_us, "");
  // An id with signs to escape is escaped once.
  transport_.on("/api/v1/accounts/4%3A1", 200,
                world::account("4:1", "mia@elsewhere.example", "Mia"));
  ASSERT_TRUE(connector_->profile("social.example/4%3A1"));
  EXPECT_TRUE(transport_.asked("relationships").back().url.ends_with("=4%3A1"))
      << transport_.asked("relationships").back().url;
  transport_.on("/api/v1/accounts/42", 410, "");
  EXPECT_EQ(connector_->profile("social.example/42")->standing, AccountStanding::kDeleted);
}

TEST_F(MastodonVerbs, AnswersUnderTheSameWarningAndNoMorePublic) {
  transport_.on("/api/v1/statuses/501", 200, world::mention());
  transport_.on("/api/v1/statuses", [&](const HttpRequest& request) -> Result<HttpResponse> {
    if (request.method != HttpMethod::kPost) return HttpResponse{200, {}, world::mention()};
    return HttpResponse{
        200,
        {},
        world::status(
            "600", world::us(),
            R"(<p><a href=\"https://elsewhere.example/@ana\" class=\"u-url mention\">@<span>ana</span></a> It is back tomorrow.</p>)",
            "2026-11-24T12:00:06.000Z",
            R"("in_reply_to_id":"501","mentions":[{"id":"41","username":"ana","url":"https://elsewhere.example/@ana","acct":"ana@elsewhere.example"}],)")};
  });
  Outgoing reply = act(ActKind::kReply);
  reply.langs = {"en-GB"};
  const auto sent = connector_->send(reply);
  ASSERT_TRUE(sent) << sent.error().message;
  EXPECT_EQ(sent->native_id, "social.example/600");
  EXPECT_EQ(sent->text, "@ana@elsewhere.example It is back tomorrow.");
  ASSERT_EQ(sent->entities.size(), 1U);
  EXPECT_EQ(sent->entities[0].value, "social.example/41");
  const auto asked = transport_.asked("/api/v1/statuses");
  const HttpRequest& post = asked.back();
  EXPECT_EQ(post.url, "https://social.example/api/v1/statuses");
  EXPECT_TRUE(post.once);
  EXPECT_EQ(header(post, "Idempotency-Key"), "3mkey");
  EXPECT_EQ(field(post, "status"), "@ana@elsewhere.example It is back tomorrow.");
  EXPECT_EQ(field(post, "in_reply_to_id"), "501");
  EXPECT_EQ(field(post, "spoiler_text"), "food");
  EXPECT_EQ(field(post, "sensitive"), "true");
  EXPECT_EQ(field(post, "visibility"), "unlisted");
  EXPECT_EQ(field(post, "language"), "en");
  EXPECT_EQ(visibility_below("direct"), "direct");
  EXPECT_EQ(visibility_below("mutuals_only"), "direct");
}

// What is not for everybody reaches those alone whom it names.
TEST_F(MastodonVerbs, AnswersAmongAllWhoReadAPrivatePost) {
  const std::string ana =
      R"({"id":"41","username":"ana","url":"https://elsewhere.example/@ana","acct":"ana@elsewhere.example"})";
  const std::string bo =
      R"({"id":"42","username":"bo","url":"https://social.example/@bo","acct":"bo"})";
  const std::string us =
      R"({"id":"9","username":"northwind","url":"https://social.example/@northwind","acct":"northwind"})";
  const auto answered = [&](const std::string& author, const std::string& visibility,
                            const std::string& mentions, const std::string& text = "Hello.") {
    transport_.on(
        "/api/v1/statuses/501", 200,
        world::status("501", author, "x", "2026-11-24T11:00:00.000Z",
                      R"("visibility":")" + visibility + R"(","mentions":[)" + mentions + "],"));
    transport_.on("/api/v1/statuses", [&](const HttpRequest& request) -> Result<HttpResponse> {
      if (request.method != HttpMethod::kPost) {
        return HttpResponse{200,
                            {},
                            world::status("501", author, "x", "2026-11-24T11:00:00.000Z",
                                          R"("visibility":")" + visibility + R"(","mentions":[)" +
                                              mentions + "],")};
      }
      return HttpResponse{
          200, {}, world::status("604", world::us(), "x", "2026-11-24T12:00:06.000Z")};
    });
    Outgoing reply = act(ActKind::kReply);
    reply.text = text;
    EXPECT_TRUE(connector_->send(reply));
    return field(transport_.asked("/api/v1/statuses").back(), "status");
  };
  // A follow-up to our own.
  EXPECT_EQ(answered(world::us(), "direct", ana), "@ana@elsewhere.example Hello.");
  EXPECT_EQ(answered(world::us(), "private", ana + "," + bo),
            "@ana@elsewhere.example @bo@social.example Hello.");
  EXPECT_EQ(answered(world::us(), "direct", ana, "@ana@elsewhere.example Hello."),
            "@ana@elsewhere.example Hello.");
  // Among three.
  EXPECT_EQ(answered(world::ana(), "direct", us + "," + bo + "," + ana),
            "@ana@elsewhere.example @bo@social.example Hello.");
  // In public a name is for who is answered.
  EXPECT_EQ(answered(world::us(), "public", ana), "Hello.");
  EXPECT_EQ(answered(world::ana(), "public", us + "," + bo), "@ana@elsewhere.example Hello.");
}

TEST_F(MastodonVerbs, FindsAnAnswerAmongSeveralAgain) {
  transport_.on(
      "/accounts/9/statuses", 200,
      "[" +
          world::status(
              "701", world::us(),
              R"(<a href=\"https://elsewhere.example/@ana\" class=\"u-url mention\">@<span>ana</span></a> <a href=\"https://social.example/@bo\" class=\"u-url mention\">@<span>bo</span></a> Hello.)",
              "2026-11-24T12:01:00.000Z",
              R"("in_reply_to_id":"501","mentions":[{"id":"41","username":"ana","url":"https://elsewhere.example/@ana","acct":"ana@elsewhere.example"},{"id":"42","username":"bo","url":"https://social.example/@bo","acct":"bo"}],)") +
          "]");
  transport_.on("max_id=701", 200, "[]");
  Outgoing reply = act(ActKind::kReply);
  reply.text = "Hello.";
  const auto found = connector_->look_up(reply);
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_TRUE(*found);
  EXPECT_EQ((*found)->native_id, "social.example/701");
  reply.text = "Something else.";
  const auto none = connector_->look_up(reply);
  ASSERT_TRUE(none);
  EXPECT_FALSE(*none);
}

TEST_F(MastodonVerbs, CountsAsTheServerDoes) {
  transport_.on("/api/v1/statuses/501", 200, world::mention());
  Outgoing reply = act(ActKind::kReply);
  // "@ana " counts 5 and the warning "food" 4.
  reply.text = std::string(492, 'x');
  const auto sent = connector_->send(reply);
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().kind, ErrorKind::kInvalid);
  EXPECT_NE(sent.error().message.find("1 character too long"), std::string::npos)
      << sent.error().message;
  for (const HttpRequest& each : transport_.asked("/api/v1/statuses")) {
    EXPECT_NE(each.method, HttpMethod::kPost);
  }
}

TEST_F(MastodonVerbs, StoresPicturesWithTheirWordsAndWaitsForThem) {
  std::atomic<int> looks{0};
  transport_.on("/api/v2/media", 202, R"({"id":"m1","type":"image","url":null})");
  transport_.on("/api/v1/media/m1", [&](const HttpRequest&) -> Result<HttpResponse> {
    return HttpResponse{++looks < 2 ? 206 : 200, {}, R"({"id":"m1"})"};
  });
  transport_.on(
      "/api/v1/statuses", 200,
      world::status("601", world::us(), "It is back tomorrow.", "2026-11-24T12:00:06.000Z"));
  Outgoing post = act(ActKind::kPost, "");
  post.images.push_back(OutgoingImage{"BYTES", "image/png", "a loaf", 2, 2});
  const auto sent = connector_->send(post);
  ASSERT_TRUE(sent) << sent.error().message;
  EXPECT_EQ(looks, 2);
  const HttpRequest upload = transport_.asked("/api/v2/media").at(0);
  EXPECT_TRUE(header(upload, "Content-Type").starts_with("multipart/form-data; boundary="));
  EXPECT_NE(upload.body.find("name=\"description\"\r\n\r\na loaf\r\n"), std::string::npos);
  EXPECT_NE(upload.body.find("Content-Type: image/png\r\n\r\nBYTES\r\n"), std::string::npos);
  EXPECT_EQ(field(transport_.asked("/api/v1/statuses").back(), "media_ids[]"), "m1");
}

TEST_F(MastodonVerbs, QuotesWhereTheServerDoes) {
  transport_.on("/api/v1/statuses/501", 200, world::mention());
  transport_.on("/api/v1/statuses", [&](const HttpRequest& request) -> Result<HttpResponse> {
    if (request.method != HttpMethod::kPost) return HttpResponse{200, {}, world::mention()};
    return HttpResponse{
        200, {}, world::status("602", world::us(), "x", "2026-11-24T12:00:06.000Z")};
  });
  ASSERT_TRUE(connector_->send(act(ActKind::kQuote)));
  EXPECT_EQ(field(transport_.asked("/api/v1/statuses").back(), "quoted_status_id"), "501");
  const auto server = read_server(world::old_instance());
  ASSERT_TRUE(server);
  EXPECT_EQ(server->domain, "pleroma.example");
  EXPECT_EQ(server->limits.text_max, 5000);
  EXPECT_EQ(server->limits.images_max, 6);
  EXPECT_EQ(server->quoting, Quoting::kQuoteId);
  EXPECT_EQ(read_server(R"({"uri":"plain.example"})")->quoting, Quoting::kNone);
  EXPECT_FALSE(read_server("{}"));
}

TEST_F(MastodonVerbs, FavouritesBoostsFollowsAndTakesThemBack) {
  transport_.on("/api/v1/", 200, "{}");
  const struct {
    ActKind kind;
    std::string target, asked, stands;
  } cases[] = {
      {ActKind::kLike, "social.example/501", "statuses/501/favourite", "social.example/501/9"},
      {ActKind::kUnlike, "social.example/501/9", "statuses/501/unfavourite",
       "social.example/501/9"},
      {ActKind::kRepost, "social.example/501", "statuses/501/reblog", "social.example/501/9"},
      {ActKind::kUnrepost, "social.example/501/9", "statuses/501/unreblog", "social.example/501/9"},
      {ActKind::kFollow, "social.example/41", "accounts/41/follow", "social.example/41/9"},
      {ActKind::kUnfollow, "social.example/41/9", "accounts/41/unfollow", "social.example/41/9"},
      {ActKind::kMute, "social.example/41", "accounts/41/mute", "social.example/41"},
      {ActKind::kUnmute, "social.example/41", "accounts/41/unmute", "social.example/41"},
      {ActKind::kBlock, "social.example/41", "accounts/41/block", "social.example/41/9"},
      {ActKind::kUnblock, "social.example/41/9", "accounts/41/unblock", "social.example/41/9"},
  };
  for (const auto& each : cases) {
    const auto sent = connector_->send(act(each.kind, each.target));
    ASSERT_TRUE(sent) << each.asked << " " << sent.error().message;
    EXPECT_EQ(sent->native_id, each.stands) << each.asked;
    EXPECT_EQ(transport_.asked("/api/v1/" + each.asked).size(), 1U) << each.asked;
  }
  ASSERT_TRUE(connector_->send(act(ActKind::kDelete, "social.example/12")));
  EXPECT_EQ(transport_.asked("/api/v1/statuses/12").at(0).method, HttpMethod::kDelete);
  // What another server calls by another id is never guessed.
  EXPECT_EQ(connector_->send(act(ActKind::kLike, "other.example/501")).error().kind,
            ErrorKind::kInvalid);
}

TEST_F(MastodonVerbs, SaysHowFarAFailureCame) {
  transport_.on("/api/v1/statuses/501", 200, world::mention());
  const struct {
    int status;
    std::string body;
    ErrorKind kind;
  } cases[] = {
      {401, R"({"error":"The access token is invalid"})", ErrorKind::kUnauthorized},
      {403, R"({"error":"This action is not allowed"})", ErrorKind::kForbidden},
      {403, R"({"error":"Your login is currently disabled"})", ErrorKind::kUnauthorized},
      {422, R"({"error":"Validation failed: Text can't be blank"})", ErrorKind::kInvalid},
      {429, R"({"error":"Too many requests"})", ErrorKind::kTooMany},
      {500, "", ErrorKind::kUnknown},
      {502, "<html>", ErrorKind::kUnknown},
      {302, "", ErrorKind::kUnavailable},
  };
  for (const auto& each : cases) {
    SetUp();
    transport_.on("/favourite", each.status, each.body);
    const auto sent = connector_->send(act(ActKind::kLike));
    ASSERT_FALSE(sent) << each.status;
    EXPECT_EQ(sent.error().kind, each.kind) << each.status << " " << each.body;
  }
  SetUp();
  // Reading is never unknown.
  transport_.on("/api/v1/notifications", 500, "");
  EXPECT_EQ(connector_->hear("notifications", "", Time{}).error().kind, ErrorKind::kUnavailable);
  transport_.on("/favourite", [](const HttpRequest&) -> Result<HttpResponse> {
    return fail(ErrorKind::kUnknown, "no answer");
  });
  EXPECT_EQ(connector_->send(act(ActKind::kLike)).error().kind, ErrorKind::kUnknown);
  // A 200 that says nothing may have been a post.
  transport_.on("/api/v1/statuses", 200, "<html>");
  EXPECT_EQ(connector_->send(act(ActKind::kPost)).error().kind, ErrorKind::kUnknown);
}

TEST_F(MastodonVerbs, KeepsToTheServersLimits) {
  transport_.on("/api/v1/notifications", 200, "[]",
                {{"X-RateLimit-Limit", "300"},
                 {"X-RateLimit-Remaining", "0"},
                 {"X-RateLimit-Reset", "2026-11-24T12:04:05.000000Z"}});
  ASSERT_TRUE(connector_->hear("notifications", "", at("2026-11-24T00:00:00Z")));
  const auto refused = connector_->hear("notifications", "", at("2026-11-24T00:00:00Z"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kTooMany);
  EXPECT_EQ(refused.error().retry_after_seconds, 240);
  EXPECT_EQ(transport_.asked("/api/v1/notifications").size(), 1U);
}

TEST_F(MastodonVerbs, WritesPostsOneAfterAnother) {
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  transport_.on("/api/v1/statuses", [&](const HttpRequest&) -> Result<HttpResponse> {
    most = std::max(most.load(), ++inside);
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    --inside;
    return HttpResponse{
        200, {}, world::status("603", world::us(), "x", "2026-11-24T12:00:06.000Z")};
  });
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { EXPECT_TRUE(connector_->send(act(ActKind::kPost, ""))); });
  }
  for (auto& each : threads) each.join();
  EXPECT_EQ(most, 1);
}

TEST_F(MastodonVerbs, FindsAPostAgainByWhatItSays) {
  const auto answer = [&](std::string_view id, std::string_view html, std::string_view parent,
                          std::string_view when) {
    return world::status(
        id, world::us(), html, when,
        R"("in_reply_to_id":")" + std::string(parent) +
            R"(","mentions":[{"id":"41","username":"ana","url":"https://elsewhere.example/@ana","acct":"ana@elsewhere.example"}],)");
  };
  const std::string name =
      R"(<a href=\"https://elsewhere.example/@ana\" class=\"u-url mention\">@<span>ana</span></a> )";
  Outgoing reply = act(ActKind::kReply);
  reply.text = "It is back: https://northwind.example/rye/and/more";
  const std::string link =
      R"(It is back: <a href=\"https://northwind.example/rye/and/more\"><span class=\"invisible\">https://</span><span class=\"ellipsis\">northwind.example/rye</span><span class=\"invisible\">/and/more</span></a>)";
  transport_.on("/accounts/9/statuses", 200,
                "[" + answer("703", name + link, "777", "2026-11-24T12:03:00.000Z") + "," +
                    answer("702", name + "Something else", "501", "2026-11-24T12:02:00.000Z") +
                    "," + answer("701", name + link, "501", "2026-11-24T12:01:00.000Z") + "," +
                    answer("700", name + link, "501", "2026-11-23T12:01:00.000Z") + "]");
  const auto found = connector_->look_up(reply);
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_TRUE(*found);
  EXPECT_EQ((*found)->native_id, "social.example/701");
  reply.text = "Never said";
  const auto none = connector_->look_up(reply);
  ASSERT_TRUE(none);
  EXPECT_FALSE(*none);
}

TEST_F(MastodonVerbs, LooksUpWhatStandsBetweenUs) {
  transport_.on("/api/v1/statuses/501", 200, world::mention());  // favourited, not boosted
  EXPECT_TRUE(*connector_->look_up(act(ActKind::kLike)));
  EXPECT_FALSE(*connector_->look_up(act(ActKind::kRepost)));
  EXPECT_FALSE(*connector_->look_up(act(ActKind::kUnlike, "social.example/501/9")));
  EXPECT_FALSE(*connector_->look_up(act(ActKind::kDelete)));
  transport_.on("/accounts/relationships", 200, R"([{"id":"41","requested":true,"muting":true}])");
  EXPECT_TRUE(*connector_->look_up(act(ActKind::kFollow, "social.example/41")));
  EXPECT_FALSE(*connector_->look_up(act(ActKind::kUnmute, "social.example/41")));
  EXPECT_TRUE(*connector_->look_up(act(ActKind::kUnblock, "social.example/41/9")));
  transport_.on("/api/v1/statuses/404", 404, "{}");
  EXPECT_TRUE(*connector_->look_up(act(ActKind::kDelete, "social.example/404")));
}

TEST_F(MastodonVerbs, RenewsATokenThatExpires) {
  secret_.replace(secret_.find("\"refresh\":\"\""), 12, "\"refresh\":\"again\"");
  transport_.on("/api/v1/notifications", [&](const HttpRequest& request) -> Result<HttpResponse> {
    if (header(request, "Authorization") == "Bearer token-2") return HttpResponse{200, {}, "[]"};
    return HttpResponse{401, {}, R"({"error":"The access token expired"})"};
  });
  transport_.on("/oauth/token", 200, R"({"access_token":"token-2","refresh_token":"more"})");
  ASSERT_TRUE(connector_->hear("notifications", "", at("2026-11-24T00:00:00Z")));
  EXPECT_NE(secret_.find("token-2"), std::string::npos);
  EXPECT_EQ(field(transport_.asked("/oauth/token").at(0), "refresh_token"), "again");
}

TEST_F(MastodonVerbs, SignsInWithACodeAndPkce) {
  transport_.on(
      "/.well-known/oauth-authorization-server", 200,
      R"({"issuer":"https://social.example/","authorization_endpoint":"https://social.example/oauth/authorize","token_endpoint":"https://social.example/oauth/token","scopes_supported":["read","write","write:statuses","write:media","write:favourites","write:follows","write:mutes","write:blocks"],"code_challenge_methods_supported":["S256"]})");
  transport_.on("/api/v1/apps", 200, R"({"id":"1","client_id":"cid","client_secret":"csec"})");
  const auto start =
      network_->start_sign_in({"social.example", "https://desk.example/oauth/callback"});
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_TRUE(start->address.starts_with(
      "https://social.example/oauth/authorize?response_type=code&client_id=cid&redirect_uri="
      "https%3A%2F%2Fdesk.example%2Foauth%2Fcallback&scope=read%20write%3Astatuses"))
      << start->address;
  EXPECT_NE(start->address.find("&code_challenge_method=S256"), std::string::npos);
  const HttpRequest app = transport_.asked("/api/v1/apps").at(0);
  EXPECT_EQ(field(app, "redirect_uris"), "https://desk.example/oauth/callback");

  transport_.on("/oauth/token", 200, R"({"access_token":"fresh","token_type":"Bearer"})");
  transport_.on("/verify_credentials", 200, world::us());
  const auto connected = network_->finish_sign_in(start->kept, " the-code ");
  ASSERT_TRUE(connected) << connected.error().message;
  EXPECT_EQ(connected->account.native_id, "social.example/9");
  EXPECT_EQ(connected->account.handle, "northwind@social.example");
  EXPECT_EQ(connected->service, "https://social.example");
  ASSERT_TRUE(connected->limits);
  EXPECT_EQ(connected->limits->image_bytes_max, 16777216);
  const HttpRequest token = transport_.asked("/oauth/token").at(0);
  EXPECT_EQ(field(token, "code"), "the-code");
  EXPECT_EQ(field(token, "client_secret"), "csec");
  EXPECT_EQ(field(token, "code_verifier").size(), 43U);
  EXPECT_EQ(header(transport_.asked("/verify_credentials").at(0), "Authorization"), "Bearer fresh");
}

TEST_F(MastodonVerbs, SignsInWhereAServerSaysLess) {
  transport_.on("/api/v2/instance", 404, "");
  transport_.on("/api/v1/instance", 200, world::old_instance());
  transport_.on("/api/v1/apps", 200, R"({"client_id":"cid","client_secret":"csec"})");
  const auto start = network_->start_sign_in({"pleroma.example", ""});
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_NE(start->address.find("redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob"),
            std::string::npos);
  EXPECT_EQ(start->address.find("code_challenge"), std::string::npos);
  EXPECT_NE(start->address.find("scope=read%20write"), std::string::npos);
  transport_.on("/oauth/token", 400, R"({"error":"invalid_grant"})");
  const auto refused = network_->finish_sign_in(start->kept, "old");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(refused.error().field, "code");
  transport_.on("/oauth/token", 503, "");
  const auto away = network_->finish_sign_in(start->kept, "good");
  ASSERT_FALSE(away);
  EXPECT_EQ(away.error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(away.error().field, "code");
  transport_.on("/oauth/token", 200, "{}");
  EXPECT_EQ(network_->finish_sign_in(start->kept, "good").error().field, "code");
}

TEST_F(MastodonVerbs, TellsOfAServerThatDoesNotAnswerWhereItWasNamed) {
  transport_.on("https://away.example/", 503, "");
  const auto away = network_->start_sign_in({"away.example", ""});
  ASSERT_FALSE(away);
  EXPECT_EQ(away.error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(away.error().field, "service");
}

TEST_F(MastodonVerbs, FindsTheServerOfAHandleAndSaysWhatIsNone) {
  transport_.on(
      "https://brand.example/.well-known/webfinger", 200,
      R"({"subject":"acct:us@brand.example","links":[{"rel":"self","type":"application/activity+json","href":"https://social.example/users/us"}]})");
  transport_.on("/api/v1/apps", 200, R"({"client_id":"cid","client_secret":"csec"})");
  const auto start = network_->start_sign_in({"@us@brand.example", ""});
  ASSERT_TRUE(start) << start.error().message;
  EXPECT_EQ(start->service, "https://social.example");
  transport_.on("https://blog.example/", 404, "<html>");
  const auto none = network_->start_sign_in({"blog.example", ""});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().field, "service");
  EXPECT_EQ(network_->start_sign_in({"not a server", ""}).error().field, "service");
  EXPECT_EQ(network_->start_sign_in({"", ""}).error().field, "service");
}

TEST(MastodonLinks, TakesTheQueryOfTheRightRelation) {
  const std::string link =
      R"(<https://a.example/x?max_id=1&y=a,b>; rel="next", <https://a.example/x?min_id=9>; rel="prev")";
  EXPECT_EQ(linked_query(link, "next"), "max_id=1&y=a,b");
  EXPECT_EQ(linked_query(link, "prev"), "min_id=9");
  EXPECT_EQ(linked_query(link, "last"), "");
  EXPECT_EQ(linked_query("", "next"), "");
  EXPECT_EQ(linked_query("<https://a.example/x?a=b", "next"), "");
  EXPECT_EQ(linked_query("<https://a.example/x?a=\tb>; rel=next", "next"), "");
  EXPECT_EQ(linked_query("<https://a.example/x?a=b#c>; rel=next", "next"), "a=b");
}

}  // namespace
}  // namespace rapport::mastodon
