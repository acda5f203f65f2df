#include "desk/tagging/tagging.h"
#include "store/store.h"

namespace rapport {
namespace {

// What is cleared before the answer is given; the rest follows every few seconds.
constexpr int kAtOnce = 200;
constexpr int kPerWrite = 100;

}  // namespace

Result<Done> Tagging::remove(const Member& by, TagId id) {
  RAPPORT_TRY(leave(by, id, std::nullopt));
  RAPPORT_TRY(clear_leaving(kAtOnce));
  return Done{};
}

Result<TagView> Tagging::merge(const Member& by, TagId id, TagId into) {
  if (id == into) return invalid("A tag cannot be merged into itself.", "into_id");
  RAPPORT_TRY(leave(by, id, into));
  RAPPORT_TRY(clear_leaving(kAtOnce));
  return store_.read([&](Unit& unit) -> Result<TagView> {
    auto tag = unit.tags().find(by.workspace, into);
    RAPPORT_TRY(tag);
    return view_of(unit, std::move(*tag));
  });
}

Result<Done> Tagging::leave(const Member& by, TagId id, std::optional<TagId> into) {
  if (!by.may_manage()) return forbidden("Only an owner or admin may remove or merge tags.");
  return store_.write([&](Unit& unit) -> Result<Done> {
    auto tag = unit.tags().find(by.workspace, id);
    RAPPORT_TRY(tag);
    std::string detail = tag->name;
    if (into) {
      auto target = unit.tags().find(by.workspace, *into);
      if (!target && target.error().kind == ErrorKind::kNotFound) {
        return invalid("There is no such tag to merge into.", "into_id");
      }
      RAPPORT_TRY(target);
      detail += " into " + target->name;
      RAPPORT_TRY(unit.views().replace_tag(by.workspace, id, *into));
    }
    RAPPORT_TRY(unit.tags().begin_removal(by.workspace, id, into, clock_.now()));
    RAPPORT_TRY(unit.members().audit({by.workspace, by.id, into ? "tag.merge" : "tag.remove",
                                      to_string(id), detail, clock_.now()}));
    return announce(unit, by.workspace);
  });
}

Result<int> Tagging::clear_leaving(int most) {
  int cleared = 0;
  while (cleared < most) {
    auto leaving = store_.read([](Unit& unit) { return unit.tags().leaving(1); });
    RAPPORT_TRY(leaving);
    if (leaving->empty()) break;
    const LeavingTag& tag = leaving->front();
    auto some = store_.write([&](Unit& unit) -> Result<int> {
      auto count = unit.tags().clear_some(tag, kPerWrite);
      RAPPORT_TRY(count);
      // Its last piece: counters of the other tag stand still now.
      if (*count == 0) RAPPORT_TRY(announce(unit, tag.workspace));
      return *count;
    });
    RAPPORT_TRY(some);
    cleared += *some;
  }
  return cleared;
}

}  // namespace rapport
