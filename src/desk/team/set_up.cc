#include "base/unicode.h"
#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<bool> Team::needs_setup() {
  auto any = store_.read([](Unit& unit) { return unit.members().any_owner(); });
  RAPPORT_TRY(any);
  return !*any;
}

Result<Member> Team::set_up(const SetupRequest& request) {
  auto workspace_name = check_name(request.workspace, "workspace");
  RAPPORT_TRY(workspace_name);
  auto name = check_name(request.name, "name");
  RAPPORT_TRY(name);
  auto email = check_email(request.email);
  RAPPORT_TRY(email);
  // Slow on purpose, so before the write.
  auto hash = hash_password(request.password);
  RAPPORT_TRY(hash);

  return store_.write([&](Unit& unit) -> Result<Member> {
    auto any = unit.members().any_owner();
    RAPPORT_TRY(any);
    if (*any) return conflict("This Rapport has an owner already. Sign in instead.");

    const Time now = clock_.now();
    Workspace workspace{ids_.make<WorkspaceId>(), *workspace_name, now};
    RAPPORT_TRY(unit.members().add_workspace(workspace));
    Login login{ids_.make<LoginId>(), *email, *hash, now};
    RAPPORT_TRY(unit.members().add_login(login));
    Member owner{workspace.id, ids_.make<MemberId>(), login.id, *name, *email, Role::kOwner, now};
    RAPPORT_TRY(unit.members().add(owner));
    RAPPORT_TRY(unit.members().audit(
        AuditEntry{workspace.id, owner.id, "workspace.create", workspace.name, "", now}));
    return owner;
  });
}

}  // namespace rapport
