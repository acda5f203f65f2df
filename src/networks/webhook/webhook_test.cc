#include "networks/webhook/webhook.h"

#include <gtest/gtest.h>

#include <map>

#include "networks/curl_transport.h"
#include "networks/testing/fake_transport.h"
#include "networks/testing/tiny_server.h"

namespace rapport {
namespace {

using namespace std::chrono_literals;

const Time kNow = *parse_time("2023-11-14T22:13:20Z");  // 1700000000

Notice notice() {
  return {"n-1", "A spike", {"Many spoke."}, "https://desk.example/", R"({"a":"ü"})"};
}

class Webhooks : public ::testing::Test {
 protected:
  FakeTransport transport;
  HandClock clock{kNow};
  std::unique_ptr<NoticeCarrier> carrier = make_webhook_carrier(transport, clock);
  const Recipient to{"https://hook.example/x", "geheim"};

  Result<Done> send() { return carrier->send(to, notice()); }
  ErrorKind refused(int status, std::vector<HttpHeader> headers = {}) {
    transport.on("hook.example", status, "", std::move(headers));
    const auto sent = send();
    EXPECT_FALSE(sent);
    return sent ? ErrorKind::kInternal : sent.error().kind;
  }
};

// printf '1700000000.{"a":"ü"}' | openssl dgst -sha256 -hmac geheim
constexpr std::string_view kSignature =
    "t=1700000000,v1=e9cfab9673d73691508d433d35e5a2a1024dde3bbd67e33ddfbd4a229a33f664";

TEST_F(Webhooks, AreSigned) {
  EXPECT_EQ(kSignature, webhook_signature("geheim", kNow, R"({"a":"ü"})"));
  EXPECT_NE(kSignature, webhook_signature("geheimer", kNow, R"({"a":"ü"})"));
  EXPECT_NE(kSignature, webhook_signature("geheim", kNow, R"({"a":"u"})"));
  // Longer than a block of the hash.
  EXPECT_EQ(webhook_signature(std::string(200, 'k'), kNow, "x").size(), kSignature.size());
}

TEST_F(Webhooks, CarryTheJson) {
  transport.on("hook.example", 204, "");
  ASSERT_TRUE(send());
  const auto asked = transport.asked("");
  ASSERT_EQ(1U, asked.size());
  EXPECT_EQ(HttpMethod::kPost, asked[0].method);
  EXPECT_EQ(R"({"a":"ü"})", asked[0].body);
  EXPECT_EQ(0, asked[0].most_redirects);
  EXPECT_FALSE(asked[0].plain_allowed);
  std::map<std::string, std::string> headers;
  for (const auto& each : asked[0].headers) headers[each.name] = each.value;
  EXPECT_EQ(kSignature, headers["Rapport-Signature"]);
  EXPECT_EQ("n-1", headers["Rapport-Delivery"]);
  EXPECT_EQ("application/json", headers["Content-Type"]);
}

TEST_F(Webhooks, SayWhatMayPassAndWhatNot) {
  EXPECT_EQ(ErrorKind::kUnavailable, refused(500));
  EXPECT_EQ(ErrorKind::kUnavailable, refused(502));
  EXPECT_EQ(ErrorKind::kUnavailable, refused(408));
  EXPECT_EQ(ErrorKind::kTooMany, refused(429, {{"Retry-After", "30"}}));
  EXPECT_EQ(30, send().error().retry_after_seconds);
  EXPECT_EQ(ErrorKind::kInvalid, refused(404));
  EXPECT_EQ(ErrorKind::kInvalid, refused(410));
  EXPECT_EQ(ErrorKind::kInvalid, refused(302, {{"Location", "https://other.example/"}}));
  transport.on("hook.example", [](const HttpRequest&) -> Result<HttpResponse> {
    return fail(ErrorKind::kUnknown, "The connection broke.");
  });
  EXPECT_EQ(ErrorKind::kUnavailable, send().error().kind);
}

TEST_F(Webhooks, NeedAnAddressAndASecret) {
  EXPECT_FALSE(carrier->send({"javascript:alert(1)", "s"}, notice()));
  EXPECT_FALSE(carrier->send({"https://hook.example/", ""}, notice()));
  EXPECT_FALSE(carrier->send({"", "s"}, notice()));
  EXPECT_TRUE(transport.asked("").empty());
}

TEST_F(Webhooks, AreTriedAgainWithGrowingPauses) {
  int calls = 0;
  transport.on("hook.example", [&](const HttpRequest&) -> Result<HttpResponse> {
    return HttpResponse{++calls < 4 ? 500 : 200, {}, ""};
  });
  std::vector<std::chrono::milliseconds> pauses;
  const auto wait = [&](std::chrono::milliseconds pause) {
    pauses.push_back(pause);
    return true;
  };
  ASSERT_TRUE(send_patiently(*carrier, to, notice(), {}, wait));
  ASSERT_EQ(3U, pauses.size());
  EXPECT_GE(pauses[0], 1s);
  EXPECT_GE(pauses[2], 4s);

  calls = -100;
  pauses.clear();
  EXPECT_FALSE(send_patiently(*carrier, to, notice(), {.tries = 3}, wait));
  EXPECT_EQ(-97, calls);
  EXPECT_EQ(2U, pauses.size());

  calls = -100;
  EXPECT_FALSE(send_patiently(*carrier, to, notice(), {}, [](auto) { return false; }));
  EXPECT_EQ(-99, calls);
}

TEST_F(Webhooks, ThatAreRefusedAreNotTriedAgain) {
  transport.on("hook.example", 404, "");
  EXPECT_FALSE(send_patiently(*carrier, to, notice(), {}, [](auto) { return true; }));
  EXPECT_EQ(1U, transport.asked("").size());
}

TEST_F(Webhooks, GoOverRealHttpAndNotToPrivateAddresses) {
  std::string seen;
  TinyServer server([&](TinyServer& self, int socket) {
    seen = self.read_request(socket);
    TinyServer::write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  });
  CurlTransport guarded{CurlSettings{}};
  const auto careful = make_webhook_carrier(guarded, clock);
  const auto refused = careful->send({server.url(), "geheim"}, notice());
  ASSERT_FALSE(refused);
  EXPECT_NE(std::string::npos, refused.error().message.find("private address"));
  EXPECT_EQ(0, server.requests);

  CurlSettings settings;
  settings.guard = *AddressGuard::make({.allow_loopback = true, .allow_ranges = {}});
  CurlTransport allowed{settings};
  ASSERT_TRUE(make_webhook_carrier(allowed, clock)->send({server.url(), "geheim"}, notice()));
  EXPECT_NE(std::string::npos, seen.find("Rapport-Signature: " + std::string(kSignature)));
  EXPECT_TRUE(seen.ends_with(R"({"a":"ü"})"));
}

}  // namespace
}  // namespace rapport
