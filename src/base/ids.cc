#include "base/ids.h"

#include <random>

namespace rapport {
namespace {

constexpr int kCounterBits = 20;
constexpr std::int64_t kEpochMillis = 1'577'836'800'000;  // 2020-01-01T00:00:00Z

}  // namespace

IdMaker::IdMaker(const Clock& clock) : clock_(clock) {
  // Half the counter's room stays free above the start, so that a burst in the first millisecond
  // of two processes does not spill into the next one.
  start_ = static_cast<std::int64_t>(std::random_device{}() & ((1U << (kCounterBits - 1)) - 1));
}

std::int64_t IdMaker::next() {
  std::lock_guard lock(mutex_);
  const std::int64_t millis = to_micros(clock_.now()) / 1000 - kEpochMillis;
  const std::int64_t fresh = (millis << kCounterBits) | start_;
  last_ = fresh > last_ ? fresh : last_ + 1;
  return last_;
}

}  // namespace rapport
