#include <algorithm>

#include "desk/announce.h"
#include "desk/views/saved_views.h"
#include "store/store.h"

namespace rapport {
namespace {

// What the counters have to say about a view: nothing if it looks for words, at one channel or at
// what was read, or at a tag together with an owner.
std::optional<std::int64_t> total_of(const SavedView& view, MemberId asking,
                                     const std::vector<StandingTotal>& standings,
                                     const std::vector<TagTotal>& tags) {
  if (!view.text.empty() || view.channel || view.reading.asks()) return std::nullopt;
  std::int64_t total = 0;
  if (view.tag) {
    if (view.owner != ViewOwner::kAnyone) return std::nullopt;
    for (const TagTotal& each : tags) {
      if (each.tag == *view.tag && (!view.state || each.state == *view.state)) total += each.total;
    }
    return total;
  }
  for (const StandingTotal& each : standings) {
    if (view.state && each.state != *view.state) continue;
    const bool wanted = view.owner == ViewOwner::kAnyone ||
                        (view.owner == ViewOwner::kNobody && !each.owner) ||
                        (view.owner == ViewOwner::kMe && each.owner == asking) ||
                        (view.owner == ViewOwner::kMember && each.owner == view.owner_member);
    if (wanted) total += each.total;
  }
  return total;
}

}  // namespace

Result<std::vector<ShownView>> SavedViews::list(const Member& by) {
  return store_.read([&](Unit& unit) -> Result<std::vector<ShownView>> {
    auto views = unit.views().of(by.workspace, by.id);
    RAPPORT_TRY(views);
    std::vector<ShownView> shown;
    if (views->empty()) return shown;
    auto standings = unit.conversations().totals(by.workspace);
    RAPPORT_TRY(standings);
    auto tags = unit.tags().totals(by.workspace);
    RAPPORT_TRY(tags);
    for (SavedView& view : *views) {
      ShownView each;
      each.mine = view.by == by.id;
      each.may_change = each.mine || (view.shared && by.may_manage());
      each.total = total_of(view, by.id, *standings, *tags);
      each.view = std::move(view);
      shown.push_back(std::move(each));
    }
    return shown;
  });
}

Result<SavedView> SavedViews::find_to_change(Unit& unit, const Member& by, ViewId id) {
  auto view = unit.views().find(by.workspace, id);
  RAPPORT_TRY(view);
  const bool mine = view->by == by.id;
  if (!mine && !view->shared) return not_found("There is no such view.");
  if (!mine && !by.may_manage()) {
    return forbidden("Only who made this view, an owner or an admin may change it.");
  }
  return view;
}

Result<Done> SavedViews::announce(Unit& unit, WorkspaceId workspace) {
  return rapport::announce(unit, workspace, EventKind::kViews, clock_.now());
}

}  // namespace rapport
