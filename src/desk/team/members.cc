#include "desk/team/rules.h"
#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<Member>> Team::members(const Member& by) {
  return store_.read([&](Unit& unit) { return unit.members().all(by.workspace); });
}

Result<Member> Team::add_member(WorkspaceId workspace, const std::string& name,
                                const std::string& email, const std::string& password, Role role) {
  auto checked_name = check_name(name, "name");
  RAPPORT_TRY(checked_name);
  auto checked_email = check_email(email);
  RAPPORT_TRY(checked_email);
  auto known =
      store_.read([&](Unit& unit) { return unit.members().login_by_email(*checked_email); });
  RAPPORT_TRY(known);
  std::string hash;
  if (!*known) {
    // Slow on purpose, so before the write.
    auto made = hash_password(password);
    RAPPORT_TRY(made);
    hash = std::move(*made);
  }

  return store_.write([&](Unit& unit) -> Result<Member> {
    const Time now = clock_.now();
    LoginId login = *known ? (*known)->id : ids_.make<LoginId>();
    if (!*known) RAPPORT_TRY(unit.members().add_login(Login{login, *checked_email, hash, now}));
    auto member = put_in(unit, ids_, workspace, login, *checked_name, *checked_email, role, now);
    RAPPORT_TRY(member);
    RAPPORT_TRY(unit.members().audit(AuditEntry{workspace, std::nullopt, "member.add",
                                                *checked_email, std::string(to_word(role)), now}));
    return member;
  });
}

}  // namespace rapport
