// TIDs, the record keys of the AT protocol: 13 characters that sort by the time they were made.
//
// 64 bits in base 32: a zero, 53 bits of microseconds since 1970, 10 bits that tell makers apart.
// https://atproto.com/specs/tid

#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace rapport {

// Makes TIDs that rise strictly, also when the clock steps back. Safe from any thread. The clock id
// is random, so two processes are unlikely to make the same one in the same microsecond.
class TidMaker {
 public:
  explicit TidMaker(const Clock& clock);
  TidMaker(const Clock& clock, std::uint16_t clock_id);

  std::string make();

 private:
  const Clock& clock_;
  const std::uint64_t clock_id_;
  std::mutex mutex_;
  std::int64_t last_ = 0;
};

bool is_tid(std::string_view text);

// The TID of this moment and clock id (10 bits count): the same two give the same TID.
std::string make_tid(Time at, std::uint16_t clock_id);

// When a TID says it was made; nothing if it is none.
std::optional<Time> tid_time(std::string_view text);

}  // namespace rapport
