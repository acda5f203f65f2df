#include "networks/curl_transport.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "networks/testing/tiny_server.h"

namespace rapport {
namespace {

using namespace std::chrono_literals;

CurlSettings loopback() {
  CurlSettings settings;
  settings.guard = *AddressGuard::make({.allow_loopback = true, .allow_ranges = {}});
  settings.version = "1.2";
  settings.connect_timeout = 2s;
  return settings;
}

HttpRequest get(std::string url) {
  HttpRequest request;
  request.url = std::move(url);
  request.timeout = 5s;
  return request;
}

HttpRequest post(std::string url) {
  HttpRequest request = get(std::move(url));
  request.method = HttpMethod::kPost;
  request.body = "{}";
  request.once = true;
  return request;
}

TEST(CurlTransport, SendsAndReceives) {
  std::string seen;
  TinyServer server([&](TinyServer& self, int socket) {
    seen = self.read_request(socket);
    TinyServer::write(socket,
                      "HTTP/1.1 201 Created\r\nX-Test:  padded\r\nContent-Length: 2\r\n\r\nok");
  });
  CurlTransport transport(loopback());
  HttpRequest request = post(server.url("/path?q=1"));
  request.headers = {{"Authorization", "Bearer x"}, {"Content-Type", "application/json"}};
  const auto response = transport.send(request);
  ASSERT_TRUE(response) << response.error().cause;
  EXPECT_EQ(response->status, 201);
  EXPECT_EQ(response->body, "ok");
  EXPECT_EQ(response->header("x-test"), "padded");
  EXPECT_EQ(response->header("x-other"), std::nullopt);
  EXPECT_TRUE(seen.starts_with("POST /path?q=1 HTTP/1.1\r\n")) << seen;
  EXPECT_NE(seen.find("User-Agent: Rapport/1.2\r\n"), std::string::npos);
  EXPECT_NE(seen.find("Authorization: Bearer x\r\n"), std::string::npos);
  EXPECT_EQ(seen.find("Expect:"), std::string::npos);
  EXPECT_TRUE(seen.ends_with("\r\n\r\n{}"));
}

TEST(CurlTransport, KeepsConnectionsForReadsAndNoneForWrites) {
  TinyServer server(TinyServer::saying("ok"));
  CurlTransport transport(loopback());
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(transport.send(get(server.url())));
  EXPECT_EQ(server.connections, 1);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(transport.send(post(server.url())));
  EXPECT_EQ(server.connections, 4);
  EXPECT_EQ(server.requests, 8);
}

TEST(CurlTransport, ManyThreadsAtOnce) {
  TinyServer server(TinyServer::saying("ok"));
  CurlTransport transport(loopback());
  std::atomic<int> good{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 12; ++i) {
      threads.emplace_back([&] {
        for (int each = 0; each < 10; ++each) {
          good += transport.send(get(server.url())).has_value() ? 1 : 0;
        }
      });
    }
  }
  EXPECT_EQ(good, 120);
}

TEST(CurlTransport, NothingLeftWhenNobodyIsThere) {
  CurlTransport transport(loopback());
  int port = 0;
  {
    TinyServer gone(TinyServer::saying("ok"));
    port = gone.port;
  }
  const auto refused = transport.send(post("http://127.0.0.1:" + std::to_string(port)));
  EXPECT_EQ(refused.error().kind, ErrorKind::kUnavailable);
  const auto nowhere = transport.send(post("https://nobody.invalid/"));
  EXPECT_EQ(nowhere.error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(transport.send(post("ftp://127.0.0.1/")).error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(transport.send(post("nonsense://")).error().kind, ErrorKind::kUnavailable);
}

TEST(CurlTransport, AnEndInTheMiddleIsUnknown) {
  TinyServer silent([](TinyServer& self, int socket) { self.read_request(socket); });
  CurlTransport transport(loopback());
  EXPECT_EQ(transport.send(post(silent.url())).error().kind, ErrorKind::kUnknown);
  EXPECT_EQ(silent.requests, 1);  // it was not sent again

  TinyServer cut([](TinyServer& self, int socket) {
    self.read_request(socket);
    TinyServer::write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
  });
  EXPECT_EQ(transport.send(post(cut.url())).error().kind, ErrorKind::kUnknown);

  TinyServer garbage([](TinyServer& self, int socket) {
    self.read_request(socket);
    TinyServer::write(socket, "\x16\x03\x01 this is no HTTP\r\n\r\n");
  });
  EXPECT_EQ(transport.send(post(garbage.url())).error().kind, ErrorKind::kUnknown);
}

TEST(CurlTransport, AWriteOnAConnectionThatDiedIsNotRepeated) {
  // Answers the first request of a connection and drops it at the second, as a server does that
  // stops between taking a write and answering it.
  TinyServer server([](TinyServer& self, int socket) {
    self.read_request(socket);
    TinyServer::write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    self.read_request(socket);
  });
  CurlTransport transport(loopback());
  ASSERT_TRUE(transport.send(get(server.url())));
  EXPECT_TRUE(transport.send(post(server.url())));
  EXPECT_EQ(server.requests, 2);
}

TEST(CurlTransport, SlowAnswersRunOutOfTime) {
  TinyServer slow([](TinyServer& self, int socket) {
    self.read_request(socket);
    TinyServer::write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
    for (int i = 0; i < 50 && TinyServer::write(socket, "."); ++i)
      std::this_thread::sleep_for(50ms);
  });
  CurlTransport transport(loopback());
  HttpRequest request = post(slow.url());
  request.timeout = 300ms;
  const auto begin = std::chrono::steady_clock::now();
  const auto response = transport.send(request);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, ErrorKind::kUnknown);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
}

TEST(CurlTransport, LargeAnswersAreCut) {
  CurlTransport transport(loopback());
  TinyServer large(TinyServer::saying(std::string(20'000, 'x')));
  HttpRequest request = get(large.url());
  request.most_bytes = 10'000;
  EXPECT_EQ(transport.send(request).error().cause, "answer larger than allowed");
  request.most_bytes = 20'000;
  EXPECT_TRUE(transport.send(request));

  TinyServer headers([](TinyServer& self, int socket) {
    self.read_request(socket);
    TinyServer::write(socket, "HTTP/1.1 200 OK\r\n");
    const std::string line = "X-More: " + std::string(1000, 'x') + "\r\n";
    for (int i = 0; i < 200 && TinyServer::write(socket, line); ++i) continue;
  });
  EXPECT_FALSE(transport.send(get(headers.url())));
}

TEST(CurlTransport, FollowsRedirectsOnlyWhenAsked) {
  TinyServer target(TinyServer::saying("there"));
  TinyServer server([&](TinyServer& self, int socket) {
    self.read_request(socket);
    TinyServer::write(socket, "HTTP/1.1 302 Found\r\nX-First: yes\r\nLocation: " + target.url() +
                                  "\r\nContent-Length: 4\r\n\r\ngone");
  });
  CurlTransport transport(loopback());
  EXPECT_EQ(transport.send(get(server.url()))->status, 302);
  HttpRequest request = get(server.url());
  request.most_redirects = 2;
  const auto followed = transport.send(request);
  ASSERT_TRUE(followed);
  EXPECT_EQ(followed->body, "there");
  EXPECT_TRUE(followed->url.starts_with(target.url())) << followed->url;
  EXPECT_EQ(followed->header("X-First"), std::nullopt);
}

TEST(CurlTransport, RefusesPrivateAddressesAfterNamesAreResolved) {
  TinyServer server(TinyServer::saying("secret"));
  CurlSettings settings = loopback();
  settings.guard = AddressGuard();
  CurlTransport transport(settings);
  const std::string port = ":" + std::to_string(server.port) + "/";
  for (const char* host : {"127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]",
                           "[::ffff:127.0.0.1]", "0.0.0.0", "[::]"}) {
    const auto response = transport.send(get(std::string("http://") + host + port));
    ASSERT_FALSE(response) << host;
    EXPECT_EQ(response.error().kind, ErrorKind::kUnavailable) << host;
    EXPECT_EQ(response.error().cause, "refused: private address") << host;
  }
  EXPECT_EQ(server.connections, 0);
}

TEST(CurlTransport, ARedirectLeadsToNoPrivateAddressEither) {
  TinyServer server([](TinyServer& self, int socket) {
    self.read_request(socket);
    TinyServer::write(
        socket, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:1/\r\nContent-Length: 0\r\n\r\n");
  });
  CurlSettings settings = loopback();
  settings.guard = *AddressGuard::make({.allow_loopback = false, .allow_ranges = {"127.0.0.1/32"}});
  CurlTransport transport(settings);
  HttpRequest request = get(server.url());
  request.most_redirects = 5;
  const auto response = transport.send(request);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().cause, "refused: private address");
  EXPECT_EQ(server.connections, 1);
}

TEST(CurlTransport, CutsALargeAnswerWhereAsked) {
  TinyServer server(TinyServer::saying(std::string(5000, 'x')));
  CurlTransport transport(loopback());
  HttpRequest request = get(server.url());
  request.most_bytes = 1000;
  EXPECT_FALSE(transport.send(request));
  request.cut = true;
  const auto response = transport.send(request);
  ASSERT_TRUE(response) << response.error().cause;
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->body.size(), 1000U);
}

TEST(CurlTransport, PlainHttpGoesOnlyWhereASettingAllowsIt) {
  CurlTransport transport(loopback());
  // A public address is judged before anything leaves, so this needs no Internet.
  const auto response = transport.send(get("http://9.9.9.9/"));
  EXPECT_EQ(response.error().cause, "refused: plain http to a public address");
}

TEST(CurlTransport, StopsWhatIsOnItsWay) {
  TinyServer silent([](TinyServer& self, int socket) {
    self.read_request(socket);
    self.read_request(socket);
  });
  CurlTransport transport(loopback());
  std::jthread stopper([&] {
    while (silent.requests == 0) std::this_thread::sleep_for(10ms);
    transport.stop();
  });
  HttpRequest request = post(silent.url());
  request.timeout = 30s;
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(transport.send(request).error().kind, ErrorKind::kUnknown);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_EQ(transport.send(request).error().kind, ErrorKind::kUnavailable);
}

}  // namespace
}  // namespace rapport
