// Feeds over real HTTP: a server on loopback, the real transport, and its guard.

#include <gtest/gtest.h>

#include <map>
#include <mutex>

#include "networks/curl_transport.h"
#include "networks/feed/connector.h"
#include "networks/feed/feed.h"
#include "networks/testing/tiny_server.h"

namespace rapport::feed {
namespace {

using namespace std::chrono_literals;

std::string header_of(const std::string& request, const std::string& name) {
  const std::size_t at = request.find("\r\n" + name + ": ");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 4;
  return request.substr(begin, request.find("\r\n", begin) - begin);
}

std::string answer(const std::string& status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

const std::string kFeedBody =
    "<rss><channel><title>News</title><item><title>One</title><guid>1</guid></item></channel></"
    "rss>";

// As `gzip` makes it of kFeedBody.
const unsigned char kPacked[] = {
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xb3, 0x29, 0x2a, 0x2e, 0xb6, 0xb3,
    0x49, 0xce, 0x48, 0xcc, 0xcb, 0x4b, 0xcd, 0xb1, 0xb3, 0x29, 0xc9, 0x2c, 0xc9, 0x49, 0xb5, 0xf3,
    0x4b, 0x2d, 0x2f, 0xb6, 0xd1, 0x87, 0xb0, 0x6d, 0x32, 0x4b, 0x52, 0x73, 0x61, 0x12, 0xfe, 0x79,
    0xa9, 0x70, 0xf1, 0xf4, 0xd2, 0xcc, 0x14, 0x3b, 0x43, 0x1b, 0x7d, 0x30, 0x6d, 0xa3, 0x0f, 0x51,
    0xa6, 0x0f, 0x37, 0x49, 0x1f, 0x64, 0x30, 0x00, 0xff, 0x38, 0x63, 0x56, 0x5e, 0x00, 0x00, 0x00};

class FeedsOverHttp : public ::testing::Test {
 protected:
  FeedsOverHttp() {
    settings_.guard = *AddressGuard::make({.allow_loopback = true, .allow_ranges = {}});
    settings_.connect_timeout = 2s;
    transport_ = std::make_unique<CurlTransport>(settings_);
  }

  // What the server answers at a path, by the request.
  using Answerer = std::function<std::string(const std::string& request)>;
  void on(const std::string& path, Answerer answerer) { answers_[path] = std::move(answerer); }

  std::string url(const std::string& path) { return server_.url(path); }
  int asked(const std::string& path) {
    const std::lock_guard lock(mutex_);
    return asked_[path];
  }
  Result<Heard> hear(FeedConnector& connector, const std::string& cursor = "") {
    return connector.hear(kFeed, cursor, clock_.now() - std::chrono::days{30});
  }

  CurlSettings settings_;
  std::unique_ptr<CurlTransport> transport_;
  HandClock clock_{*parse_time("2024-03-10T12:00:00Z")};

 private:
  std::mutex mutex_;
  std::map<std::string, Answerer> answers_;
  std::map<std::string, int> asked_;
  TinyServer server_{[this](TinyServer& self, int socket) {
    const std::string request = self.read_request(socket);
    const std::size_t begin = request.find(' ') + 1;
    const std::string path = request.substr(begin, request.find(' ', begin) - begin);
    {
      const std::lock_guard lock(mutex_);
      ++asked_[path];
    }
    const auto found = answers_.find(path);
    TinyServer::write(
        socket, found == answers_.end() ? answer("404 Not Found", "", "") : found->second(request));
  }};
};

TEST_F(FeedsOverHttp, AreAskedForWhatChanged) {
  on("/feed", [](const std::string& request) {
    if (header_of(request, "If-None-Match") == "\"v1\"") {
      return answer("304 Not Modified", "ETag: \"v1\"\r\n", "");
    }
    return answer("200 OK", "ETag: \"v1\"\r\nCache-Control: max-age=1200\r\n", kFeedBody);
  });
  FeedConnector connector(url("/feed"), *transport_, clock_);
  const auto first = hear(connector);
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(1U, first->posts.size());
  EXPECT_GE(*first->next_in, 20min);
  clock_.advance(2h);
  const auto second = hear(connector, first->cursor);
  ASSERT_TRUE(second);
  EXPECT_TRUE(second->posts.empty());
  EXPECT_EQ(2, asked("/feed"));
}

TEST_F(FeedsOverHttp, MoveForGood) {
  on("/old", [](const std::string&) {
    return answer("301 Moved Permanently", "Location: /newer\r\n", "");
  });
  on("/newer",
     [](const std::string&) { return answer("308 Permanent Redirect", "Location: /new\r\n", ""); });
  on("/new", [](const std::string&) { return answer("200 OK", "", kFeedBody); });
  FeedConnector connector(url("/old"), *transport_, clock_);
  const auto first = hear(connector);
  ASSERT_TRUE(first);
  clock_.advance(26h);
  ASSERT_TRUE(hear(connector, first->cursor));
  EXPECT_EQ(1, asked("/old"));
  EXPECT_EQ(2, asked("/new"));
}

TEST_F(FeedsOverHttp, End) {
  on("/gone", [](const std::string&) { return answer("410 Gone", "", ""); });
  FeedConnector connector(url("/gone"), *transport_, clock_);
  EXPECT_EQ(ErrorKind::kUnauthorized, hear(connector).error().kind);
}

TEST_F(FeedsOverHttp, ComePacked) {
  on("/feed", [](const std::string&) {
    return answer("200 OK", "Content-Encoding: gzip\r\n",
                  std::string(reinterpret_cast<const char*>(kPacked), sizeof kPacked));
  });
  FeedConnector connector(url("/feed"), *transport_, clock_);
  const auto heard = hear(connector);
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_EQ("One", heard->posts.at(0).title);
}

TEST_F(FeedsOverHttp, ThatAreHugeAreReadToTheirBound) {
  on("/huge", [](const std::string&) {
    std::string body =
        "<rss><channel><title>Huge</title><item><title>First</title></item><item><title>";
    body.append(kMostDocument + 1'000'000, 'x');
    return answer("200 OK", "", body);
  });
  FeedConnector connector(url("/huge"), *transport_, clock_);
  const auto heard = hear(connector);
  ASSERT_TRUE(heard) << heard.error().message;
  EXPECT_EQ("First", heard->posts.at(0).title);
  for (const auto& each : heard->posts) EXPECT_LT(each.title.size(), 10'000U);
}

TEST_F(FeedsOverHttp, ThatNeverAnswerAreGivenUp) {
  TinyServer silent([](TinyServer& self, int socket) {
    self.read_request(socket);
    self.read_request(socket);  // until the other side hangs up
  });
  const auto begun = std::chrono::steady_clock::now();
  Wanted wanted;
  wanted.url = silent.url();
  wanted.patience = 300ms;
  const auto got = fetch(*transport_, wanted, clock_.now());
  ASSERT_FALSE(got);
  EXPECT_EQ(ErrorKind::kUnavailable, got.error().kind);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

TEST_F(FeedsOverHttp, OfPrivateAddressesAreRefused) {
  on("/feed", [](const std::string&) { return answer("200 OK", "", kFeedBody); });
  CurlTransport guarded{CurlSettings{}};
  FeedConnector connector(url("/feed"), guarded, clock_);
  const auto heard = hear(connector);
  ASSERT_FALSE(heard);
  EXPECT_NE(std::string::npos, heard.error().message.find("private address"));
  const auto network = make_feed_network(guarded, clock_);
  const auto found = network->find_sources(url("/feed"));
  ASSERT_FALSE(found);
  EXPECT_EQ("address", found.error().field);
  EXPECT_EQ(0, asked("/feed"));
}

TEST_F(FeedsOverHttp, DoNotLeadToPrivateAddresses) {
  // Loopback is allowed here; what the redirect names is not.
  on("/feed", [](const std::string&) {
    return answer("302 Found", "Location: http://192.168.1.1/feed\r\n", "");
  });
  FeedConnector connector(url("/feed"), *transport_, clock_);
  const auto heard = hear(connector);
  ASSERT_FALSE(heard);
  EXPECT_NE(std::string::npos, heard.error().message.find("private address"));
}

TEST_F(FeedsOverHttp, AreFoundFromAPage) {
  on("/", [](const std::string&) {
    return answer("200 OK", "Content-Type: text/html\r\n",
                  "<link rel=alternate type=application/rss+xml href=feed title=News>");
  });
  on("/feed", [](const std::string&) { return answer("200 OK", "", kFeedBody); });
  const auto network = make_feed_network(*transport_, clock_);
  ConnectRequest request;
  request.address = url("/");
  const auto account = network->connect(request);
  ASSERT_TRUE(account) << account.error().message;
  EXPECT_EQ(url("/feed"), account->account.native_id);
  EXPECT_EQ("News", account->account.name);
}

}  // namespace
}  // namespace rapport::feed
