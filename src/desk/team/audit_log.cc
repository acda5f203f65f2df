#include <algorithm>
#include <map>

#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {

Result<AuditPage> Team::audit_log(const Member& by, std::optional<AuditPlace> after, int most) {
  if (!by.may(Permission::kSeeAudit)) {
    return forbidden("Only an owner or admin can read the audit log.");
  }
  most = std::clamp(most, 1, 100);
  return store_.read([&](Unit& unit) -> Result<AuditPage> {
    auto entries = unit.members().audit_log(by.workspace, after, most + 1);
    RAPPORT_TRY(entries);
    AuditPage page;
    if (static_cast<int>(entries->size()) > most) {
      entries->pop_back();
      page.next = AuditPlace{entries->back().at, entries->back().id};
    }
    std::map<MemberId, std::string> names;
    for (AuditEntry& each : *entries) {
      std::string name;
      if (each.by) {
        const auto [known, fresh] = names.try_emplace(*each.by);
        if (fresh) {
          auto found = unit.members().name_of(by.workspace, *each.by);
          RAPPORT_TRY(found);
          known->second = found->value_or("");
        }
        name = known->second;
      }
      page.entries.push_back({std::move(each), std::move(name)});
    }
    return page;
  });
}

}  // namespace rapport
