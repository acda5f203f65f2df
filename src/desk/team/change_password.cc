#include "desk/team/secrets.h"
#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {

Result<Done> Team::change_password(const Member& by, const std::string& session_secret,
                                   const std::string& present, const std::string& wanted) {
  auto login = store_.read([&](Unit& unit) { return unit.members().login(by.login); });
  RAPPORT_TRY(login);
  if (!password_matches(login->password_hash, present)) {
    return invalid("That is not your present password.", "present");
  }
  auto hash = hash_password(wanted);
  if (!hash && hash.error().kind == ErrorKind::kInvalid) {
    return invalid(hash.error().message, "wanted");
  }
  RAPPORT_TRY(hash);
  return store_.write([&](Unit& unit) -> Result<Done> {
    const Time now = clock_.now();
    RAPPORT_TRY(unit.members().set_password_hash(by.login, *hash));
    RAPPORT_TRY(unit.members().end_other_sessions(by.login, hash_secret(session_secret)));
    return unit.members().audit(
        AuditEntry{by.workspace, by.id, "member.password", by.email, "", now});
  });
}

}  // namespace rapport
