#include "store/sql/writer.h"

#include <chrono>
#include <utility>

#include "base/log.h"

namespace rapport {
namespace {

// A group takes in no more after this, so that the first of it does not wait long for the commit.
constexpr std::chrono::milliseconds kLongestGroup{20};
constexpr std::size_t kLargestGroup = 1000;

Error broken() {
  return {ErrorKind::kUnavailable,
          "This could not be saved just now. Please try again.",
          "the transaction was ended by the engine",
          {},
          {}};
}

Error spoilt() {
  return {ErrorKind::kInternal,
          "Something went wrong on our side.",
          "the work went on after a statement that failed",
          {},
          {}};
}

}  // namespace

Writer::Writer(std::unique_ptr<SqlUnit> unit)
    : unit_(std::move(unit)), db_(unit_->connection()), thread_([this] { loop(); }) {}

Writer::~Writer() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_all();
  thread_.join();
}

void Writer::set_listener(Listener listener) {
  std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

Result<Done> Writer::run(const Store::Work& work) {
  if (std::this_thread::get_id() == thread_.get_id()) {
    return fail(ErrorKind::kInternal, "Something went wrong on our side.",
                "a write was asked for inside a write");
  }
  Item item;
  item.work = &work;
  std::unique_lock lock(mutex_);
  if (stopping_) return unavailable("Rapport is shutting down.");
  waiting_.push_back(&item);
  arrived_.notify_one();
  finished_.wait(lock, [&] { return item.finished; });
  return std::move(item.outcome);
}

Writer::Item* Writer::take() {
  std::lock_guard lock(mutex_);
  if (waiting_.empty()) return nullptr;
  Item* const item = waiting_.front();
  waiting_.pop_front();
  return item;
}

void Writer::loop() {
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
    }
    if (Item* const first = take()) commit_group(first);
  }
}

void Writer::commit_group(Item* first) {
  std::vector<Item*> group{first};
  if (auto committed = run_group(group); !committed) give_up(group, committed.error());
  unit_->words().clear();
  announce(group);
  finish(group);
}

Result<Done> Writer::run_group(std::vector<Item*>& group) {
  RAPPORT_TRY(db_.begin_write());
  const auto begun_at = std::chrono::steady_clock::now();
  for (Item* item = group.front(); item != nullptr;) {
    RAPPORT_TRY(run_item(*item));
    if (group.size() == kLargestGroup) break;
    if (std::chrono::steady_clock::now() - begun_at > kLongestGroup) break;
    item = take();
    if (item != nullptr) group.push_back(item);
  }
  RAPPORT_TRY(unit_->words().flush());
  RAPPORT_TRY(db_.commit());
  return Done{};
}

void Writer::give_up(const std::vector<Item*>& group, const Error& error) {
  log_error("store", "a commit of " + std::to_string(group.size()) + " failed: " + error.cause);
  if (db_.in_transaction()) (void)db_.rollback();
  for (Item* item : group) {
    if (item->outcome) item->outcome = fail(error);
    item->events.clear();
  }
}

Result<Done> Writer::run_item(Item& item) {
  const FullText::Mark words_before = unit_->words().mark();
  RAPPORT_TRY(db_.query("savepoint item").run());
  item.outcome = run_work(*item.work, *unit_);
  item.events = unit_->take_announced();
  // An engine may end the whole transaction by itself when the disk fails.
  if (!db_.in_transaction()) return fail(broken());
  // Work that passes over the error of a statement would lose what it did after it.
  if (item.outcome && db_.must_go_back()) item.outcome = fail(spoilt());
  if (!item.outcome) {
    item.events.clear();
    unit_->words().go_back(words_before);
    RAPPORT_TRY(db_.query("rollback to item").run());
  }
  RAPPORT_TRY(db_.query("release item").run());
  return Done{};
}

void Writer::announce(const std::vector<Item*>& group) {
  std::vector<Event> events;
  for (Item* item : group) {
    std::move(item->events.begin(), item->events.end(), std::back_inserter(events));
  }
  Listener listener;
  {
    std::lock_guard lock(mutex_);
    listener = listener_;
  }
  if (events.empty() || !listener) return;
  try {
    listener(events);
  } catch (const std::exception& exception) {
    log_error("store", std::string("a listener of commits failed: ") + exception.what());
  }
}

void Writer::finish(const std::vector<Item*>& group) {
  {
    std::lock_guard lock(mutex_);
    for (Item* item : group) item->finished = true;
  }
  finished_.notify_all();
}

}  // namespace rapport
