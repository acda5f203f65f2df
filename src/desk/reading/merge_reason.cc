#include "desk/announce.h"
#include "desk/reading/readings.h"
#include "desk/reading/taxonomy.h"
#include "model/post_reading.h"
#include "store/store.h"

namespace rapport {

Result<ReasonView> Readings::merge_reason(const Member& by, const std::string& key,
                                          const std::string& into) {
  if (!by.may_manage()) return forbidden("Merging reasons is for owners and admins.");
  const Time now = clock_.now();
  auto merged = store_.write([&](Unit& unit) -> Result<ReasonView> {
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    const ReasonView* from = taxonomy->find(key);
    if (from == nullptr) return not_found("There is no such reason.");
    if (taxonomy->find(into) == nullptr) {
      return invalid("There is no such reason to merge into.", "into");
    }
    const std::string target = taxonomy->resolve(into);
    if (target == key) return invalid("A reason cannot be merged into itself.", "into");
    const ReasonView answer = *taxonomy->find(target);
    if (from->merged_into == target) return answer;
    if (!from->merged_into.empty()) {
      return conflict("This reason was merged into " + taxonomy->name(key) + " already.");
    }
    // The name that the team knows it by stays in the row: it is still told beside the other.
    const bool is_usual = from->builtin && from->name == reason_name(key);
    const std::string own_name = is_usual ? std::string() : from->name;
    RAPPORT_TRY(unit.teaching().save(WorkspaceReason{by.workspace, key, own_name, target, now}));
    RAPPORT_TRY(unit.views().replace_reason(by.workspace, key, target));
    RAPPORT_TRY(announce(unit, by.workspace, EventKind::kViews, now));
    RAPPORT_TRY(unit.members().audit(
        {by.workspace, by.id, "reason.merge", key, from->name + " into " + answer.name, now}));
    RAPPORT_TRY(announce(unit, by.workspace, EventKind::kReading, now));
    return answer;
  });
  if (!merged) return merged;
  follow(by.workspace);
  note_taught(by.workspace);
  return merged;
}

}  // namespace rapport
