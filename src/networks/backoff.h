// How long to wait after failures in a row: twice as long each time up to a limit, with jitter, so
// that many channels do not come back in step.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>

namespace rapport {

struct BackoffPolicy {
  std::chrono::milliseconds first{1'000};
  std::chrono::milliseconds longest{300'000};
};

// Pure but for its random numbers, which follow from the seed. Not for several threads at once.
class Backoff {
 public:
  Backoff(BackoffPolicy policy, std::uint64_t seed) : policy_(policy), random_(seed) {}

  // The pause after one more failure: between half of and the whole step. A server's own word on
  // when to come back is kept, and up to a tenth added to it.
  std::chrono::milliseconds after_failure(
      std::optional<std::chrono::seconds> server_says = std::nullopt);

  void after_success() { failures_ = 0; }
  int failures() const { return failures_; }

 private:
  std::chrono::milliseconds between(std::chrono::milliseconds least,
                                    std::chrono::milliseconds most);

  BackoffPolicy policy_;
  std::mt19937_64 random_;
  int failures_ = 0;
};

}  // namespace rapport
