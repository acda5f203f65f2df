// Lets threads read what others replace, without a lock: nothing is freed while a thread may still
// look at it.
//
// A reader is pinned to the epoch in which it began. The epoch moves on once nobody is left in the
// one before; so what was unlinked in an epoch is out of everybody's sight two epochs later.

#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <thread>

namespace rapport {

class Epochs {
 public:
  class Pin {
   public:
    explicit Pin(Epochs& epochs) : count_(epochs.enter()) {}
    ~Pin() { count_.fetch_sub(1, std::memory_order_release); }
    Pin(const Pin&) = delete;
    Pin& operator=(const Pin&) = delete;

   private:
    std::atomic<std::uint32_t>& count_;
  };

  std::uint64_t now() const { return epoch_.load(); }

  // Moves on if nobody is left behind. One thread at a time.
  bool advance() {
    const std::uint64_t epoch = epoch_.load();
    for (const Count& each : counts_[(epoch + 2) % 3]) {  // of the epoch before
      if (each.readers.load() != 0) return false;
    }
    epoch_.store(epoch + 1);
    return true;
  }

  // Can nobody see any more what was unlinked in `epoch`?
  bool passed(std::uint64_t epoch) const { return now() >= epoch + 2; }

 private:
  // A line of the cache for each few threads, so that readers don't wait for one another.
  static constexpr std::size_t kStripes = 32;
  struct alignas(64) Count {
    std::atomic<std::uint32_t> readers{0};
  };

  std::atomic<std::uint32_t>& enter() {
    thread_local const std::size_t stripe =
        std::hash<std::thread::id>{}(std::this_thread::get_id()) % kStripes;
    for (;;) {
      const std::uint64_t epoch = epoch_.load();
      std::atomic<std::uint32_t>& count = counts_[epoch % 3][stripe].readers;
      count.fetch_add(1);
      if (epoch_.load() == epoch) return count;
      count.fetch_sub(1);
    }
  }

  std::array<std::array<Count, kStripes>, 3> counts_;
  std::atomic<std::uint64_t> epoch_{3};
};

}  // namespace rapport
