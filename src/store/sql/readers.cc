#include "store/sql/readers.h"

#include <utility>

namespace rapport {

Readers::Readers(std::vector<std::unique_ptr<SqlUnit>> units) : units_(std::move(units)) {
  for (const auto& unit : units_) idle_.push_back(unit.get());
}

Result<Done> Readers::run(const Store::Work& work) {
  SqlUnit* const unit = borrow();
  Connection& db = unit->connection();
  Result<Done> outcome = Done{};
  if (auto begun = db.begin_read(); !begun) {
    outcome = fail(std::move(begun.error()));
  } else {
    outcome = run_work(work, *unit);
    unit->words().clear();
    (void)unit->take_announced();
    if (auto ended = db.rollback(); !ended && outcome) {
      outcome = fail(std::move(ended.error()));
    }
  }
  give_back(unit);
  return outcome;
}

SqlUnit* Readers::borrow() {
  std::unique_lock lock(mutex_);
  free_.wait(lock, [&] { return !idle_.empty(); });
  SqlUnit* const unit = idle_.back();
  idle_.pop_back();
  return unit;
}

void Readers::give_back(SqlUnit* unit) {
  {
    std::lock_guard lock(mutex_);
    idle_.push_back(unit);
  }
  free_.notify_one();
}

}  // namespace rapport
