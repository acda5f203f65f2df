// Each fault below becomes an error of a kind; nothing that was acknowledged is lost, nothing that
// failed is there or announced, and the store works again afterwards.

#include <atomic>
#include <future>
#include <mutex>
#include <set>
#include <thread>

#include "store/contract/store_faults.h"
#include "store/testing/samples.h"

namespace rapport {
namespace {

const WorkspaceId kHere = sample::workspace(1).id;

// What belongs to one act of a person.
Result<Done> write_act(Unit& unit, int number) {
  Post post = sample::post(kHere, number);
  RAPPORT_TRY(unit.posts().add(post));
  RAPPORT_TRY(unit.outbox().add(sample::act(kHere, number)));
  return unit.announce(sample::event(kHere, number));
}

Result<Done> write_act(Store& store, int number) {
  return store.write([&](Unit& unit) { return write_act(unit, number); });
}

bool is_there(Store& store, int number) {
  const auto found = store.read(
      [&](Unit& unit) { return unit.posts().find(kHere, sample::post(kHere, number).id); });
  if (!found) {
    EXPECT_EQ(ErrorKind::kNotFound, found.error().kind) << found.error().cause;
  }
  return found.has_value();
}

// Hears what is announced, by the number of the act.
class Listener {
 public:
  explicit Listener(Store& store) {
    store.on_commit([this](const std::vector<Event>& events) {
      std::lock_guard lock(mutex_);
      for (const Event& event : events) heard_.insert(event.at);
    });
  }
  std::size_t count() {
    std::lock_guard lock(mutex_);
    return heard_.size();
  }
  bool heard(int number) {
    std::lock_guard lock(mutex_);
    return heard_.contains(sample::at(number));
  }

 private:
  std::mutex mutex_;
  std::multiset<Time> heard_;
};

TEST_P(StoreFaults, WhatExistsAlreadyIsAConflictAndSpoilsNothingElse) {
  ASSERT_TRUE(write_act(store(), 1));
  const auto written = store().write([&](Unit& unit) -> Result<Done> {
    const auto again = unit.posts().add(sample::post(kHere, 1));
    EXPECT_FALSE(again);
    EXPECT_EQ(ErrorKind::kConflict, again ? ErrorKind::kInternal : again.error().kind);
    return write_act(unit, 2);
  });
  EXPECT_TRUE(written) << written.error().cause;
  EXPECT_TRUE(is_there(store(), 2));
}

TEST_P(StoreFaults, AnotherWriterThatDoesNotEndIsUnavailable) {
  ASSERT_TRUE(write_act(store(), 1));
  Listener listener(store());
  auto holding = faulty().hold_writing();
  const auto refused = write_act(store(), 2);
  ASSERT_FALSE(refused);
  EXPECT_EQ(ErrorKind::kUnavailable, refused.error().kind) << refused.error().cause;
  EXPECT_TRUE(is_there(store(), 1)) << "reading goes on";

  // Who waits less long than the other writes gets through.
  auto waiting = std::async(std::launch::async, [&] { return write_act(store(), 3).has_value(); });
  std::this_thread::sleep_for(std::chrono::milliseconds{50});
  holding.reset();
  EXPECT_TRUE(waiting.get());
  EXPECT_FALSE(is_there(store(), 2));
  EXPECT_TRUE(is_there(store(), 3));
  EXPECT_FALSE(listener.heard(2));
  EXPECT_EQ(1u, listener.count());
}

TEST_P(StoreFaults, ATransactionThatBreaksOffIsUnavailableAndLeavesNothing) {
  ASSERT_TRUE(write_act(store(), 1));
  Listener listener(store());
  const auto broken = store().write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(write_act(unit, 2));
    faulty().break_off();
    return write_act(unit, 3);
  });
  ASSERT_FALSE(broken);
  EXPECT_EQ(ErrorKind::kUnavailable, broken.error().kind) << broken.error().cause;
  faulty().mend();

  EXPECT_TRUE(is_there(store(), 1));
  EXPECT_FALSE(is_there(store(), 2));
  EXPECT_FALSE(is_there(store(), 3));
  EXPECT_EQ(0u, listener.count());
  const auto written = write_act(store(), 4);
  EXPECT_TRUE(written) << written.error().cause;
  EXPECT_TRUE(is_there(store(), 4));
  EXPECT_EQ(1u, listener.count());
  faulty().reopen();
  for (const int number : {1, 4}) EXPECT_TRUE(is_there(store(), number)) << number;
  for (const int number : {2, 3}) EXPECT_FALSE(is_there(store(), number)) << number;
}

// Those who shared the commit hear of it, too.
TEST_P(StoreFaults, ABrokenCommitFailsForEachOfItsGroup) {
  std::atomic<int> acknowledged = 0;
  std::vector<std::thread> callers;
  std::array<std::atomic<bool>, 40> kept{};
  for (int caller = 0; caller < 4; ++caller) {
    callers.emplace_back([&, caller] {
      for (int number = caller; number < 40; number += 4) {
        const auto written = store().write([&](Unit& unit) -> Result<Done> {
          RAPPORT_TRY(write_act(unit, number + 1));
          if (number == 13) faulty().break_off();
          return Done{};
        });
        if (!written) {
          EXPECT_EQ(ErrorKind::kUnavailable, written.error().kind) << written.error().cause;
          faulty().mend();
        }
        kept[static_cast<std::size_t>(number)] = written.has_value();
        acknowledged += written ? 1 : 0;
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  faulty().mend();
  EXPECT_FALSE(kept[13]);
  EXPECT_GT(acknowledged, 20);
  faulty().reopen();
  for (int number = 0; number < 40; ++number) {
    EXPECT_EQ(kept[static_cast<std::size_t>(number)], is_there(store(), number + 1)) << number;
  }
  // Their events are there as they are, each with an id of its own.
  const auto events = store().read([](Unit& unit) { return unit.events().after(kHere, {}, 100); });
  ASSERT_TRUE(events);
  EXPECT_EQ(static_cast<std::size_t>(acknowledged), events->size());
}

TEST_P(StoreFaults, AFullDiskIsUnavailableAndTakesNothingAway) {
  ASSERT_TRUE(write_act(store(), 1));
  Listener listener(store());
  faulty().fill_disk();
  for (const int number : {2, 3}) {
    const auto refused = write_act(store(), number);
    ASSERT_FALSE(refused);
    EXPECT_EQ(ErrorKind::kUnavailable, refused.error().kind) << refused.error().cause;
    EXPECT_EQ("The disk is full.", refused.error().message);
  }
  EXPECT_TRUE(is_there(store(), 1)) << "reading goes on";
  faulty().mend();
  const auto written = write_act(store(), 4);
  EXPECT_TRUE(written) << written.error().cause;
  faulty().reopen();
  for (const int number : {1, 4}) EXPECT_TRUE(is_there(store(), number)) << number;
  for (const int number : {2, 3}) EXPECT_FALSE(is_there(store(), number)) << number;
  EXPECT_EQ(1u, listener.count());
}

// Words are written last in a commit: what is taken back with it is not found, and no word is lost.
TEST_P(StoreFaults, WordsFollowWhatBecameOfTheirPosts) {
  const auto find = [&](std::string text) {
    ConversationFilter filter;
    filter.text = std::move(text);
    const auto rows =
        store().read([&](Unit& unit) { return unit.conversations().list(kHere, filter, {}, 10); });
    EXPECT_TRUE(rows) << rows.error().cause;
    return rows ? rows->rows.size() : 99;
  };
  const auto say = [&](int number, const std::string& text) {
    return store().write([&](Unit& unit) -> Result<Done> {
      Post post = sample::post(kHere, number, text);
      post.conversation = sample::conversation(kHere, number).id;
      RAPPORT_TRY(unit.conversations().add(sample::conversation(kHere, number)));
      return unit.posts().add(post);
    });
  };
  ASSERT_TRUE(say(1, "marmalade"));
  faulty().fill_disk();
  EXPECT_FALSE(say(2, "marmalade"));
  faulty().mend();
  EXPECT_EQ(1u, find("marmalade"));
  ASSERT_TRUE(say(3, "marmalade"));
  EXPECT_EQ(2u, find("marmalade"));
}

}  // namespace
}  // namespace rapport
