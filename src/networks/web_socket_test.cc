#include "networks/web_socket.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

#include "networks/testing/web_socket_server.h"

namespace rapport {
namespace {

using namespace std::chrono_literals;

class WebSocketTest : public ::testing::Test {
 protected:
  WebSocketTest() {
    settings_.guard = *AddressGuard::make({.allow_loopback = true, .allow_ranges = {}});
    settings_.version = "7";
    settings_.connect_timeout = 5s;
  }
  Result<std::unique_ptr<WebSocket>> open(const std::string& url) {
    return WebSocket::open(url, settings_, stopping_);
  }

  WebSocketSettings settings_;
  std::atomic<bool> stopping_{false};
};

TEST_F(WebSocketTest, ReadsMessagesOfAnySizeAndSaysWhoItIs) {
  std::string asked;
  WebSocketServer server([&](WebSocketServer::Peer& peer) {
    asked = peer.request();
    peer.text("one");
    peer.binary(std::string(200, 'b'));
    peer.text(std::string(70'000, 'c'));
    peer.hold();
  });
  const auto socket = open(server.url() + "/subscribe?a=b");
  ASSERT_TRUE(socket) << socket.error().cause;
  EXPECT_EQ((*socket)->next(5s)->value(), "one");
  EXPECT_EQ((*socket)->next(5s)->value(), std::string(200, 'b'));
  EXPECT_EQ((*socket)->next(5s)->value().size(), 70'000U);
  EXPECT_FALSE((*socket)->next(20ms)->has_value());
  EXPECT_FALSE((*socket)->next(0ms)->has_value());
  EXPECT_EQ(server.asked(), std::vector<std::string>{"/subscribe?a=b"});
  EXPECT_NE(asked.find("User-Agent: Rapport/7\r\n"), std::string::npos) << asked;
}

// Which certificates are believed is said by the environment, as everywhere.
class Believing {
 public:
  explicit Believing(const TestCertificate& certificate) {
    ::setenv("SSL_CERT_FILE", certificate.path().c_str(), 1);
  }
  ~Believing() { ::unsetenv("SSL_CERT_FILE"); }
};

TEST_F(WebSocketTest, SpeaksTlsWithWhomItBelieves) {
  const TestCertificate localhost("localhost");
  WebSocketServer server(
      [](WebSocketServer::Peer& peer) {
        for (int i = 0; i < 100; ++i) peer.text(std::string(1'000, 'a'));
        peer.hold();
      },
      &localhost);
  {
    const Believing believing(localhost);
    const auto socket = open(server.url("localhost"));
    ASSERT_TRUE(socket) << socket.error().message << socket.error().cause;
    for (int i = 0; i < 100; ++i) EXPECT_EQ((*socket)->next(5s)->value().size(), 1'000U);
    // The certificate is of another name.
    const auto other = open(server.url("127.0.0.1"));
    ASSERT_FALSE(other);
    EXPECT_NE(other.error().message.find("encryption did not check out"), std::string::npos);
  }
  const auto stranger = open(server.url("localhost"));
  ASSERT_FALSE(stranger) << "signed by nobody we know";
  EXPECT_EQ(stranger.error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(WebSocketTest, TellsWhyTheStreamEnded) {
  WebSocketServer server([](WebSocketServer::Peer& peer) {
    if (peer.path() == "/close") peer.close(1008, "ConsumerTooSlow");
  });
  const auto closed = open(server.url() + "/close");
  auto end = (*closed)->next(5s);
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().kind, ErrorKind::kUnavailable);
  EXPECT_NE(end.error().cause.find("1008 ConsumerTooSlow"), std::string::npos) << end.error().cause;
  EXPECT_FALSE((*closed)->next(5s)) << "it stays ended";
  const auto dropped = open(server.url() + "/drop");
  end = (*dropped)->next(5s);
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().kind, ErrorKind::kUnavailable);
}

TEST_F(WebSocketTest, RefusesPrivateAddressesAndPlainTextOutside) {
  WebSocketServer server([](WebSocketServer::Peer& peer) { peer.hold(); });
  settings_.guard = AddressGuard();
  const auto refused = open(server.url());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kInvalid);
  EXPECT_NE(refused.error().message.find("private address"), std::string::npos);
  const auto plain = open("ws://1.1.1.1/");
  ASSERT_FALSE(plain);
  EXPECT_NE(plain.error().message.find("without encryption"), std::string::npos);
  EXPECT_TRUE(server.asked().empty());
  EXPECT_EQ(open("http://127.0.0.1/").error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(open("wss://a b/").error().kind, ErrorKind::kInvalid);
}

TEST_F(WebSocketTest, TellsARefusalFromTrouble) {
  WebSocketServer server([](WebSocketServer::Peer& peer) { peer.hold(); });
  server.refuse = 400;
  EXPECT_EQ(open(server.url()).error().kind, ErrorKind::kInvalid);
  for (const int status : {429, 503}) {
    server.refuse = status;
    const auto refused = open(server.url());
    EXPECT_EQ(refused.error().kind, ErrorKind::kUnavailable);
    EXPECT_EQ(refused.error().cause, "HTTP " + std::to_string(status));
  }
  // No TLS is spoken there.
  const auto secret = open("wss" + server.url().substr(2));
  ASSERT_FALSE(secret);
  EXPECT_EQ(secret.error().kind, ErrorKind::kUnavailable);
}

TEST_F(WebSocketTest, AMessageBeyondTheLimitEndsIt) {
  WebSocketServer server([](WebSocketServer::Peer& peer) {
    peer.text(std::string(5'000, 'x'));
    peer.hold();
  });
  settings_.most_bytes = 4'096;
  const auto socket = open(server.url());
  EXPECT_FALSE((*socket)->next(5s));
}

TEST_F(WebSocketTest, APeerThatAnswersNoPingsIsGone) {
  WebSocketServer server([](WebSocketServer::Peer& peer) { peer.hold(); });
  settings_.silence = 2s;
  const auto socket = open(server.url());
  const auto begin = std::chrono::steady_clock::now();
  const auto end = (*socket)->next(20s);
  EXPECT_FALSE(end) << "nothing came, so it has to have ended";
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
}

TEST_F(WebSocketTest, EndsSoonWhenToldTo) {
  WebSocketServer server([](WebSocketServer::Peer& peer) { peer.hold(); });
  const auto socket = open(server.url());
  std::jthread stop([&] {
    std::this_thread::sleep_for(100ms);
    stopping_ = true;
  });
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE((*socket)->next(30s));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_FALSE(open(server.url()));
}

}  // namespace
}  // namespace rapport
