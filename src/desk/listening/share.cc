#include <algorithm>
#include <map>
#include <string>

#include "desk/listening/monitors.h"
#include "desk/listening/steps.h"
#include "store/store.h"

namespace rapport {

Result<ShareOfVoice> Monitors::share(const Member& by, int days,
                                     const std::vector<MonitorId>& chosen) {
  const auto steps = steps_of(days, clock_.now());
  if (!steps) return fail(steps.error());
  const auto span = steps->to - steps->from;
  const std::string too_many =
      "Choose up to " + std::to_string(kMostCompared) + " monitors to compare.";
  if (chosen.size() > kMostCompared) return invalid(too_many, "monitors");
  return store_.read([&](Unit& unit) -> Result<ShareOfVoice> {
    auto monitors =
        chosen.empty() ? unit.monitors().page(by.workspace, {}, static_cast<int>(kMostCompared) + 1)
                       : unit.monitors().some(by.workspace, chosen);
    RAPPORT_TRY(monitors);
    if (monitors->size() > kMostCompared) return invalid(too_many, "monitors");
    std::vector<MonitorId> ids;
    for (const Monitor& each : *monitors) ids.push_back(each.id);
    const bool all_there = std::ranges::all_of(
        chosen, [&](MonitorId each) { return std::ranges::find(ids, each) != ids.end(); });
    if (!all_there) return not_found("One of these monitors is gone.");
    auto hours = unit.monitors().hours_of(by.workspace, ids, steps->from - span, steps->to);
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
