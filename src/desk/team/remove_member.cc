#include "desk/team/rules.h"
#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {

Result<Done> Team::remove_member(std::optional<Member> by, WorkspaceId workspace, MemberId id) {
  RAPPORT_TRY(check_may_deal_with(by, Role::kViewer));
  return store_.write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.members().hold_team(workspace));
    auto member = unit.members().find(workspace, id);
    RAPPORT_TRY(member);
    RAPPORT_TRY(check_may_deal_with(by, member->role));
    if (by && by->id == id) return conflict("To go yourself, leave the workspace.");
    RAPPORT_TRY(check_not_last_owner(unit, *member));
    const Time now = clock_.now();
    RAPPORT_TRY(let_go(unit, *member, now));
    return unit.members().audit(AuditEntry{workspace, by ? std::optional(by->id) : std::nullopt,
                                           "member.remove", member->email, member->name, now});
  });
}

}  // namespace rapport
