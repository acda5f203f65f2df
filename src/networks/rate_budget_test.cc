#include "networks/rate_budget.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

const Time kNow = *parse_time("2026-11-23T15:00:00Z");
constexpr std::int64_t kNowSeconds = 1'795'446'000;

HttpResponse answer(int status, std::vector<HttpHeader> headers) {
  return {status, std::move(headers), {}};
}

TEST(RateBudget, TheClockOfTheTests) { EXPECT_EQ(to_micros(kNow), kNowSeconds * 1'000'000); }

TEST(RateBudget, ReadsWhatServersSay) {
  EXPECT_EQ(seconds_to_wait(answer(200, {}), kNow), std::nullopt);
  EXPECT_EQ(seconds_to_wait(answer(429, {}), kNow), 60);
  EXPECT_EQ(seconds_to_wait(answer(429, {{"retry-after", "17"}}), kNow), 17);
  EXPECT_EQ(seconds_to_wait(answer(429, {{"Retry-After", "Mon, 23 Nov 2026 15:02:00 GMT"}}), kNow),
            120);
  EXPECT_EQ(seconds_to_wait(answer(429, {{"Retry-After", "soon"}}), kNow), 60);
  EXPECT_EQ(seconds_to_wait(answer(429, {{"Retry-After", "99999999"}}), kNow), 24 * 3600);
  EXPECT_EQ(seconds_to_wait(answer(503, {{"Retry-After", "9"}}), kNow), 9);
  EXPECT_EQ(seconds_to_wait(answer(503, {}), kNow), std::nullopt);
  const auto until = std::to_string(kNowSeconds + 200);
  EXPECT_EQ(seconds_to_wait(answer(429, {{"RateLimit-Reset", until}}), kNow), 200);
  EXPECT_EQ(seconds_to_wait(answer(200, {{"RateLimit-Remaining", "0"}, {"RateLimit-Reset", until}}),
                            kNow),
            200);
  EXPECT_EQ(
      seconds_to_wait(answer(200, {{"RateLimit-Remaining", "0"}, {"RateLimit-Reset", "30"}}), kNow),
      30);
  EXPECT_EQ(seconds_to_wait(answer(200, {{"RateLimit-Remaining", "1"}, {"RateLimit-Reset", until}}),
                            kNow),
            std::nullopt);
  // A reset that lies behind us is no reason to wait.
  EXPECT_EQ(seconds_to_wait(answer(200, {{"RateLimit-Remaining", "0"},
                                         {"RateLimit-Reset", std::to_string(kNowSeconds - 5)}}),
                            kNow),
            std::nullopt);
}

TEST(RateBudget, ClosesAKeyUntilItsTime) {
  HandClock clock(kNow);
  RateBudget budget(clock);
  EXPECT_EQ(budget.must_wait("host read"), std::nullopt);
  budget.learn("host read", answer(429, {{"Retry-After", "10"}}));
  EXPECT_EQ(budget.must_wait("host read"), 10);
  EXPECT_EQ(budget.must_wait("host write"), std::nullopt);
  clock.advance(std::chrono::milliseconds(9'500));
  EXPECT_EQ(budget.must_wait("host read"), 1);
  clock.advance(std::chrono::milliseconds(500));
  EXPECT_EQ(budget.must_wait("host read"), std::nullopt);
}

}  // namespace
}  // namespace rapport
