#include <utility>

#include "desk/reading/corrected_post.h"
#include "desk/reading/readings.h"
#include "store/store.h"

namespace rapport {

Result<ShownReading> Readings::uncorrect(const Member& by, PostId id,
                                         std::optional<ReadingPart> part) {
  if (!by.may_answer()) return forbidden("Your role can see readings, but not correct them.");
  RAPPORT_TRY(check_reads());
  const Time now = clock_.now();
  auto shown = store_.write([&](Unit& unit) -> Result<ShownReading> {
    auto at = CorrectedPost::find(unit, *reader_, by.workspace, id);
    RAPPORT_TRY(at);
    bool changed = false;
    for (Correction& each : at->corrections) {
      if (!each.stands() || (part && each.part != *part)) continue;
      RAPPORT_TRY(unit.members().audit(
          {by.workspace, by.id, "reading.uncorrect", to_string(id),
           at->told(each.part, each.now, words_of(at->engine, each.part)), now}));
      each.undone_at = now;
      RAPPORT_TRY(unit.teaching().save(each));
      changed = true;
    }
    if (changed) RAPPORT_TRY(keep_corrected(unit, *reader_, at->post, now));
    return at->shown();
  });
  if (shown) note_taught(by.workspace);
  return shown;
}

}  // namespace rapport
