// How often someone may try to sign in: a budget per key (an address, an e-mail) that refills.

#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/clock.h"

namespace rapport {

class Attempts {
 public:
  explicit Attempts(const Clock& clock) : clock_(clock) {}

  struct Budget {
    int attempts;
    std::chrono::seconds per;
  };

  // Spends one attempt of `key`. Nothing if there was one left, else how long to wait for the next.
  std::optional<std::chrono::seconds> spend(const std::string& key, Budget budget);
  // Gives `key` its whole budget back: the sign-in went well.
  void forgive(const std::string& key);

 private:
  struct Spent {
    double left;
    Time counted_at;
    Time full_at;  // may be forgotten from then on
  };

  void forget_full(Time now);

  const Clock& clock_;
  std::mutex mutex_;
  std::map<std::string, Spent> spent_;
};

}  // namespace rapport
