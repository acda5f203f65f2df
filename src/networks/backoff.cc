#include "networks/backoff.h"

#include <algorithm>

namespace rapport {

using std::chrono::milliseconds;

milliseconds Backoff::after_failure(std::optional<std::chrono::seconds> server_says) {
  milliseconds step = policy_.first;
  for (int i = 0; i < failures_ && step < policy_.longest; ++i) step *= 2;
  step = std::min(step, policy_.longest);
  ++failures_;
  const milliseconds ours = between(step / 2, step);
  if (!server_says) return ours;
  const milliseconds theirs = std::max<milliseconds>(*server_says, milliseconds{0});
  return std::max(ours, between(theirs, theirs + theirs / 10));
}

milliseconds Backoff::between(milliseconds least, milliseconds most) {
  return milliseconds{
      std::uniform_int_distribution<milliseconds::rep>(least.count(), most.count())(random_)};
}

}  // namespace rapport
