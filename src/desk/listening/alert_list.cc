#include "desk/listening/alerts.h"
#include "store/store.h"

namespace rapport {

Result<AlertPage> Alerts::list(const Member& by, std::optional<AlertId> below, int most) {
  return store_.read([&](Unit& unit) -> Result<AlertPage> {
    auto newest = unit.alerts().newest(by.workspace, below, most + 1);
    RAPPORT_TRY(newest);
    auto read_to = unit.alerts().read_to(by.workspace, by.id);
    RAPPORT_TRY(read_to);
    AlertPage page;
    for (Alert& each : *newest) {
      if (page.alerts.size() == static_cast<std::size_t>(most)) {
        page.next = page.alerts.back().alert.id;
        break;
      }
      const bool read = each.id <= *read_to;
      page.alerts.push_back({std::move(each), read});
    }
    return page;
  });
}

Result<Done> Alerts::mark_read(const Member& by) {
  return store_.write([&](Unit& unit) -> Result<Done> {
    auto newest = unit.alerts().newest(by.workspace, {}, 1);
    RAPPORT_TRY(newest);
    auto read_to = unit.alerts().read_to(by.workspace, by.id);
    RAPPORT_TRY(read_to);
    if (newest->empty() || newest->front().id <= *read_to) return Done{};
    RAPPORT_TRY(unit.alerts().mark_read(by.workspace, by.id, newest->front().id));
    Event event;  // for their other windows
    event.workspace = by.workspace;
    event.kind = EventKind::kAlert;
    event.at = clock_.now();
    return unit.announce(std::move(event));
  });
}

}  // namespace rapport
