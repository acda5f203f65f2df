// What servers still let us ask, learned from their answers, so that a used-up budget costs no
// request.
//
// A budget is known by a key the caller chooses: a host, what kind of call, and the account if the
// limit is per account. Reads `RateLimit-Remaining`, `RateLimit-Reset` and `Retry-After`.

#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/clock.h"
#include "networks/transport.h"

namespace rapport {

// Safe from any thread; one for the whole process, since limits are often per address.
class RateBudget {
 public:
  explicit RateBudget(const Clock& clock) : clock_(clock) {}

  // Whole seconds until the next call makes sense; nothing if it may go now.
  std::optional<std::int64_t> must_wait(const std::string& key);

  Time now() const { return clock_.now(); }

  // Learns from any answer.
  void learn(const std::string& key, const HttpResponse& response);

 private:
  const Clock& clock_;
  std::mutex mutex_;
  std::map<std::string, Time> closed_until_;
};

// Seconds until an answer's limits open again: of a 429 always something, of any other answer only
// when nothing remains. At least 1, at most a day.
std::optional<std::int64_t> seconds_to_wait(const HttpResponse& response, Time now);

}  // namespace rapport
