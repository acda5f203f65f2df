// The steps of a chart over some days: an hour each of up to three days, else a day (UTC).

#pragma once

#include "base/clock.h"
#include "base/result.h"

namespace rapport {

struct Steps {
  Time from;  // the first begins here
  Time to;    // the last ends here, at or after now
  std::chrono::hours length{24};
  int count = 0;

  // Which one a moment lies in; it must lie in [from, to).
  int at(Time time) const { return static_cast<int>((time - from) / length); }
  Time begin(int step) const { return from + step * length; }
};

// Fails with invalid, at "days", if there are fewer than one or more than 90.
Result<Steps> steps_of(int days, Time now);

}  // namespace rapport
