#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<Membership>> Team::workspaces(const Member& by) {
  return store_.read([&](Unit& unit) -> Result<std::vector<Membership>> {
    auto members = unit.members().of_login(by.login);
    RAPPORT_TRY(members);
    std::vector<Membership> mine;
    for (Member& each : *members) {
      auto workspace = unit.members().workspace(each.workspace);
      RAPPORT_TRY(workspace);
      mine.push_back({std::move(*workspace), std::move(each)});
    }
    return mine;
  });
}

}  // namespace rapport
