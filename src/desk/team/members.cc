#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<Member>> Team::members(const Member& by) {
  return store_.read([&](Unit& unit) { return unit.members().all(by.workspace); });
}

Result<Member> Team::add_member(std::optional<Member> by, WorkspaceId workspace,
                                const std::string& name, const std::string& email,
                                const std::string& password, Role role) {
  if (by && !by->may_manage()) return forbidden("Only an owner or admin can add members.");
  if (by && role == Role::kOwner && by->role != Role::kOwner) {
    return forbidden("Only an owner can make another owner.");
  }
  auto checked_name = check_name(name, "name");
  RAPPORT_TRY(checked_name);
  auto checked_email = check_email(email);
  RAPPORT_TRY(checked_email);
  auto hash = hash_password(password);
  RAPPORT_TRY(hash);

  return store_.write([&](Unit& unit) -> Result<Member> {
    const Time now = clock_.now();
    auto known = unit.members().login_by_email(*checked_email);
    RAPPORT_TRY(known);
    LoginId login = *known ? (*known)->id : ids_.make<LoginId>();
    if (*known) {
      auto memberships = unit.members().of_login(login);
      RAPPORT_TRY(memberships);
      for (const auto& each : *memberships) {
        if (each.workspace == workspace) {
          return conflict("Someone with this e-mail is a member already.");
        }
      }
    } else {
      RAPPORT_TRY(unit.members().add_login(Login{login, *checked_email, *hash, now}));
    }
    Member member{workspace, ids_.make<MemberId>(), login, *checked_name, *checked_email, role,
                  now};
    RAPPORT_TRY(unit.members().add(member));
    RAPPORT_TRY(unit.members().audit(
        AuditEntry{workspace, by ? std::optional(by->id) : std::nullopt, "member.add",
                   *checked_email, std::string(to_word(role)), now}));
    return member;
  });
}

}  // namespace rapport
