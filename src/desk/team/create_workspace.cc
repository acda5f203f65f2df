#include <algorithm>

#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {
namespace {

Result<Membership> create(Unit& unit, IdMaker& ids, const Member& owner, const std::string& name,
                          Time now) {
  auto memberships = unit.members().of_login(owner.login);
  RAPPORT_TRY(memberships);
  const bool owns_one = std::ranges::any_of(
      *memberships, [](const Member& each) { return each.may(Permission::kManageOwners); });
  if (!owns_one) return forbidden("Only an owner of a workspace can open another.");

  Workspace workspace{ids.make<WorkspaceId>(), name, now};
  RAPPORT_TRY(unit.members().add_workspace(workspace));
  Member member{workspace.id, ids.make<MemberId>(), owner.login, owner.name,
                owner.email,  Role::kOwner,         now};
  RAPPORT_TRY(unit.members().add(member));
  RAPPORT_TRY(unit.members().audit(
      AuditEntry{workspace.id, member.id, "workspace.create", workspace.name, "", now}));
  return Membership{std::move(workspace), std::move(member)};
}

}  // namespace

Result<Membership> Team::create_workspace(const Member& by, const std::string& name) {
  auto checked = check_name(name, "name");
  RAPPORT_TRY(checked);
  return store_.write([&](Unit& unit) { return create(unit, ids_, by, *checked, clock_.now()); });
}

Result<Membership> Team::create_workspace_for(const std::string& owner_email,
                                              const std::string& name) {
  auto checked = check_name(name, "name");
  RAPPORT_TRY(checked);
  auto email = check_email(owner_email);
  RAPPORT_TRY(email);
  return store_.write([&](Unit& unit) -> Result<Membership> {
    auto login = unit.members().login_by_email(*email);
    RAPPORT_TRY(login);
    if (!*login) return not_found("Nobody here has the e-mail " + *email + ".");
    auto members = unit.members().of_login((*login)->id);
    RAPPORT_TRY(members);
    if (members->empty()) return not_found(*email + " is a member of no workspace.");
    return create(unit, ids_, members->front(), *checked, clock_.now());
  });
}

}  // namespace rapport
