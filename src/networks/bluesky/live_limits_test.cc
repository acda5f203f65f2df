// What a real server lets us ask, kept to. Needs a network started with --rate-limits.

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "networks/bluesky/testing/live_world.h"

namespace rapport {
namespace {

using namespace std::chrono_literals;

TEST_F(BlueskyLive, StopsAskingWhenTheBudgetIsUsedUp) {
  if (std::getenv("RAPPORT_BLUESKY_LIMITS") == nullptr) {
    GTEST_SKIP() << "Needs --rate-limits and RAPPORT_BLUESKY_LIMITS=1";
  }
  Result<ConnectedAccount> last = connect();
  for (int i = 0; i < 40 && (last || last.error().kind != ErrorKind::kTooMany); ++i) {
    last = registry_.connect("bluesky", {ana_->handle, "wrong", {}});
  }
  ASSERT_FALSE(last);
  EXPECT_EQ(last.error().kind, ErrorKind::kTooMany);
  EXPECT_GT(last.error().retry_after_seconds.value_or(0), 0);
  const int before = transport_.sent;
  last = registry_.connect("bluesky", {ana_->handle, "wrong", {}});
  EXPECT_EQ(last.error().kind, ErrorKind::kTooMany);
  EXPECT_EQ(transport_.sent - before, 2);  // who and where it is, but no third try to sign in
}

// Reads give way before the budget is gone; what somebody waits for still goes.
TEST_F(BlueskyLive, KeepsARestForPeopleBeforeTheBudgetIsUsedUp) {
  if (std::getenv("RAPPORT_BLUESKY_LIMITS") == nullptr) {
    GTEST_SKIP() << "Needs --rate-limits and RAPPORT_BLUESKY_LIMITS=1";
  }
  const auto connector = open();
  const auto root = ana_->mention(*brand_, "quick?");
  // What our own server answers by itself, so that it is soon used up.
  Error error;
  std::mutex first;
  std::atomic<int> reads{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 6; ++i) {
      threads.emplace_back([&] {
        while (reads < 3200) {
          const auto heard = connector->hear("own_posts", "", clock_.now() - 1h);
          ++reads;
          if (heard) continue;
          std::lock_guard lock(first);
          if (error.message.empty()) error = heard.error();
          return;
        }
      });
    }
  }
  std::cout << "[ measured ] " << transport_.sent
            << " requests before reads gave way: " << error.message << "\n";
  EXPECT_EQ(error.kind, ErrorKind::kTooMany) << error.message << error.cause;
  EXPECT_EQ(error.cause, "rate limit, before asking");
  EXPECT_GT(error.retry_after_seconds.value_or(0), 0);
  EXPECT_LT(reads, 3000);
  const auto sent = connector->send(act(ActKind::kReply, "Quick!", root));
  EXPECT_TRUE(sent) << sent.error().message << sent.error().cause;
  // Another channel on the same server has the same address.
  const auto other = registry_.connect("bluesky", {ana_->handle, ana_->app_password(), {}});
  ASSERT_TRUE(other) << other.error().message;
  Channel channel;
  channel.network = "bluesky";
  // Reads now have half a second between them. The other channel has asked nothing yet, so only
  // what this one was told can hold it back; on a slow machine the pause may be over, hence several
  // goes.
  bool held_back = false;
  for (int i = 0; i < 20 && !held_back; ++i) {
    const auto theirs =
        *registry_.open(channel, {[&]() -> Result<std::string> { return other->secret; },
                                  [](const std::string&) -> Result<Done> { return Done{}; }});
    (void)connector->hear("own_posts", "", clock_.now() - 1h);
    const int before = transport_.sent;
    const auto heard = theirs->hear("notifications", "", clock_.now() - 1h);
    held_back = !heard && heard.error().kind == ErrorKind::kTooMany && transport_.sent == before;
  }
  EXPECT_TRUE(held_back);
}

}  // namespace
}  // namespace rapport
