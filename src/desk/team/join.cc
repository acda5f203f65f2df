#include "desk/team/rules.h"
#include "desk/team/secrets.h"
#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {
namespace {

Result<Invitation> open_invitation(Unit& unit, const std::string& secret, Time now) {
  auto found = unit.members().invitation_by_hash(hash_secret(secret));
  RAPPORT_TRY(found);
  if (!*found || (*found)->expires_at <= now) {
    return not_found("This invitation does not work any more. Ask for a new link.");
  }
  return **found;
}

}  // namespace

Result<InvitationView> Team::look_at_invitation(const std::string& secret) {
  return store_.read([&](Unit& unit) -> Result<InvitationView> {
    InvitationView view;
    auto invitation = open_invitation(unit, secret, clock_.now());
    RAPPORT_TRY(invitation);
    auto workspace = unit.members().workspace(invitation->workspace);
    RAPPORT_TRY(workspace);
    if (invitation->by) {
      auto name = unit.members().name_of(invitation->workspace, *invitation->by);
      RAPPORT_TRY(name);
      view.by_name = name->value_or("");
    }
    view.invitation = std::move(*invitation);
    view.workspace = std::move(*workspace);
    return view;
  });
}

Result<Member> Team::join(const JoinRequest& request) {
  auto name = check_name(request.name, "name");
  RAPPORT_TRY(name);
  auto seen = look_at_invitation(request.secret);
  RAPPORT_TRY(seen);
  auto login = store_.read(
      [&](Unit& unit) { return unit.members().login_by_email(seen->invitation.email); });
  RAPPORT_TRY(login);
  std::string hash;
  if (*login && (*login)->id == request.signed_in) {
    // They showed who they are when they signed in.
  } else if (*login) {
    // The link may have passed through many hands; it never opens a login that exists.
    if (!password_matches((*login)->password_hash, request.password)) {
      return invalid("That is not the password of this e-mail.", "password");
    }
  } else {
    auto made = hash_password(request.password);
    RAPPORT_TRY(made);
    hash = std::move(*made);
  }

  return store_.write([&](Unit& unit) -> Result<Member> {
    const Time now = clock_.now();
    auto invitation = open_invitation(unit, request.secret, now);
    RAPPORT_TRY(invitation);
    LoginId id = *login ? (*login)->id : ids_.make<LoginId>();
    // Of two who hold the link the second fails here, or has lost the invitation already.
    if (!*login) RAPPORT_TRY(unit.members().add_login(Login{id, invitation->email, hash, now}));
    RAPPORT_TRY(unit.members().remove_invitation(invitation->workspace, invitation->id));
    auto member = put_in(unit, ids_, invitation->workspace, id, *name, invitation->email,
                         invitation->role, now);
    RAPPORT_TRY(member);
    RAPPORT_TRY(
        unit.members().audit(AuditEntry{member->workspace, member->id, "member.join", member->email,
                                        std::string(to_word(member->role)), now}));
    return member;
  });
}

}  // namespace rapport
