// What a client may cost: sizes, times, and a server that keeps answering the others.

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

#include "http/client.h"
#include "http/server.h"

namespace rapport::testing {
namespace {

using namespace std::chrono_literals;

class Limits : public ::testing::Test {
 protected:
  void start(Handler handler) {
    options.port = 0;
    auto started = Server::start(options, std::move(handler));
    ASSERT_TRUE(started) << started.error().message;
    server = std::move(*started);
  }
  static Response hello(const Request& request) {
    Response response;
    if (request.body_too_large) response.status = 413;
    if (request.headers_too_large) response.status = 431;
    response.body = "hello";
    return response;
  }
  std::uint16_t port() const { return server->port(); }

  ServerOptions options;
  std::unique_ptr<Server> server;
};

TEST_F(Limits, AThrowingHandlerIsA500AndTheServerGoesOn) {
  start([](const Request& request) -> Response {
    if (request.path == "/bad") throw std::runtime_error("secret inside");
    return hello(request);
  });
  const Answer bad = ask(port(), "GET", "/bad");
  EXPECT_EQ(bad.status, 500);
  EXPECT_EQ(bad.text("kind"), "internal");
  EXPECT_EQ(bad.body.find("secret inside"), std::string::npos);
  EXPECT_EQ(ask(port(), "GET", "/good").status, 200);
}

TEST_F(Limits, ALargeBodyIsRefusedAndAHugeOneCut) {
  options.limits.body_bytes = 1000;
  start(hello);
  EXPECT_EQ(ask(port(), "POST", "/", {std::string(1000, 'x'), "", "", "", {}}).status, 200);
  EXPECT_EQ(ask(port(), "POST", "/", {std::string(1001, 'x'), "", "", "", {}}).status, 413);
  RawConnection huge(port());
  huge.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nx");
  EXPECT_TRUE(huge.is_hung_up_within(3s));
  EXPECT_EQ(ask(port(), "GET", "/").status, 200);
}

TEST_F(Limits, LargeHeadersAreRefusedAndHugeOnesCut) {
  start(hello);
  EXPECT_EQ(
      ask(port(), "GET", "/", {"", "", "", "", {"X-Large: " + std::string(20'000, 'x')}}).status,
      431);
  EXPECT_EQ(ask(port(), "GET", "/" + std::string(20'000, 'x')).status, 431);
  RawConnection huge(port());
  huge.send("GET / HTTP/1.1\r\nX: " + std::string(200'000, 'x'));
  EXPECT_TRUE(huge.is_hung_up_within(3s));
  EXPECT_EQ(ask(port(), "GET", "/").status, 200);
}

TEST_F(Limits, ARequestThatTricklesInIsDropped) {
  options.limits.read_time = 1s;
  start(hello);
  RawConnection slow(port());
  bool dropped = false;
  for (const char c :
       std::string("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: yyyyyyyyyyyyyyyyyyyy")) {
    if (!slow.send(std::string(1, c)) || slow.is_hung_up_within(80ms)) {
      dropped = true;
      break;
    }
  }
  EXPECT_TRUE(dropped);
}

TEST_F(Limits, AResponseNobodyReadsIsGivenUp) {
  options.limits.write_time = 1s;
  std::atomic<int> asked = 0;
  start([&](const Request&) {
    ++asked;
    Response response;
    response.body = std::string(30'000'000, 'x');
    return response;
  });
  RawConnection lazy(port(), 2048);
  lazy.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  std::this_thread::sleep_for(3s);
  const std::string got = lazy.read_until("", 5s);
  EXPECT_EQ(asked, 1);
  EXPECT_LT(got.size(), 30'000'000u);
}

TEST_F(Limits, TooManyAtOnceAreToldToComeBack) {
  options.workers = 1;
  options.limits.queued_requests = 2;
  std::promise<void> open;
  const auto opened = open.get_future().share();
  start([opened](const Request& request) {
    if (request.path == "/wait") opened.wait();
    return hello(request);
  });
  std::vector<std::future<int>> waiting;
  for (int i = 0; i < 3; ++i) {
    waiting.push_back(
        std::async(std::launch::async, [this] { return ask(port(), "GET", "/wait").status; }));
    std::this_thread::sleep_for(150ms);
  }
  EXPECT_EQ(ask(port(), "GET", "/").status, 503);
  open.set_value();
  for (auto& each : waiting) EXPECT_EQ(each.get(), 200);
}

TEST_F(Limits, PipelinedRequestsAreAnsweredInTheirOrder) {
  options.workers = 4;
  start([](const Request& request) {
    if (request.path == "/1") std::this_thread::sleep_for(200ms);
    Response response;
    response.body = "answer to " + request.path;
    return response;
  });
  RawConnection page(port());
  page.send(
      "GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /2 HTTP/1.1\r\nHost: localhost\r\n\r\n"
      "GET /3 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const std::string text = page.read_until("answer to /3", 3s);
  EXPECT_LT(text.find("answer to /1"), text.find("answer to /2"));
  EXPECT_LT(text.find("answer to /2"), text.find("answer to /3"));
  EXPECT_NE(text.find("answer to /3"), std::string::npos);
}

TEST_F(Limits, HeadHasTheLengthAndNoBody) {
  start(hello);
  const Answer head = ask(port(), "HEAD", "/");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), "5");
  EXPECT_TRUE(head.body.empty());
}

TEST_F(Limits, ProtocolsAreNotChanged) {
  start(hello);
  EXPECT_EQ(ask(port(), "GET", "/", {"", "", "", "", {"Connection: Upgrade", "Upgrade: websocket"}})
                .status,
            400);
  EXPECT_EQ(ask(port(), "GET", "/").status, 200);
}

TEST_F(Limits, StoppingLetsRunningRequestsEnd) {
  std::promise<void> running;
  start([&](const Request& request) {
    running.set_value();
    std::this_thread::sleep_for(300ms);
    return hello(request);
  });
  auto answer = std::async(std::launch::async, [this] { return ask(port(), "GET", "/").body; });
  running.get_future().wait();
  server->stop();
  EXPECT_EQ(answer.get(), "hello");
}

TEST_F(Limits, ATakenPortIsSaidInWords) {
  start(hello);
  ServerOptions same;
  same.port = port();
  const auto second = Server::start(same, hello);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::kUnavailable);
  EXPECT_NE(second.error().message.find(std::to_string(port())), std::string::npos);
}

TEST_F(Limits, BeyondTheConnectionLimitOthersWait) {
  options.limits.connections = 2;
  start(hello);
  auto one = std::make_unique<RawConnection>(port());
  RawConnection two(port());
  for (auto* each : {one.get(), &two}) {
    each->send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    each->read_until("hello", 3s);
  }
  RawConnection three(port());
  three.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(three.read_until("hello", 300ms), "");
  one.reset();
  EXPECT_NE(three.read_until("hello", 3s).find("hello"), std::string::npos);
}

}  // namespace
}  // namespace rapport::testing
