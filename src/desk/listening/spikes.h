// Hours in which much more was said than usual.

#pragma once

#include <cstdint>
#include <vector>

#include "base/clock.h"

namespace rapport {

// What is usual: the mean of the hours of the seven days before, of at least one day.
inline constexpr std::chrono::hours kUsualSpan{7 * 24};
inline constexpr std::chrono::hours kLeastUsualSpan{24};
// A spike has at least so many posts, is so many times as high as usual, and stands out from it by
// so many times the square root of it (the standard deviation of what comes by chance at that
// rate).
inline constexpr std::int64_t kLeastSpike = 10;
inline constexpr double kSpikeTimes = 3;
inline constexpr double kSpikeDeviations = 4;

struct SpikeHours {
  Time from;
  Time to;
  std::int64_t total = 0;
  double usual = 0;  // in as many hours

  bool operator==(const SpikeHours&) const = default;
};

// `hours` holds a total for each hour from `begin` on. Neighbouring hours that stand out are one
// spike, and are no part of what is usual for the hours behind them. Those before `from` are looked
// at as the past alone.
std::vector<SpikeHours> find_spikes(Time begin, const std::vector<std::int64_t>& hours, Time from);

}  // namespace rapport
