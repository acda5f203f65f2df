#include "desk/team/rules.h"
#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<Member> Team::change_name(const Member& by, const std::string& name) {
  auto checked = check_name(name, "name");
  RAPPORT_TRY(checked);
  return store_.write([&](Unit& unit) -> Result<Member> {
    auto member = unit.members().find(by.workspace, by.id);
    RAPPORT_TRY(member);
    if (member->name == *checked) return *member;
    const Time now = clock_.now();
    RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id, "member.rename", *checked,
                                                "before: " + member->name, now}));
    member->name = *checked;
    RAPPORT_TRY(unit.members().save(*member));
    RAPPORT_TRY(announce_team(unit, by.workspace, by.id, "name", now));
    return *member;
  });
}

}  // namespace rapport
