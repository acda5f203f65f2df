#include "base/ids.h"

#include <random>

#include "base/id_number.h"

namespace rapport {
namespace {

constexpr int kCounterBits = 20;
constexpr std::int64_t kEpochMillis = 1'577'836'800'000;  // 2020-01-01T00:00:00Z

std::int64_t number(Time time, std::int64_t counter) {
  return ((to_micros(time) / 1000 - kEpochMillis) << kCounterBits) | counter;
}

}  // namespace

std::int64_t id_number_at(Time time, std::uint64_t counter) {
  return number(time, static_cast<std::int64_t>(counter & ((1U << kCounterBits) - 1)));
}

IdMaker::IdMaker(const Clock& clock) : clock_(clock) {
  // Half the counter's room stays free above the start, so that a burst in the first millisecond
  // of two processes does not spill into the next one.
  start_ = static_cast<std::int64_t>(std::random_device{}() & ((1U << (kCounterBits - 1)) - 1));
}

std::int64_t IdMaker::next() {
  std::lock_guard lock(mutex_);
  const std::int64_t fresh = number(clock_.now(), start_);
  last_ = fresh > last_ ? fresh : last_ + 1;
  return last_;
}

}  // namespace rapport
