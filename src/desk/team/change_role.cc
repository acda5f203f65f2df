#include "desk/team/rules.h"
#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {

Result<Member> Team::change_role(std::optional<Member> by, WorkspaceId workspace, MemberId id,
                                 Role role) {
  RAPPORT_TRY(check_may_deal_with(by, role));
  return store_.write([&](Unit& unit) -> Result<Member> {
    RAPPORT_TRY(unit.members().hold_team(workspace));
    auto member = unit.members().find(workspace, id);
    RAPPORT_TRY(member);
    RAPPORT_TRY(check_may_deal_with(by, member->role));
    if (member->role == role) return *member;
    RAPPORT_TRY(check_not_last_owner(unit, *member));

    const Time now = clock_.now();
    const Role before = member->role;
    member->role = role;
    RAPPORT_TRY(unit.members().save(*member));
    // Nobody is left with work they cannot do, or with links that let others in.
    if (!member->may(Permission::kAnswer)) {
      RAPPORT_TRY(unit.conversations().release_all(workspace, id, now));
    }
    if (!member->may(Permission::kManageTeam)) {
      RAPPORT_TRY(unit.members().remove_invitations_of(workspace, id));
    }
    RAPPORT_TRY(unit.members().audit(AuditEntry{
        workspace, by ? std::optional(by->id) : std::nullopt, "member.role", member->email,
        std::string(to_word(before)) + " → " + std::string(to_word(role)), now}));
    RAPPORT_TRY(announce_team(unit, workspace, id, "role", now));
    return *member;
  });
}

}  // namespace rapport
