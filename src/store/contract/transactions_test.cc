// What holds for all nouns: transactions, events, callers on many threads, reopening, backups.

#include <atomic>
#include <future>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <thread>

#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, TakesBackWorkThatFails) {
  EXPECT_EQ(ErrorKind::kInvalid, write_fails([&](Unit& unit) -> Result<Done> {
              RAPPORT_TRY(unit.posts().add(sample::post(here, 1)));
              RAPPORT_TRY(unit.conversations().add(sample::conversation(here, 1)));
              return invalid("on second thoughts");
            }));
  EXPECT_EQ(ErrorKind::kInternal, write_fails([&](Unit& unit) -> Result<Done> {
              RAPPORT_TRY(unit.posts().add(sample::post(here, 1)));
              throw std::runtime_error("out of luck");
            }));
  EXPECT_EQ(ErrorKind::kNotFound, read_fails([&](Unit& unit) {
              return unit.posts().find(here, sample::post(here, 1).id);
            }));
  EXPECT_EQ(0, read([&](Unit& unit) { return unit.conversations().counts(here, {}); }).open);
}

TEST_P(StoreContract, RefusesToWriteInARead) {
  read_fails([&](Unit& unit) { return unit.posts().add(sample::post(here, 1)); });
  read_fails([&](Unit& unit) { return unit.announce(sample::event(here, 1)); });
  EXPECT_TRUE(read([&](Unit& unit) { return unit.events().after(here, {}, 10); }).empty());
}

TEST_P(StoreContract, RefusesAWriteInsideAWrite) {
  EXPECT_EQ(ErrorKind::kInternal, write_fails([&](Unit&) {
              return store().write([](Unit&) -> Result<Done> { return Done{}; });
            }));
}

// Several pieces of work that share a commit: the one that fails goes alone.
TEST_P(StoreContract, TakesBackOneOfAGroupAlone) {
  std::binary_semaphore entered{0};
  std::binary_semaphore go_on{0};
  std::vector<std::future<bool>> callers;
  callers.push_back(std::async(std::launch::async, [&] {
    return store()
        .write([&](Unit& unit) -> Result<Done> {
          entered.release();
          go_on.acquire();
          return unit.posts().add(sample::post(here, 1));
        })
        .has_value();
  }));
  entered.acquire();
  for (int number = 2; number <= 8; ++number) {
    callers.push_back(std::async(std::launch::async, [&, number] {
      return store()
          .write([&](Unit& unit) -> Result<Done> {
            RAPPORT_TRY(unit.posts().add(sample::post(here, number)));
            RAPPORT_TRY(unit.announce(sample::event(here, number)));
            if (number % 3 == 0) return invalid("not this one");
            if (number % 3 == 1) throw std::runtime_error("nor this");
            return Done{};
          })
          .has_value();
    }));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds{30});
  go_on.release();
  for (int number = 1; number <= 8; ++number) {
    const bool kept = number == 1 || number % 3 == 2;
    EXPECT_EQ(kept, callers[static_cast<std::size_t>(number - 1)].get()) << number;
    EXPECT_EQ(kept, store()
                        .read([&](Unit& unit) {
                          return unit.posts().find(here, sample::post(here, number).id);
                        })
                        .has_value())
        << number;
  }
  const auto events = read([&](Unit& unit) { return unit.events().after(here, {}, 100); });
  EXPECT_EQ(3u, events.size());  // 2, 5, 8
}

TEST_P(StoreContract, AnnouncesEventsAfterTheirCommitAlone) {
  std::mutex mutex;
  std::vector<Event> heard;
  bool visible = true;
  store().on_commit([&](const std::vector<Event>& events) {
    std::lock_guard lock(mutex);
    for (const Event& event : events) {
      // Who hears of it can read it.
      const auto found = store().read([&](Unit& unit) {
        return unit.events().after(event.workspace, EventId{event.id.value - 1}, 1);
      });
      visible = visible && found && found->size() == 1 && same(event, found->front());
      heard.push_back(event);
    }
  });
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.announce(sample::event(here, 1)));
    return unit.announce(sample::event(elsewhere, 2));
  });
  write_fails([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.announce(sample::event(here, 3)));
    return invalid("never happened");
  });
  write([&](Unit& unit) { return unit.announce(sample::event(here, 4)); });

  std::lock_guard lock(mutex);
  EXPECT_TRUE(visible);
  ASSERT_EQ(3u, heard.size());
  for (std::size_t at = 0; at < heard.size(); ++at) {
    Event expected = at == 0   ? sample::event(here, 1)
                     : at == 1 ? sample::event(elsewhere, 2)
                               : sample::event(here, 4);
    expected.id = heard[at].id;
    EXPECT_TRUE(same(expected, heard[at]));
    if (at > 0) {
      EXPECT_LT(heard[at - 1].id, heard[at].id);
    }
  }
  const auto ours = read([&](Unit& unit) { return unit.events().after(here, heard[0].id, 10); });
  ASSERT_EQ(1u, ours.size());
  EXPECT_TRUE(same(heard[2], ours[0]));
  EXPECT_EQ(heard[0].id, read([](Unit& unit) { return unit.events().oldest(); }));
  EXPECT_EQ(heard[2].id, read([](Unit& unit) { return unit.events().newest(); }));
}

TEST_P(StoreContract, NeverGivesAnEventIdTwice) {
  EXPECT_EQ(EventId{}, read([](Unit& unit) { return unit.events().newest(); }));
  write([&](Unit& unit) { return unit.announce(sample::event(here, 1)); });
  write([&](Unit& unit) { return unit.announce(sample::event(here, 2)); });
  const EventId newest = read([](Unit& unit) { return unit.events().newest(); });
  write([](Unit& unit) { return unit.events().drop_before(sample::at(1000), 50); });
  opened().reopen();
  write([&](Unit& unit) { return unit.announce(sample::event(here, 3)); });
  EXPECT_LT(newest, read([](Unit& unit) { return unit.events().newest(); }));
}

TEST_P(StoreContract, DropsOldEvents) {
  for (int number = 1; number <= 3; ++number) {
    write([&](Unit& unit) { return unit.announce(sample::event(here, number)); });
  }
  const auto drop = [&](int most) {
    return write([&](Unit& unit) { return unit.events().drop_before(sample::at(3), most); });
  };
  EXPECT_EQ(1, drop(1));
  EXPECT_EQ(sample::at(2),
            read([&](Unit& unit) { return unit.events().after(here, {}, 10); })[0].at);
  EXPECT_EQ(1, drop(10));
  EXPECT_EQ(0, drop(10));
  const auto left = read([&](Unit& unit) { return unit.events().after(here, {}, 10); });
  ASSERT_EQ(1u, left.size());
  EXPECT_EQ(sample::at(3), left[0].at);
}

// Writers move one unit from one counter to another; no reader ever sees it on its way.
TEST_P(StoreContract, ReadersSeeWholeTransactionsWhileManyWrite) {
  constexpr int kConversations = 4;
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 1; number <= kConversations; ++number) {
      RAPPORT_TRY(unit.conversations().add(sample::conversation(here, number)));
    }
    return Done{};
  });
  std::atomic<bool> stop = false;
  std::atomic<int> torn = 0;
  std::atomic<int> reads = 0;
  std::atomic<int> writes = 0;
  std::vector<std::thread> threads;
  for (int reader = 0; reader < 3; ++reader) {
    threads.emplace_back([&] {
      while (!stop) {
        const auto seen = store().read([&](Unit& unit) -> Result<int> {
          auto counts = unit.conversations().counts(here, {});
          if (!counts) return fail(counts.error());
          auto rows = unit.conversations().list(here, {}, {}, 100);
          if (!rows) return fail(rows.error());
          int open = 0;
          for (const auto& row : rows->rows) {
            open += row.conversation.state == ConversationState::kOpen ? 1 : 0;
          }
          return open == counts->open && rows->rows.size() == kConversations ? 0 : 1;
        });
        torn += seen ? *seen : 1;
        ++reads;
      }
    });
  }
  for (int writer = 1; writer <= kConversations; ++writer) {
    threads.emplace_back([&, writer] {
      const ConversationId id = sample::conversation(here, writer).id;
      for (int step = 0; step < 50; ++step) {
        const auto written = store().write([&](Unit& unit) -> Result<Done> {
          auto conversation = unit.conversations().find(here, id);
          if (!conversation) return fail(conversation.error());
          conversation->state = conversation->state == ConversationState::kOpen
                                    ? ConversationState::kResolved
                                    : ConversationState::kOpen;
          ++conversation->version;
          return unit.conversations().save(*conversation);
        });
        writes += written ? 1 : 0;
      }
    });
  }
  for (std::size_t at = 3; at < threads.size(); ++at) threads[at].join();
  stop = true;
  for (std::size_t at = 0; at < 3; ++at) threads[at].join();
  EXPECT_EQ(0, torn);
  EXPECT_GT(reads, 0);
  EXPECT_EQ(kConversations * 50, writes);
}

TEST_P(StoreContract, AWriteIsSeenByTheNextRead) {
  for (int number = 1; number <= 20; ++number) {
    write([&](Unit& unit) { return unit.posts().add(sample::post(here, number)); });
    EXPECT_EQ(sample::post(here, number).id, read([&](Unit& unit) {
                                               return unit.posts().find(
                                                   here, sample::post(here, number).id);
                                             }).id);
  }
}

TEST_P(StoreContract, StandsAsItWasWhenOpenedAgain) {
  const Post post = sample::post(here, 1, "still here");
  write([&](Unit& unit) { return unit.posts().add(post); });
  write([&](Unit& unit) { return unit.conversations().add(sample::conversation(here, 1)); });
  opened().reopen();
  EXPECT_TRUE(same(post, read([&](Unit& unit) { return unit.posts().find(here, post.id); })));
  ConversationFilter filter;
  filter.text = "still";
  const auto found =
      read([&](Unit& unit) { return unit.conversations().list(here, filter, {}, 10); });
  EXPECT_EQ(1u, found.rows.size());
}

TEST_P(StoreContract, BacksUpWhileOthersWrite) {
  for (int number = 1; number <= 50; ++number) {
    write([&](Unit& unit) { return unit.posts().add(sample::post(here, number)); });
  }
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    for (int number = 51; !stop && number < 2000; ++number) {
      (void)store().write([&](Unit& unit) { return unit.posts().add(sample::post(here, number)); });
    }
  });
  const auto first = store().backup_to(opened().backup_path());
  const auto again = store().backup_to(opened().backup_path());  // replaces it
  stop = true;
  writer.join();
  ASSERT_TRUE(first) << first.error().cause;
  ASSERT_TRUE(again) << again.error().cause;
  const auto copy = opened().open_backup();
  for (int number = 1; number <= 50; ++number) {
    EXPECT_TRUE(copy->read([&](Unit& unit) {
      return unit.posts().find(here, sample::post(here, number).id);
    })) << number;
  }
  EXPECT_FALSE(store().backup_to("/nowhere/at/all.db"));
}

}  // namespace
}  // namespace rapport
