#include "http/auth/origin.h"

#include <gtest/gtest.h>

#include "http/auth/attempts.h"

namespace rapport {
namespace {

Request with(Headers headers, std::string peer = "127.0.0.1") {
  Request request;
  request.headers = std::move(headers);
  request.peer = std::move(peer);
  return request;
}

TEST(Origin, ReadsNamesOutOfHosts) {
  EXPECT_EQ(host_name("Example.COM:80"), "example.com");
  EXPECT_EQ(host_name("[::1]:8080"), "[::1]");
  EXPECT_TRUE(is_loopback_name("localhost"));
  EXPECT_TRUE(is_loopback_name("127.0.0.1"));
  EXPECT_FALSE(is_loopback_name("127.0.0.1.example"));
  EXPECT_FALSE(is_loopback_name("notlocalhost"));
}

TEST(Origin, TwoHostsAreNone) {
  EXPECT_FALSE(host_is_ours(with({{"host", "localhost"}, {"host", "localhost"}}), {}));
  EXPECT_FALSE(host_is_ours(with({}), {}));
  EXPECT_TRUE(host_is_ours(with({{"host", "localhost"}}), {}));
}

TEST(Origin, OnlyATrustedProxyIsBelieved) {
  HttpSettings settings;
  settings.trusted_proxies = {"10.0.0.1"};
  const Headers headers = {{"x-forwarded-for", "6.6.6.6, 203.0.113.9"},
                           {"x-forwarded-proto", "https"}};
  EXPECT_EQ(client_address(with(headers, "10.0.0.1"), settings), "203.0.113.9");
  EXPECT_EQ(client_address(with(headers, "10.0.0.2"), settings), "10.0.0.2");
  EXPECT_TRUE(is_https(with(headers, "10.0.0.1"), settings));
  EXPECT_FALSE(is_https(with(headers, "10.0.0.2"), settings));
}

TEST(Attempts, RefillWithTime) {
  HandClock clock{Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}};
  Attempts attempts(clock);
  const Attempts::Budget budget{2, std::chrono::seconds(20)};
  EXPECT_FALSE(attempts.spend("a", budget));
  EXPECT_FALSE(attempts.spend("a", budget));
  EXPECT_EQ(attempts.spend("a", budget), std::chrono::seconds(10));
  EXPECT_FALSE(attempts.spend("b", budget));
  clock.advance(std::chrono::seconds(10));
  EXPECT_FALSE(attempts.spend("a", budget));
  EXPECT_TRUE(attempts.spend("a", budget));
  attempts.forgive("a");
  EXPECT_FALSE(attempts.spend("a", budget));
}

}  // namespace
}  // namespace rapport
