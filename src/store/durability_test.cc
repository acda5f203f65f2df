// An acknowledged act is never lost: not when the process is killed, not when the power goes.

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "store/migrations.h"
#include "store/sql/sqlite_store.h"
#include "store/testing/power_loss_vfs.h"
#include "store/testing/samples.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

const WorkspaceId kHere = sample::workspace(1).id;

// Everything that belongs to one act of a person: the act, its event, a post and a conversation
// with its counter.
Result<Done> write_act(Store& store, int number) {
  return store.write([&](Unit& unit) -> Result<Done> {
    Conversation conversation = sample::conversation(kHere, number);
    Post post = sample::post(kHere, number);
    post.conversation = conversation.id;
    RAPPORT_TRY(unit.conversations().add(conversation));
    RAPPORT_TRY(unit.posts().add(post));
    RAPPORT_TRY(unit.outbox().add(sample::act(kHere, number)));
    return unit.announce(sample::event(kHere, number));
  });
}

std::string integrity(const std::string& path) {
  sqlite3* db = nullptr;
  std::string said = "cannot be opened";
  if (sqlite3_open(path.c_str(), &db) == SQLITE_OK) {
    sqlite3_exec(
        db, "pragma integrity_check",
        [](void* to, int, char** values, char**) {
          *static_cast<std::string*>(to) = values[0] != nullptr ? values[0] : "null";
          return 0;
        },
        &said, nullptr);
  }
  sqlite3_close(db);
  return said;
}

// How many of these acts are missing, in whole or in part.
int lost(Store& store, const std::set<int>& acknowledged) {
  int missing = 0;
  for (const int number : acknowledged) {
    const auto found = store.read([&](Unit& unit) -> Result<Done> {
      auto act = unit.outbox().find(kHere, sample::act(kHere, number).id);
      if (!act) return fail(act.error());
      auto post = unit.posts().find(kHere, sample::post(kHere, number).id);
      if (!post) return fail(post.error());
      return Done{};
    });
    if (!found) ++missing;
  }
  return missing;
}

// What is there hangs together: as many conversations as the counter says, as many posts found by
// their words as there are.
void expect_whole(Store& store, int most) {
  const auto said = store.read([](Unit& unit) { return unit.conversations().counts(kHere, {}); });
  ASSERT_TRUE(said);
  int there = 0;
  for (int number = 1; number <= most; ++number) {
    there += store
                 .read([&](Unit& unit) {
                   return unit.conversations().find(kHere, sample::conversation(kHere, number).id);
                 })
                 .has_value();
  }
  EXPECT_EQ(there, said->open);
  ConversationFilter filter;
  filter.text = "coffee";
  const auto found = store.read(
      [&](Unit& unit) { return unit.conversations().list(kHere, filter, {}, most + 1); });
  ASSERT_TRUE(found) << found.error().cause;
  EXPECT_EQ(there, static_cast<int>(found->rows.size()));
}

// Writes acts from two threads and says each number once it is acknowledged.
[[noreturn]] void write_until_killed(const std::string& path, int first, int said) {
  auto store = open_sqlite({.path = path, .vfs = {}, .readers = 1});
  if (!store) ::_exit(2);
  const auto work = [&](int start) {
    for (int number = start;; number += 2) {
      if (!write_act(**store, number)) ::_exit(3);
      if (::write(said, &number, sizeof number) != sizeof number) ::_exit(4);
    }
  };
  std::thread other(work, first + 1);
  work(first);
  ::_exit(0);
}

TEST(Durability, NoAcknowledgedWriteIsLostByKill9) {
  TempFolder folder;
  const std::string path = folder.file("rapport.db");
  std::mt19937 random(20261101);
  std::set<int> acknowledged;
  int first = 1;
  int kills = 0;
  for (int round = 0; round < 25; ++round) {
    int ends[2];
    ASSERT_EQ(0, ::pipe(ends));
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::close(ends[0]);
      write_until_killed(path, first, ends[1]);
    }
    ::close(ends[1]);
    // The child is killed somewhere in its work, wherever that is.
    int number = 0;
    const int wanted = static_cast<int>(random() % 40);
    int heard = 0;
    while (heard < wanted && ::read(ends[0], &number, sizeof number) == sizeof number) {
      acknowledged.insert(number);
      ++heard;
    }
    std::this_thread::sleep_for(std::chrono::microseconds{random() % 3000});
    ::kill(child, SIGKILL);
    while (::read(ends[0], &number, sizeof number) == sizeof number) acknowledged.insert(number);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << WEXITSTATUS(status);
    ++kills;
    first = (acknowledged.empty() ? first : *acknowledged.rbegin()) + 10;
    first |= 1;
  }
  auto store = open_sqlite({.path = path, .vfs = {}, .readers = 1});
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ(0, lost(**store, acknowledged));
  expect_whole(**store, first);
  EXPECT_EQ("ok", integrity(path));
  RecordProperty("kills", kills);
  RecordProperty("acknowledged", static_cast<int>(acknowledged.size()));
  EXPECT_GT(acknowledged.size(), 100u);
}

struct Outcome {
  int cuts = 0;
  int acknowledged = 0;
  int lost = 0;
  std::int64_t syncs = 0;
};

// Cuts the power again and again in the middle of writing, and looks what is left each time.
Outcome lose_power(const std::string& synchronous, const std::string& vfs, int rounds,
                   bool expect_sound) {
  Outcome outcome;
  PowerLossDisk disk(vfs);
  TempFolder folder;
  std::mt19937_64 random(20261123);
  for (int round = 0; round < rounds; ++round) {
    const std::string path = folder.file(std::to_string(round) + ".db");
    // The schema is there and safe, as it is on every start but the first.
    (void)open_sqlite({.path = path, .vfs = {}, .readers = 1});
    std::set<int> acknowledged;
    std::mutex mutex;
    {
      auto store = open_sqlite_store({path, vfs, synchronous}, 1, migrations());
      if (!store) {
        ADD_FAILURE() << store.error().message << " " << store.error().cause;
        return outcome;
      }
      disk.cut_after(static_cast<std::int64_t>(random() % 2500));
      const auto work = [&](int start) {
        for (int number = start; !disk.is_cut() && number < 2000; number += 2) {
          if (!write_act(**store, number)) continue;
          std::lock_guard lock(mutex);
          acknowledged.insert(number);
        }
      };
      std::thread other(work, 2);
      work(1);
      other.join();
    }
    EXPECT_TRUE(disk.is_cut());
    disk.come_back(random());
    ++outcome.cuts;
    outcome.acknowledged += static_cast<int>(acknowledged.size());

    auto store = open_sqlite({.path = path, .vfs = {}, .readers = 1});
    if (!store) {
      EXPECT_FALSE(expect_sound) << store.error().message << " " << store.error().cause;
      outcome.lost += static_cast<int>(acknowledged.size());
      continue;
    }
    outcome.lost += lost(**store, acknowledged);
    if (expect_sound) {
      expect_whole(**store, acknowledged.empty() ? 10 : *acknowledged.rbegin() + 10);
      store->reset();
      EXPECT_EQ("ok", integrity(path));
    }
  }
  outcome.syncs = disk.syncs();
  return outcome;
}

TEST(Durability, NoAcknowledgedActIsLostWhenThePowerGoes) {
  const Outcome outcome = lose_power("FULL", "power_loss_full", 30, true);
  EXPECT_EQ(30, outcome.cuts);
  EXPECT_EQ(0, outcome.lost) << "of " << outcome.acknowledged;
  EXPECT_GT(outcome.acknowledged, 500);
  RecordProperty("acknowledged", outcome.acknowledged);
}

// The test bites: a store that does not press its commits onto the disk does lose some.
TEST(Durability, ThePowerLossTestSeesAStoreThatDoesNotSync) {
  const Outcome off = lose_power("OFF", "power_loss_off", 6, false);
  EXPECT_GT(off.lost, 0) << "of " << off.acknowledged;
  const Outcome normal = lose_power("NORMAL", "power_loss_normal", 6, false);
  EXPECT_GT(normal.lost, 0) << "of " << normal.acknowledged;
}

// A disk that fails under a commit: who waited hears of it, and nothing is announced.
TEST(Durability, TellsWhenTheDiskFails) {
  PowerLossDisk disk("power_loss_fails");
  TempFolder folder;
  const std::string path = folder.file("rapport.db");
  (void)open_sqlite({.path = path, .vfs = {}, .readers = 1});
  auto store = open_sqlite({.path = path, .vfs = disk.name(), .readers = 1});
  ASSERT_TRUE(store) << store.error().cause;
  ASSERT_TRUE(write_act(**store, 1));
  std::vector<Event> heard;
  (*store)->on_commit([&](const std::vector<Event>& events) {
    heard.insert(heard.end(), events.begin(), events.end());
  });
  disk.cut_after(3);
  const auto failed = write_act(**store, 2);
  ASSERT_FALSE(failed);
  EXPECT_EQ(ErrorKind::kUnavailable, failed.error().kind);
  EXPECT_TRUE(heard.empty());
}

}  // namespace
}  // namespace rapport
