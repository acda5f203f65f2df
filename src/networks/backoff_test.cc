#include "networks/backoff.h"

#include <gtest/gtest.h>

#include <set>

namespace rapport {
namespace {

using namespace std::chrono_literals;

TEST(Backoff, DoublesUpToItsLimitWithJitter) {
  Backoff backoff({.first = 1s, .longest = 60s}, 7);
  auto step = 1000ms;
  for (int i = 0; i < 12; ++i) {
    const auto pause = backoff.after_failure();
    EXPECT_GE(pause, step / 2);
    EXPECT_LE(pause, step);
    step = std::min<std::chrono::milliseconds>(step * 2, 60s);
  }
  EXPECT_EQ(backoff.failures(), 12);
  backoff.after_success();
  EXPECT_LE(backoff.after_failure(), 1s);
}

TEST(Backoff, KeepsTheServersWord) {
  Backoff backoff({.first = 1s, .longest = 60s}, 7);
  for (int i = 0; i < 20; ++i) {
    backoff.after_success();
    const auto pause = backoff.after_failure(120s);
    EXPECT_GE(pause, 120s);
    EXPECT_LE(pause, 132s);
  }
  EXPECT_GE(backoff.after_failure(std::chrono::seconds(-5)), 500ms);
}

TEST(Backoff, SeedsDiffer) {
  std::set<std::chrono::milliseconds> pauses;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    pauses.insert(Backoff({.first = 60s, .longest = 60s}, seed).after_failure());
  }
  EXPECT_GT(pauses.size(), 45U);
}

TEST(Backoff, ManyFailuresDoNotOverflow) {
  Backoff backoff({.first = 1s, .longest = 300s}, 1);
  for (int i = 0; i < 10'000; ++i) {
    const auto pause = backoff.after_failure();
    ASSERT_GT(pause, 0ms);
    ASSERT_LE(pause, 300s);
  }
}

}  // namespace
}  // namespace rapport
