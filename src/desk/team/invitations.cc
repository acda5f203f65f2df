#include "desk/team/rules.h"
#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<InvitationView>> Team::invitations(const Member& by) {
  RAPPORT_TRY(check_may_deal_with(by, Role::kViewer));
  return store_.read([&](Unit& unit) -> Result<std::vector<InvitationView>> {
    auto workspace = unit.members().workspace(by.workspace);
    RAPPORT_TRY(workspace);
    auto open = unit.members().invitations(by.workspace);
    RAPPORT_TRY(open);
    std::vector<InvitationView> views;
    for (Invitation& each : *open) {
      InvitationView view;
      if (each.by) {
        auto name = unit.members().name_of(by.workspace, *each.by);
        RAPPORT_TRY(name);
        view.by_name = name->value_or("");
      }
      view.invitation = std::move(each);
      view.workspace = *workspace;
      views.push_back(std::move(view));
    }
    return views;
  });
}

Result<Done> Team::withdraw_invitation(const Member& by, InvitationId id) {
  RAPPORT_TRY(check_may_deal_with(by, Role::kViewer));
  return store_.write([&](Unit& unit) -> Result<Done> {
    auto invitation = unit.members().invitation(by.workspace, id);
    RAPPORT_TRY(invitation);
    RAPPORT_TRY(check_may_deal_with(by, invitation->role));
    const Time now = clock_.now();
    RAPPORT_TRY(unit.members().remove_invitation(by.workspace, id));
    RAPPORT_TRY(unit.members().audit(
        AuditEntry{by.workspace, by.id, "member.withdraw", invitation->email, "", now}));
    return announce_team(unit, by.workspace, MemberId{}, "invited", now);
  });
}

}  // namespace rapport
