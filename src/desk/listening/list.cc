#include "desk/listening/matching.h"
#include "desk/listening/monitors.h"
#include "listen/parse.h"
#include "store/store.h"

namespace rapport {
namespace {

// Why it cannot be used; empty: it can.
std::string trouble_of(const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  if (parsed.query) return {};
  for (const Diagnostic& each : parsed.diagnostics) {
    if (each.severity == Severity::kError) return each.reason;
  }
  return "This query cannot be read any more.";
}

void add_hours(const std::vector<HourTotal>& hours, Time now, MonitorView& view) {
  constexpr std::chrono::hours kDay{24};
  for (const HourTotal& each : hours) {
    if (each.monitor != view.monitor.id) continue;
    if (each.hour > now - kDay) view.today += each.total;
    if (each.hour > now - 7 * kDay) {
      view.week += each.total;
    } else if (each.hour > now - 14 * kDay) {
      view.week_before += each.total;
    }
  }
}

}  // namespace

Result<Done> Monitors::check_may_listen(const Member& by) const {
  if (!by.may_answer()) return forbidden("Your role can read monitors, but not change them.");
  return Done{};
}

Result<MonitorView> Monitors::view_of(Unit& unit, Monitor monitor) {
  const Time now = clock_.now();
  auto hours = unit.monitors().hours(monitor.workspace, monitor.id,
                                     hour_of(now - std::chrono::days{14}), now);
  RAPPORT_TRY(hours);
  MonitorView view;
  view.catching_up = monitor.below.value != 0 && !monitor.paused;
  view.broken = trouble_of(monitor.query);
  view.monitor = std::move(monitor);
  add_hours(*hours, now, view);
  return view;
}

Result<MonitorPage> Monitors::list(const Member& by, std::optional<MonitorId> after, int most) {
  const Time now = clock_.now();
  return store_.read([&](Unit& unit) -> Result<MonitorPage> {
    auto all = unit.monitors().page(by.workspace, after, most + 1);
    RAPPORT_TRY(all);
    MonitorPage page;
    if (all->size() > static_cast<std::size_t>(most)) {
      all->pop_back();
      page.next = all->back().id;
    }
    std::vector<MonitorId> ids;
    for (const Monitor& each : *all) ids.push_back(each.id);
    auto hours =
        unit.monitors().hours_of(by.workspace, ids, hour_of(now - std::chrono::days{14}), now);
    RAPPORT_TRY(hours);
    auto from = hours->begin();
    for (Monitor& each : *all) {
      // Both are in the order of monitors.
      while (from != hours->end() && from->monitor < each.id) ++from;
      auto to = from;
      while (to != hours->end() && to->monitor == each.id) ++to;
      MonitorView view;
      view.catching_up = each.below.value != 0 && !each.paused;
      view.broken = trouble_of(each.query);
      view.monitor = std::move(each);
      add_hours({from, to}, now, view);
      from = to;
      page.monitors.push_back(std::move(view));
    }
    return page;
  });
}

}  // namespace rapport
