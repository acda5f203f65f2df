#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"

namespace rapport {

Result<ActView> Outbox::find(const Member& by, ActId id) {
  return store_.read([&](Unit& unit) -> Result<ActView> {
    auto act = unit.outbox().find(by.workspace, id);
    RAPPORT_TRY(act);
    return view_of(unit, std::move(*act));
  });
}

Result<ActView> Outbox::undo(const Member& by, ActId id) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) -> Result<ActView> {
    auto act = unit.outbox().find(by.workspace, id);
    RAPPORT_TRY(act);
    if (act->state == ActState::kUndone) return view_of(unit, std::move(*act));
    // Once an attempt was made, only the network knows; before, we do.
    if (act->state != ActState::kQueued) return conflict("It is already on its way.");

    act->state = ActState::kUndone;
    return put_away(unit, std::move(*act), clock_.now());
  });
}

}  // namespace rapport
