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

using Draws = std::vector<Draw>;

HttpResponse counted(std::string_view policy, std::int64_t limit, std::int64_t remaining,
                     std::int64_t reset, int status = 200) {
  return answer(status, {{"RateLimit-Limit", std::to_string(limit)},
                         {"RateLimit-Remaining", std::to_string(remaining)},
                         {"RateLimit-Reset", std::to_string(reset)},
                         {"RateLimit-Policy", std::string(policy)}});
}

TEST(RateBudget, ClosesAKeyUntilItsTime) {
  HandClock clock(kNow);
  RateBudget budget(clock);
  const Draws read{{"host", 1}};
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), std::nullopt);
  budget.learn(read, answer(429, {{"Retry-After", "10"}}));
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), 10);
  EXPECT_EQ(budget.must_wait({{"other", 1}}, Urgency::kPerson), std::nullopt);
  clock.advance(std::chrono::milliseconds(9'500));
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), 1);
  clock.advance(std::chrono::milliseconds(500));
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), std::nullopt);
}

TEST(RateBudget, LeavesTheLastTenthToWhatSomebodyWaitsFor) {
  HandClock clock(kNow);
  RateBudget budget(clock);
  const Draws read{{"host", 1}};
  budget.learn(read, counted("3000;w=300", 3000, 301, kNowSeconds + 100));
  EXPECT_EQ(budget.must_wait(read, Urgency::kBackground), std::nullopt);
  EXPECT_EQ(budget.must_wait(read, Urgency::kBackground), 100);  // the one drawn is counted
  for (int i = 0; i < 300; ++i) {
    ASSERT_EQ(budget.must_wait(read, Urgency::kPerson), std::nullopt) << i;
  }
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), 100);
  clock.advance(std::chrono::seconds(100));
  EXPECT_EQ(budget.must_wait(read, Urgency::kBackground), std::nullopt);
}

TEST(RateBudget, SlowsDownWhatMayWaitOnceThreeQuartersAreUsed) {
  HandClock clock(kNow);
  RateBudget budget(clock);
  const Draws read{{"host", 1}};
  budget.learn(read, counted("3000;w=300", 3000, 320, kNowSeconds + 200));
  EXPECT_EQ(budget.must_wait(read, Urgency::kBackground), std::nullopt);
  // 19 more in 200 s: one every 10 or 11 s.
  EXPECT_EQ(budget.must_wait(read, Urgency::kBackground), 11);
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), std::nullopt);
  clock.advance(std::chrono::seconds(11));
  EXPECT_EQ(budget.must_wait(read, Urgency::kBackground), std::nullopt);
  // With plenty left nobody waits.
  budget.learn(read, counted("3000;w=300", 3000, 2999, kNowSeconds + 511));
  for (int i = 0; i < 100; ++i) {
    ASSERT_EQ(budget.must_wait(read, Urgency::kBackground), std::nullopt) << i;
  }
}

TEST(RateBudget, CountsWhatAServerCountsApart) {
  HandClock clock(kNow);
  RateBudget budget(clock);
  const Draws read{{"host", 1}};
  const Draws put{{"host", 1}, {"host write us", 2}};
  const Draws remove{{"host", 1}, {"host write us", 1}};
  const Draws put_of_another{{"host", 1}, {"host write them", 2}};
  budget.learn(read, counted("3000;w=300", 3000, 2000, kNowSeconds + 300));
  budget.learn(put, counted("5000;w=3600", 5000, 3, kNowSeconds + 900));
  EXPECT_EQ(budget.must_wait(put, Urgency::kPerson), std::nullopt);
  EXPECT_EQ(budget.must_wait(put, Urgency::kPerson), 900);  // two are needed, one is left
  EXPECT_EQ(budget.must_wait(remove, Urgency::kPerson), std::nullopt);
  EXPECT_EQ(budget.must_wait(put_of_another, Urgency::kPerson), std::nullopt);
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), std::nullopt);
  // The day runs out while the hour has begun anew.
  clock.advance(std::chrono::seconds(900));
  budget.learn(put, counted("35000;w=86400", 35000, 1, kNowSeconds + 5000));
  EXPECT_EQ(budget.must_wait(put, Urgency::kPerson), 4100);
  // What a write tells of the address holds for reads as well.
  budget.learn(read, counted("3000;w=300", 3000, 50, kNowSeconds + 1000));
  budget.learn(put_of_another, counted("3000;w=300", 3000, 0, kNowSeconds + 1000));
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), 100);
}

TEST(RateBudget, IsNotFooledByAnswersThatOvertakeOneAnother) {
  HandClock clock(kNow);
  RateBudget budget(clock);
  const Draws read{{"host", 1}};
  budget.learn(read, counted("100;w=60", 100, 1, kNowSeconds + 60));
  budget.learn(read, counted("100;w=60", 100, 5, kNowSeconds + 60));  // older, but came later
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), std::nullopt);
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), 60);
  budget.learn(read, counted("100;w=60", 100, 99, kNowSeconds + 120));  // a new span
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), std::nullopt);
}

TEST(RateBudget, ARefusalClosesWhatItIsOf) {
  HandClock clock(kNow);
  RateBudget budget(clock);
  const Draws read{{"host", 1}};
  const Draws put{{"host", 1}, {"host write us", 2}};
  budget.learn(put, counted("5000;w=3600", 5000, 0, kNowSeconds + 40, 429));
  EXPECT_EQ(budget.must_wait(put, Urgency::kPerson), 40);
  EXPECT_EQ(budget.must_wait(read, Urgency::kPerson), std::nullopt);
}

}  // namespace
}  // namespace rapport
