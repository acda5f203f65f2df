#include <algorithm>

#include "desk/team/rules.h"
#include "desk/team/secrets.h"
#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::days kInvitationLength{7};

NewInvitation make_invitation(IdMaker& ids, const Member& by, const std::string& email, Role role,
                              Time now) {
  NewInvitation made;
  made.secret = random_secret();
  made.invitation =
      Invitation{by.workspace, ids.make<InvitationId>(), email, role,
                 by.id,        hash_secret(made.secret), now,   now + kInvitationLength};
  return made;
}

// Who is a member here already is no secret: the list of the team shows it.
Result<Done> check_not_here(Unit& unit, WorkspaceId workspace, const std::string& email) {
  auto login = unit.members().login_by_email(email);
  RAPPORT_TRY(login);
  if (!*login) return Done{};
  auto memberships = unit.members().of_login((*login)->id);
  RAPPORT_TRY(memberships);
  if (std::ranges::find(*memberships, workspace, &Member::workspace) == memberships->end()) {
    return Done{};
  }
  return conflict("Someone with this e-mail is a member already.");
}

// A new invitation takes the place of the one before it, and that may be an owner's to change.
Result<Done> check_may_replace(Unit& unit, const Member& by, const std::string& email) {
  auto open = unit.members().invitations(by.workspace);
  RAPPORT_TRY(open);
  const auto before = std::ranges::find(*open, email, &Invitation::email);
  return before == open->end() ? Result<Done>(Done{}) : check_may_deal_with(by, before->role);
}

}  // namespace

Result<NewInvitation> Team::invite(const Member& by, const std::string& email, Role role) {
  RAPPORT_TRY(check_may_deal_with(by, role));
  auto checked = check_email(email);
  RAPPORT_TRY(checked);
  return store_.write([&](Unit& unit) -> Result<NewInvitation> {
    RAPPORT_TRY(check_not_here(unit, by.workspace, *checked));
    RAPPORT_TRY(check_may_replace(unit, by, *checked));
    const Time now = clock_.now();
    NewInvitation made = make_invitation(ids_, by, *checked, role, now);
    RAPPORT_TRY(unit.members().invite(made.invitation));
    RAPPORT_TRY(announce_team(unit, by.workspace, MemberId{}, "invited", now));
    RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id, "member.invite", *checked,
                                                std::string(to_word(role)), now}));
    return made;
  });
}

Result<NewInvitation> Team::renew_invitation(const Member& by, InvitationId id) {
  RAPPORT_TRY(check_may_deal_with(by, Role::kViewer));
  return store_.write([&](Unit& unit) -> Result<NewInvitation> {
    auto old = unit.members().invitation(by.workspace, id);
    RAPPORT_TRY(old);
    RAPPORT_TRY(check_may_deal_with(by, old->role));
    const Time now = clock_.now();
    NewInvitation made = make_invitation(ids_, by, old->email, old->role, now);
    made.invitation.id = id;
    RAPPORT_TRY(unit.members().invite(made.invitation));
    RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id, "member.invite", old->email,
                                                std::string(to_word(old->role)), now}));
    return made;
  });
}

}  // namespace rapport
