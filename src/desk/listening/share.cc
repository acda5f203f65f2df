#include <map>

#include "desk/listening/monitors.h"
#include "desk/listening/steps.h"
#include "store/store.h"

namespace rapport {

Result<ShareOfVoice> Monitors::share(const Member& by, int days) {
  const auto steps = steps_of(days, clock_.now());
  if (!steps) return fail(steps.error());
  const auto span = steps->to - steps->from;
  return store_.read([&](Unit& unit) -> Result<ShareOfVoice> {
    auto monitors = unit.monitors().all(by.workspace);
    RAPPORT_TRY(monitors);
    auto hours = unit.monitors().hours(by.workspace, {}, steps->from - span, steps->to);
    RAPPORT_TRY(hours);
    ShareOfVoice out;
    out.days = days;
    std::map<MonitorId, SharePart> parts;
    for (const Monitor& each : *monitors) parts[each.id].monitor = each.id;
    std::vector<std::map<MonitorId, std::int64_t>> totals(static_cast<std::size_t>(steps->count));
    for (const HourTotal& each : *hours) {
      const auto part = parts.find(each.monitor);
      if (part == parts.end()) continue;  // it was removed
      if (each.hour < steps->from) {
        part->second.before += each.total;
        continue;
      }
      part->second.total += each.total;
      totals[static_cast<std::size_t>(steps->at(each.hour))][each.monitor] += each.total;
    }
    for (auto& [id, part] : parts) out.monitors.push_back(part);
    for (int step = 0; step < steps->count; ++step) {
      const auto& of = totals[static_cast<std::size_t>(step)];
      out.steps.push_back({steps->begin(step), {of.begin(), of.end()}});
    }
    return out;
  });
}

}  // namespace rapport
