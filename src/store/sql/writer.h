// The one thread that writes.
//
// What waits is run together in one transaction, each piece of work in a savepoint of its own, so
// that the price of reaching the disk is shared; a piece that fails is taken back alone. Nobody
// hears an answer before the commit, and nobody waits for others to come: an empty queue commits at
// once.

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.h"
#include "store/sql/unit.h"

namespace rapport {

class Writer {
 public:
  using Listener = std::function<void(const std::vector<Event>&)>;

  explicit Writer(std::unique_ptr<SqlUnit> unit);
  // Finishes what was asked for before.
  ~Writer();

  Result<Done> run(const Store::Work& work);
  void set_listener(Listener listener);

 private:
  struct Item {
    const Store::Work* work = nullptr;
    Result<Done> outcome = Done{};
    std::vector<Event> events;
    bool finished = false;
  };

  void loop();
  // Takes the next item, or null once nothing waits.
  Item* take();
  void commit_group(Item* first);
  // Runs the group's first item and those that wait behind it, and commits. An error means that the
  // whole group is lost; what single items think of their work stands in them.
  Result<Done> run_group(std::vector<Item*>& group);
  Result<Done> run_item(Item& item);
  void give_up(const std::vector<Item*>& group, const Error& error);
  void announce(const std::vector<Item*>& group);
  void finish(const std::vector<Item*>& group);

  std::unique_ptr<SqlUnit> unit_;
  Connection& db_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::condition_variable finished_;
  std::deque<Item*> waiting_;
  Listener listener_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace rapport
