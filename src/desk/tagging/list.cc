#include "desk/announce.h"
#include "desk/tagging/tagging.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<TagView>> Tagging::list(const Member& by) {
  return store_.read([&](Unit& unit) -> Result<std::vector<TagView>> {
    auto tags = unit.tags().all(by.workspace);
    RAPPORT_TRY(tags);
    auto totals = unit.tags().totals(by.workspace);
    RAPPORT_TRY(totals);
    std::vector<TagView> views;
    std::map<TagId, std::size_t> place;
    for (Tag& tag : *tags) {
      place[tag.id] = views.size();
      views.push_back({std::move(tag), {}});
    }
    for (const TagTotal& each : *totals) {
      const auto found = place.find(each.tag);
      if (found != place.end()) views[found->second].totals[each.state] = each.total;
    }
    return views;
  });
}

Result<TagView> Tagging::view_of(Unit& unit, Tag tag) {
  auto totals = unit.tags().totals(tag.workspace);
  RAPPORT_TRY(totals);
  TagView view{std::move(tag), {}};
  for (const TagTotal& each : *totals) {
    if (each.tag == view.tag.id) view.totals[each.state] = each.total;
  }
  return view;
}

Result<Done> Tagging::announce(Unit& unit, WorkspaceId workspace) {
  return rapport::announce(unit, workspace, EventKind::kTags, clock_.now());
}

}  // namespace rapport
