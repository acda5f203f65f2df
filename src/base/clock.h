// Time as the whole house keeps it: UTC microseconds. A clock is passed in, so tests turn it by
// hand.

#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace rapport {

using Microseconds = std::chrono::microseconds;
using Time = std::chrono::sys_time<Microseconds>;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Time now() const = 0;
};

// The machine's own clock.
class SystemClock final : public Clock {
 public:
  Time now() const override {
    return std::chrono::time_point_cast<Microseconds>(std::chrono::system_clock::now());
  }
};

// A clock that stands until it is turned. Safe to turn while others read it.
class HandClock final : public Clock {
 public:
  explicit HandClock(Time start) : now_(start) {}
  Time now() const override {
    std::lock_guard lock(mutex_);
    return now_;
  }
  void set(Time time) {
    std::lock_guard lock(mutex_);
    now_ = time;
  }
  void advance(Microseconds by) {
    std::lock_guard lock(mutex_);
    now_ += by;
  }

 private:
  mutable std::mutex mutex_;
  Time now_;
};

// RFC 3339 in UTC with six digits of a second: "2026-11-23T15:10:00.000000Z".
std::string format_time(Time time);

// Reads RFC 3339 with any offset and any number of fraction digits; nothing if it is not one, or
// if it lies outside the years 1 to 9999.
std::optional<Time> parse_time(std::string_view text);

inline std::int64_t to_micros(Time time) { return time.time_since_epoch().count(); }
inline Time from_micros(std::int64_t micros) { return Time{Microseconds{micros}}; }

}  // namespace rapport
