// What servers still let us ask, learned from their answers, so that a budget is never used up by
// what could wait, and one that is used up costs no request.
//
// A budget is known by a key the caller chooses: a server, what kind of call, and the account if
// the limit is per account. A server may count several things at once ("5,000 an hour and 35,000 a
// day") and tells with each answer only of the tightest; they are told apart by `RateLimit-Policy`.
//
// What somebody waits for goes first. What may wait leaves it the last tenth of every budget, and
// goes more slowly once three quarters are used.

#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "networks/transport.h"

namespace rapport {

enum class Urgency {
  kPerson,      // somebody waits for it
  kBackground,  // reading along
};

// One budget that a call draws on, and how much.
struct Draw {
  std::string key;
  std::int64_t cost = 1;
};

// Safe from any thread; one for the whole process, since limits are often per address.
class RateBudget {
 public:
  explicit RateBudget(const Clock& clock) : clock_(clock) {}

  // Draws on all of `draws` and returns nothing if the call may go now; else the whole seconds
  // until it makes sense, and draws on none.
  std::optional<std::int64_t> must_wait(const std::vector<Draw>& draws, Urgency urgency);

  // Learns from any answer to a call that drew on `draws`. What a server counts is taken to be what
  // it was known to be; something new is counted for the last, the most special of them.
  void learn(const std::vector<Draw>& draws, const HttpResponse& response);

  Time now() const { return clock_.now(); }

 private:
  struct Pool {
    std::int64_t limit = 0;  // 0: not told
    std::int64_t remaining = 0;
    Time reset;
    std::optional<Time> drawn_at;  // by what may wait
  };
  struct Budget {
    std::optional<Time> closed_until;
    std::map<std::string, Pool> pools;  // by policy
  };

  static std::optional<Microseconds> wait_for(const Pool& pool, std::int64_t cost, Urgency urgency,
                                              Time now);

  const Clock& clock_;
  std::mutex mutex_;
  std::map<std::string, Budget> budgets_;
};

// Seconds until an answer's limits open again: of a 429 always something, of any other answer only
// when nothing remains. At least 1, at most a day.
std::optional<std::int64_t> seconds_to_wait(const HttpResponse& response, Time now);

}  // namespace rapport
