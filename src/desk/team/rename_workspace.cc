#include "desk/team/rules.h"
#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<Workspace> Team::rename_workspace(const Member& by, const std::string& name) {
  if (!by.may(Permission::kManageWorkspace)) {
    return forbidden("Only an owner or admin can rename the workspace.");
  }
  auto checked = check_name(name, "name");
  RAPPORT_TRY(checked);
  return store_.write([&](Unit& unit) -> Result<Workspace> {
    auto workspace = unit.members().workspace(by.workspace);
    RAPPORT_TRY(workspace);
    if (workspace->name == *checked) return *workspace;
    const Time now = clock_.now();
    RAPPORT_TRY(unit.members().rename_workspace(by.workspace, *checked));
    RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id, "workspace.rename", *checked,
                                                "before: " + workspace->name, now}));
    RAPPORT_TRY(announce_team(unit, by.workspace, MemberId{}, "workspace", now));
    workspace->name = *checked;
    return *workspace;
  });
}

}  // namespace rapport
