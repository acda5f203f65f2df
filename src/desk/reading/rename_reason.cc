#include "desk/announce.h"
#include "desk/reading/readings.h"
#include "desk/reading/taxonomy.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<ReasonView> Readings::rename_reason(const Member& by, const std::string& key,
                                           const std::string& typed) {
  if (!by.may_answer()) return forbidden("Your role can read reasons, but not rename them.");
  auto name = check_short_name(typed, "A reason");
  RAPPORT_TRY(name);
  const Time now = clock_.now();
  return store_.write([&](Unit& unit) -> Result<ReasonView> {
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    const ReasonView* known = taxonomy->find(key);
    if (known == nullptr) return not_found("There is no such reason.");
    ReasonView reason = *known;
    if (!reason.merged_into.empty()) {
      return conflict("This reason was merged into " + taxonomy->name(key) + ".");
    }
    if (reason.name == *name) return reason;
    if (!taxonomy->is_free(*name, key)) return conflict("There is a reason of this name already.");
    RAPPORT_TRY(unit.teaching().save(WorkspaceReason{by.workspace, key, *name, "", now}));
    RAPPORT_TRY(unit.members().audit(
        {by.workspace, by.id, "reason.rename", key, reason.name + " → " + *name, now}));
    RAPPORT_TRY(announce(unit, by.workspace, EventKind::kReading, now));
    reason.name = *name;
    return reason;
  });
}

}  // namespace rapport
