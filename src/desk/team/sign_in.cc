#include <algorithm>

#include "desk/team/secrets.h"
#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::chrono::days kSessionLength{30};

// What a wrong e-mail is compared with, so that it takes as long as a wrong password.
const std::string& nobodys_hash() {
  static const std::string hash = hash_password("nobody has this password").value_or("");
  return hash;
}

tl::unexpected<Error> refused() {
  return fail(ErrorKind::kUnauthorized, "That e-mail and password do not match.");
}

}  // namespace

Result<SignedIn> Team::sign_in(const std::string& email, const std::string& password) {
  auto checked = check_email(email);
  std::optional<Login> login;
  if (checked) {
    auto found = store_.read([&](Unit& unit) { return unit.members().login_by_email(*checked); });
    RAPPORT_TRY(found);
    login = std::move(*found);
  }
  const bool known = login && !login->password_hash.empty();
  const bool matches = password_matches(known ? login->password_hash : nobodys_hash(), password);
  if (!known || !matches) return refused();

  auto member = store_.read([&](Unit& unit) -> Result<std::optional<Member>> {
    auto members = unit.members().of_login(login->id);
    RAPPORT_TRY(members);
    if (members->empty()) return std::optional<Member>{};
    auto last = unit.members().last_workspace(login->id);
    RAPPORT_TRY(last);
    const auto there = std::ranges::find(
        *members, *last, [](const Member& each) { return std::optional(each.workspace); });
    return std::optional<Member>(there == members->end() ? members->front() : *there);
  });
  RAPPORT_TRY(member);
  if (!*member) return refused();
  return sign_in_as(**member);
}

Result<SignedIn> Team::sign_in_as(const Member& member) {
  SignedIn signed_in;
  signed_in.secret = random_secret();
  signed_in.member = member;
  const Time now = clock_.now();
  signed_in.session = Session{hash_secret(signed_in.secret),
                              member.login,
                              member.workspace,
                              member.id,
                              random_secret(),
                              now,
                              now + kSessionLength};
  return store_.write([&](Unit& unit) -> Result<SignedIn> {
    RAPPORT_TRY(unit.members().drop_expired_sessions(now));
    RAPPORT_TRY(unit.members().add_session(signed_in.session));
    RAPPORT_TRY(unit.members().set_last_workspace(member.login, member.workspace, now));
    auto workspace = unit.members().workspace(member.workspace);
    RAPPORT_TRY(workspace);
    signed_in.workspace = std::move(*workspace);
    return signed_in;
  });
}

Result<Done> Team::sign_out(const std::string& session_secret) {
  return store_.write(
      [&](Unit& unit) { return unit.members().end_session(hash_secret(session_secret)); });
}

}  // namespace rapport
