#include "desk/team/rules.h"
#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {

Result<std::optional<Member>> Team::leave(const Member& by) {
  return store_.write([&](Unit& unit) -> Result<std::optional<Member>> {
    RAPPORT_TRY(unit.members().hold_team(by.workspace));
    auto member = unit.members().find(by.workspace, by.id);
    RAPPORT_TRY(member);
    RAPPORT_TRY(check_not_last_owner(unit, *member));
    const Time now = clock_.now();
    RAPPORT_TRY(let_go(unit, *member, now));
    RAPPORT_TRY(unit.members().audit(
        AuditEntry{by.workspace, by.id, "member.leave", member->email, member->name, now}));
    auto left = unit.members().of_login(by.login);
    RAPPORT_TRY(left);
    if (left->empty()) return std::optional<Member>{};
    return std::optional<Member>(left->front());
  });
}

}  // namespace rapport
