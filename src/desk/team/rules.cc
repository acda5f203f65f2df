#include "desk/team/rules.h"

#include <algorithm>

namespace rapport {

Result<Done> check_may_deal_with(const std::optional<Member>& by, Role role) {
  if (!by) return Done{};
  if (!by->may(Permission::kManageTeam)) {
    return forbidden("Only an owner or admin can change the team.");
  }
  if (role == Role::kOwner && !by->may(Permission::kManageOwners)) {
    return forbidden("Only an owner can make, change or remove an owner.");
  }
  return Done{};
}

Result<Done> check_not_last_owner(Unit& unit, const Member& leaving) {
  if (leaving.role != Role::kOwner) return Done{};
  auto members = unit.members().all(leaving.workspace);
  RAPPORT_TRY(members);
  const bool another = std::ranges::any_of(*members, [&](const Member& each) {
    return each.role == Role::kOwner && each.id != leaving.id;
  });
  if (another) return Done{};
  return conflict("A workspace needs an owner. Make someone else an owner first.");
}

Result<Member> put_in(Unit& unit, IdMaker& ids, WorkspaceId workspace, LoginId login,
                      const std::string& name, const std::string& email, Role role, Time now) {
  auto memberships = unit.members().of_login(login);
  RAPPORT_TRY(memberships);
  for (const Member& each : *memberships) {
    if (each.workspace == workspace) {
      return conflict("Someone with this e-mail is a member already.");
    }
  }
  auto before = unit.members().former(workspace, login);
  RAPPORT_TRY(before);
  Member member{workspace, before->value_or(MemberId{}), login, name, email, role, now};
  if (!member.id) member.id = ids.make<MemberId>();
  RAPPORT_TRY(unit.members().add(member));
  RAPPORT_TRY(announce_team(unit, workspace, member.id, "joined", now));
  return member;
}

Result<Done> let_go(Unit& unit, const Member& member, Time now) {
  RAPPORT_TRY(unit.conversations().release_all(member.workspace, member.id, now));
  RAPPORT_TRY(unit.conversations().drop_drafts(member.workspace, member.id));
  RAPPORT_TRY(unit.members().remove(member.workspace, member.id, now));
  return announce_team(unit, member.workspace, member.id, "left", now);
}

Result<Done> announce_team(Unit& unit, WorkspaceId workspace, MemberId member,
                           const std::string& reason, Time now) {
  Event event;
  event.workspace = workspace;
  event.kind = EventKind::kTeam;
  event.subject = member.value;
  event.reason = reason;
  event.at = now;
  return unit.announce(std::move(event));
}

}  // namespace rapport
