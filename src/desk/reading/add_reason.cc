#include "desk/announce.h"
#include "desk/reading/readings.h"
#include "desk/reading/taxonomy.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<ReasonView> Readings::add_reason(const Member& by, const std::string& typed) {
  if (!by.may_answer()) return forbidden("Your role can read reasons, but not add them.");
  auto name = check_short_name(typed, "A reason");
  RAPPORT_TRY(name);
  const Time now = clock_.now();
  const std::string key = to_string(ids_.make<ReasonId>());
  auto added = store_.write([&](Unit& unit) -> Result<ReasonView> {
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    if (!taxonomy->is_free(*name, "")) return conflict("There is a reason of this name already.");
    if (taxonomy->added() >= kMostReasons) {
      return invalid("100 reasons of your own are the most. Merge some first.", "name");
    }
    RAPPORT_TRY(unit.teaching().save(WorkspaceReason{by.workspace, key, *name, "", now}));
    RAPPORT_TRY(unit.members().audit({by.workspace, by.id, "reason.add", key, *name, now}));
    RAPPORT_TRY(announce(unit, by.workspace, EventKind::kReading, now));
    return ReasonView{key, *name, false, ""};
  });
  if (added) follow(by.workspace);
  return added;
}

}  // namespace rapport
