#include "desk/announce.h"
#include "desk/solving/solving.h"
#include "desk/solving/views.h"

namespace rapport {

Result<RemedyView> Solving::close(const Member& by, RemedyId id) {
  return set_closed(by, id, true);
}

Result<RemedyView> Solving::reopen(const Member& by, RemedyId id) {
  return set_closed(by, id, false);
}

Result<RemedyView> Solving::set_closed(const Member& by, RemedyId id, bool closed) {
  RAPPORT_TRY(check_may_solve(by));
  return store_.write([&](Unit& unit) -> Result<RemedyView> {
    auto remedy = unit.remedies().find(by.workspace, id);
    RAPPORT_TRY(remedy);
    auto taxonomy = Taxonomy::of(unit, by.workspace);
    RAPPORT_TRY(taxonomy);
    if (remedy->closed_at.has_value() != closed) {
      const Time now = clock_.now();
      remedy->closed_at = closed ? std::optional(now) : std::nullopt;
      RAPPORT_TRY(unit.remedies().save(*remedy));
      RAPPORT_TRY(announce(unit, by.workspace, EventKind::kReading, now));
    }
    return remedy_view(unit, *taxonomy, std::move(*remedy));
  });
}

}  // namespace rapport
