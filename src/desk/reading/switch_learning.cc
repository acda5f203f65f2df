#include "desk/announce.h"
#include "desk/reading/learning.h"
#include "desk/reading/readings.h"
#include "store/store.h"

namespace rapport {

Result<LearningView> Readings::switch_learning(const Member& by, bool on) {
  if (!by.may_manage()) return forbidden("Switching what was learned is for owners and admins.");
  const Time now = clock_.now();
  auto view = store_.write([&](Unit& unit) -> Result<LearningView> {
    auto learning = unit.teaching().learning(by.workspace);
    RAPPORT_TRY(learning);
    if (learning->on != on) {
      learning->on = on;
      RAPPORT_TRY(unit.teaching().save(*learning));
      RAPPORT_TRY(unit.members().audit({by.workspace, by.id, "learning.switch",
                                        to_string(by.workspace), on ? "on" : "off", now}));
      RAPPORT_TRY(announce(unit, by.workspace, EventKind::kReading, now));
    }
    return learning_view(unit, by.workspace, reader_);
  });
  if (!view) return view;
  follow(by.workspace);
  note_taught(by.workspace);
  return view;
}

}  // namespace rapport
