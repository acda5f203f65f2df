#include <algorithm>

#include "desk/listening/mention_filter.h"
#include "desk/listening/monitors.h"
#include "store/store.h"

namespace rapport {
namespace {

// One call looks at so many mentions for those that fit; the next goes on where it stopped.
constexpr int kMostLooked = 2000;
constexpr int kStep = 200;

}  // namespace

Result<HeardPage> Monitors::posts(const Member& by, const MentionFilter& filter,
                                  std::optional<MentionPlace> after, int most) {
  most = std::clamp(most, 1, 100);
  const Time from = filter.from.value_or(Time{});
  const Time to = filter.to.value_or(clock_.now() + std::chrono::hours{24});
  return store_.read([&](Unit& unit) -> Result<HeardPage> {
    if (filter.monitor) RAPPORT_TRY(unit.monitors().find(by.workspace, *filter.monitor));
    std::vector<MentionFacts> fitting;
    std::optional<MentionPlace> next;
    for (int looked = 0;;) {
      const int step = std::max(most + 1, kStep);
      auto some = unit.monitors().found(by.workspace, filter.monitor, from, to, after, step);
      RAPPORT_TRY(some);
      looked += static_cast<int>(some->size());
      const bool ends = static_cast<int>(some->size()) < step;
      if (!some->empty()) after = MentionPlace{some->back().said_at, some->back().post};
      for (MentionFacts& each : *some) {
        if (!fits(filter, each)) continue;
        if (static_cast<int>(fitting.size()) == most) {
          next = MentionPlace{fitting.back().said_at, fitting.back().post};
          break;
        }
        fitting.push_back(std::move(each));
      }
      if (next || ends) break;
      // There may be more further down: whoever asks can go on from here.
      if (looked >= kMostLooked) {
        next = after;
        break;
      }
    }
    auto shown = show(unit, by.workspace, fitting, filter.monitor);
    RAPPORT_TRY(shown);
    return HeardPage{std::move(*shown), next};
  });
}

}  // namespace rapport
