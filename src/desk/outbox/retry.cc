#include "desk/knowledge/note_uses.h"
#include "desk/outbox/events.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"

namespace rapport {
namespace {

// What was asked of the post since then stands.
Result<Done> must_be_newest(Unit& unit, const Act& act) {
  if ((act.kind != ActKind::kHide && act.kind != ActKind::kUnhide) || !act.post) return Done{};
  auto latest = unit.outbox().latest_on_post(act.workspace, act.channel, *act.post,
                                             {ActKind::kHide, ActKind::kUnhide});
  RAPPORT_TRY(latest);
  if (*latest && (*latest)->id != act.id) {
    return conflict("Somebody hid or showed this post again since. Have another look.");
  }
  return Done{};
}

}  // namespace

Result<ActView> Outbox::retry(const Member& by, ActId id) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) -> Result<ActView> {
    auto act = unit.outbox().find(by.workspace, id);
    RAPPORT_TRY(act);
    if (act->state == ActState::kQueued || act->state == ActState::kUnknown) {
      act->not_before = clock_.now();  // sooner than the back-off would
    } else if (act->state == ActState::kRejected) {
      RAPPORT_TRY(must_be_newest(unit, *act));
      act->state = ActState::kQueued;
      act->not_before = clock_.now();
      act->dismissed = false;
      act->error.clear();
      // Putting it away took the articles it links to out of the count.
      RAPPORT_TRY(note_uses(unit, ids_, *act, own_hosts_, clock_.now()));
    } else {
      return view_of(unit, std::move(*act));
    }
    act->changed_at = clock_.now();
    RAPPORT_TRY(unit.outbox().save(*act));
    RAPPORT_TRY(announce_act(unit, *act, act->changed_at));
    return view_of(unit, std::move(*act));
  });
}

Result<ActView> Outbox::dismiss(const Member& by, ActId id) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) -> Result<ActView> {
    auto act = unit.outbox().find(by.workspace, id);
    RAPPORT_TRY(act);
    if (act->state != ActState::kRejected)
      return conflict("Only what was refused can be put away.");
    if (act->dismissed) return view_of(unit, std::move(*act));
    act->dismissed = true;
    return put_away(unit, std::move(*act), clock_.now());
  });
}

}  // namespace rapport
