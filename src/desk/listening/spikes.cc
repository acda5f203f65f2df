#include "desk/listening/spikes.h"

#include <algorithm>
#include <cmath>

namespace rapport {

std::vector<SpikeHours> find_spikes(Time begin, const std::vector<std::int64_t>& hours, Time from) {
  constexpr std::chrono::hours kHour{1};
  const auto span = static_cast<std::size_t>(kUsualSpan / kHour);
  const auto least = static_cast<std::size_t>(kLeastUsualSpan / kHour);
  std::vector<SpikeHours> spikes;
  std::vector<bool> stands_out(hours.size());
  for (std::size_t at = 0; at < hours.size(); ++at) {
    std::int64_t sum = 0;
    std::size_t counted = 0;
    for (std::size_t before = at > span ? at - span : 0; before < at; ++before) {
      if (stands_out[before]) continue;
      sum += hours[before];
      ++counted;
    }
    if (counted < least) continue;
    const double usual = static_cast<double>(sum) / static_cast<double>(counted);
    const auto total = static_cast<double>(hours[at]);
    const bool spike = hours[at] >= kLeastSpike && total >= kSpikeTimes * usual &&
                       total - usual >= kSpikeDeviations * std::sqrt(std::max(usual, 1.0));
    if (!spike) continue;
    stands_out[at] = true;
    const Time hour = begin + static_cast<int>(at) * kHour;
    if (hour < from) continue;
    if (!spikes.empty() && spikes.back().to == hour) {
      spikes.back().to = hour + kHour;
      spikes.back().total += hours[at];
      spikes.back().usual += usual;
    } else {
      spikes.push_back({hour, hour + kHour, hours[at], usual});
    }
  }
  return spikes;
}

}  // namespace rapport
