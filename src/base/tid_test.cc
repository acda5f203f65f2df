#include "base/tid.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

namespace rapport {
namespace {

Time at(std::string_view text) { return *parse_time(text); }

TEST(Tid, KnownValue) {
  HandClock clock(from_micros(0));
  EXPECT_EQ(TidMaker(clock, 0).make(), "2222222222322");  // a clock at zero still moves on by one
  HandClock now(at("2024-01-01T00:00:00Z"));
  const std::string tid = TidMaker(now, 1).make();
  EXPECT_EQ(tid.size(), 13U);
  EXPECT_EQ(tid.substr(11), "23");  // the clock id fills the last two characters
  EXPECT_EQ(tid_time(tid), at("2024-01-01T00:00:00Z"));
}

// The valid and invalid examples of the protocol's specification.
TEST(Tid, Syntax) {
  EXPECT_TRUE(is_tid("3jzfcijpj2z2a"));
  EXPECT_TRUE(is_tid("7777777777777"));
  EXPECT_TRUE(is_tid("3zzzzzzzzzzzz"));
  EXPECT_TRUE(is_tid("2222222222222"));
  EXPECT_FALSE(is_tid("3jzfcijpj2z21"));  // 1 is not of the alphabet
  EXPECT_FALSE(is_tid("0000000000000"));
  EXPECT_FALSE(is_tid("3JZFCIJPJ2Z2A"));   // upper case
  EXPECT_FALSE(is_tid("3jzfcijpj2z2aa"));  // too long
  EXPECT_FALSE(is_tid("3jzfcijpj2z2"));    // too short
  EXPECT_FALSE(is_tid("222"));
  EXPECT_FALSE(is_tid(""));
  EXPECT_FALSE(is_tid("3jzf-cij-pj2z-2a"));
  EXPECT_FALSE(is_tid("zzzzzzzzzzzzz"));  // the high bit is set
  EXPECT_FALSE(is_tid("kjzfcijpj2z2a"));
}

TEST(Tid, RisesWhenTheClockStandsOrStepsBack) {
  HandClock clock(at("2026-11-23T15:10:00Z"));
  TidMaker maker(clock);
  std::string last = maker.make();
  for (int i = 0; i < 1000; ++i) {
    if (i == 500) clock.advance(std::chrono::hours(-1));
    const std::string next = maker.make();
    EXPECT_GT(next, last);
    EXPECT_TRUE(is_tid(next));
    last = next;
  }
}

TEST(Tid, UniqueFromManyThreads) {
  SystemClock clock;
  TidMaker maker(clock);
  std::vector<std::vector<std::string>> made(4);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : made) {
      threads.emplace_back([&] {
        for (int i = 0; i < 5000; ++i) mine.push_back(maker.make());
      });
    }
  }
  std::set<std::string> all;
  for (const auto& mine : made) {
    EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
    all.insert(mine.begin(), mine.end());
  }
  EXPECT_EQ(all.size(), 20000U);
}

}  // namespace
}  // namespace rapport
