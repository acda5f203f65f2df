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

}  // namespace

Result<Invited> Team::invite(const Member& by, const std::string& email, Role role) {
  RAPPORT_TRY(check_may_deal_with(by, role));
  auto checked = check_email(email);
  RAPPORT_TRY(checked);
  return store_.write([&](Unit& unit) -> Result<Invited> {
    const Time now = clock_.now();
    auto login = unit.members().login_by_email(*checked);
    RAPPORT_TRY(login);
    Invited invited;
    if (*login) {
      auto elsewhere = unit.members().of_login((*login)->id);
      RAPPORT_TRY(elsewhere);
      const std::string name =
          elsewhere->empty() ? checked->substr(0, checked->find('@')) : elsewhere->front().name;
      auto member = put_in(unit, ids_, by.workspace, (*login)->id, name, *checked, role, now);
      RAPPORT_TRY(member);
      invited.member = std::move(*member);
    } else {
      invited.invitation = make_invitation(ids_, by, *checked, role, now);
      RAPPORT_TRY(unit.members().invite(invited.invitation->invitation));
      RAPPORT_TRY(announce_team(unit, by.workspace, MemberId{}, "invited", now));
    }
    RAPPORT_TRY(unit.members().audit(AuditEntry{by.workspace, by.id,
                                                invited.member ? "member.add" : "member.invite",
                                                *checked, std::string(to_word(role)), now}));
    return invited;
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
