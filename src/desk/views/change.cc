#include <algorithm>

#include "desk/must_be_here.h"
#include "desk/team/words.h"
#include "desk/views/saved_views.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::size_t kWordsMost = 200;

Result<Done> check_may_save(const Member& by) {
  if (!by.may(Permission::kSaveViews)) {
    return forbidden("Your role can look through views, but not keep any.");
  }
  return Done{};
}

// What a view may ask for. Channels, tags and members that leave later are no reason to refuse it:
// the list says what is gone.
Result<Done> check(Unit& unit, const Member& by, SavedView& view) {
  RAPPORT_TRY(check_may_save(by));
  auto name = check_name(view.name, "name");
  RAPPORT_TRY(name);
  view.name = std::move(*name);
  if (view.text.size() > kWordsMost) return invalid("Search for fewer words.", "q");
  if ((view.owner == ViewOwner::kMember) != view.owner_member.has_value()) {
    return invalid("Name the member whose conversations it shows.", "owner");
  }
  if (view.shared && !by.may_answer()) {
    return forbidden("Your role can keep views, but not share them.");
  }
  if (view.owner_member) {
    RAPPORT_TRY(must_be_here(unit.members().find(by.workspace, *view.owner_member),
                             "There is no such member in this workspace.", "owner"));
  }
  if (view.channel) {
    RAPPORT_TRY(must_be_here(unit.channels().find(by.workspace, *view.channel),
                             "There is no such channel.", "channel_id"));
  }
  if (view.tag) {
    RAPPORT_TRY(
        must_be_here(unit.tags().find(by.workspace, *view.tag), "There is no such tag.", "tag_id"));
  }
  return Done{};
}

// Behind the last of its kind.
std::int64_t last_place(const std::vector<SavedView>& views, bool shared) {
  std::int64_t place = 0;
  for (const SavedView& each : views) {
    if (each.shared == shared) place = std::max(place, each.place + 1);
  }
  return place;
}

}  // namespace

Result<ShownView> SavedViews::create(const Member& by, const SavedView& wanted) {
  return store_.write([&](Unit& unit) -> Result<ShownView> {
    SavedView view = wanted;
    RAPPORT_TRY(check(unit, by, view));
    auto all = unit.views().of(by.workspace, by.id);
    RAPPORT_TRY(all);
    if (all->size() >= kMost) return invalid("100 views are the most. Remove some first.", "name");
    view.workspace = by.workspace;
    view.id = ids_.make<ViewId>();
    view.by = by.id;
    view.place = last_place(*all, view.shared);
    view.created_at = clock_.now();
    RAPPORT_TRY(unit.views().add(view));
    RAPPORT_TRY(announce(unit, by.workspace));
    return ShownView{std::move(view), true, true, std::nullopt};
  });
}

Result<ShownView> SavedViews::change(const Member& by, ViewId id, const SavedView& wanted) {
  return store_.write([&](Unit& unit) -> Result<ShownView> {
    auto before = find_to_change(unit, by, id);
    RAPPORT_TRY(before);
    SavedView view = wanted;
    RAPPORT_TRY(check(unit, by, view));
    // Taking somebody else's view out of everyone's sight would make it theirs alone.
    if (before->shared && !view.shared && before->by != by.id) {
      return forbidden("Only who made this view may make it private again.");
    }
    view.workspace = before->workspace;
    view.id = before->id;
    view.by = before->by;
    view.created_at = before->created_at;
    view.place = before->place;
    if (before->shared != view.shared) {
      auto all = unit.views().of(by.workspace, by.id);
      RAPPORT_TRY(all);
      view.place = last_place(*all, view.shared);
    }
    RAPPORT_TRY(unit.views().save(view));
    RAPPORT_TRY(announce(unit, by.workspace));
    return ShownView{std::move(view), before->by == by.id, true, std::nullopt};
  });
}

Result<Done> SavedViews::remove(const Member& by, ViewId id) {
  RAPPORT_TRY(check_may_save(by));
  return store_.write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(find_to_change(unit, by, id));
    RAPPORT_TRY(unit.views().remove(by.workspace, id));
    return announce(unit, by.workspace);
  });
}

Result<Done> SavedViews::arrange(const Member& by, const std::vector<ViewId>& order) {
  RAPPORT_TRY(check_may_save(by));
  if (order.size() > kMost) return invalid("100 views are the most.", "ids");
  return store_.write([&](Unit& unit) -> Result<Done> {
    std::int64_t place = 0;
    std::optional<bool> shared;
    for (const ViewId id : order) {
      auto view = find_to_change(unit, by, id);
      RAPPORT_TRY(view);
      if (shared && *shared != view->shared) {
        return invalid("Private and shared views each have their own order.", "ids");
      }
      shared = view->shared;
      view->place = place++;
      RAPPORT_TRY(unit.views().save(*view));
    }
    return announce(unit, by.workspace);
  });
}

}  // namespace rapport
