#include <limits>

#include "desk/announce.h"
#include "desk/listening/matching.h"
#include "desk/listening/monitors.h"
#include "desk/team/words.h"
#include "listen/parse.h"
#include "store/store.h"

namespace rapport {
namespace {

// All posts that are there.
constexpr PostId kAboveAll{std::numeric_limits<std::int64_t>::max()};

Result<MonitorWish> checked(const MonitorWish& wish) {
  auto name = check_short_name(wish.name, "A monitor");
  RAPPORT_TRY(name);
  const ParsedQuery parsed = parse_query(wish.query);
  for (const Diagnostic& each : parsed.diagnostics) {
    if (each.severity != Severity::kError) continue;
    return invalid(each.reason + " (at byte " + std::to_string(each.span.begin) + ")", "query");
  }
  if (!parsed.query) return invalid("This query cannot be read.", "query");
  MonitorWish out = wish;
  out.name = std::move(*name);
  return out;
}

Result<Done> announce_monitor(Unit& unit, const Monitor& monitor, Time now) {
  Event event;
  event.workspace = monitor.workspace;
  event.kind = EventKind::kMonitor;
  event.subject = monitor.id.value;
  event.at = now;
  return unit.announce(std::move(event));
}

}  // namespace

Result<MonitorView> Monitors::create(const Member& by, const MonitorWish& asked) {
  RAPPORT_TRY(check_may_listen(by));
  auto wish = checked(asked);
  RAPPORT_TRY(wish);
  const Time now = clock_.now();
  Monitor monitor;
  monitor.workspace = by.workspace;
  monitor.id = ids_.make<MonitorId>();
  monitor.name = wish->name;
  monitor.query = wish->query;
  monitor.color = wish->color;
  monitor.paused = wish->paused;
  monitor.by = by.id;
  monitor.below = kAboveAll;
  monitor.created_at = now;
  monitor.changed_at = now;
  std::lock_guard changing(changing_);
  auto view = store_.write([&](Unit& unit) -> Result<MonitorView> {
    auto count = unit.monitors().count(by.workspace);
    RAPPORT_TRY(count);
    if (*count >= static_cast<std::int64_t>(kMost))
      return invalid("10,000 monitors are the most.", "name");
    RAPPORT_TRY(unit.monitors().add(monitor));
    RAPPORT_TRY(announce_monitor(unit, monitor, now));
    return view_of(unit, monitor);
  });
  RAPPORT_TRY(view);
  matching_.put(monitor);
  return view;
}

// What it found with other words stays until earlier posts are matched again: then it is looked at
// once more, and goes if it does not fit.
Result<MonitorView> Monitors::change(const Member& by, MonitorId id, const MonitorWish& asked) {
  RAPPORT_TRY(check_may_listen(by));
  auto wish = checked(asked);
  RAPPORT_TRY(wish);
  const Time now = clock_.now();
  Monitor changed;
  std::lock_guard changing(changing_);
  auto view = store_.write([&](Unit& unit) -> Result<MonitorView> {
    auto monitor = unit.monitors().find(by.workspace, id);
    RAPPORT_TRY(monitor);
    const bool resumed = monitor->paused && !wish->paused;
    if (monitor->query != wish->query || resumed) monitor->below = kAboveAll;
    monitor->name = wish->name;
    monitor->query = wish->query;
    monitor->color = wish->color;
    monitor->paused = wish->paused;
    monitor->changed_at = now;
    RAPPORT_TRY(unit.monitors().save(*monitor));
    RAPPORT_TRY(announce_monitor(unit, *monitor, now));
    changed = *monitor;
    return view_of(unit, std::move(*monitor));
  });
  RAPPORT_TRY(view);
  matching_.put(changed);
  return view;
}

Result<Done> Monitors::remove(const Member& by, MonitorId id) {
  RAPPORT_TRY(check_may_listen(by));
  const Time now = clock_.now();
  std::lock_guard changing(changing_);
  auto removed = store_.write([&](Unit& unit) -> Result<Done> {
    auto monitor = unit.monitors().find(by.workspace, id);
    RAPPORT_TRY(monitor);
    RAPPORT_TRY(unit.monitors().remove(by.workspace, id, now));
    RAPPORT_TRY(unit.members().audit({by.workspace, by.id, "monitor.remove", to_string(id),
                                      monitor->name + ": " + monitor->query, now}));
    return announce_monitor(unit, *monitor, now);
  });
  RAPPORT_TRY(removed);
  matching_.remove(id);
  return Done{};
}

}  // namespace rapport
