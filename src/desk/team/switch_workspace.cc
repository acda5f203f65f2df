#include <algorithm>

#include "desk/team/secrets.h"
#include "desk/team/team.h"
#include "store/store.h"

namespace rapport {

Result<Caller> Team::switch_workspace(const std::string& session_secret, WorkspaceId to) {
  const std::string hash = hash_secret(session_secret);
  const Time now = clock_.now();
  return store_.write([&](Unit& unit) -> Result<Caller> {
    auto session = unit.members().session(hash, now);
    RAPPORT_TRY(session);
    if (!*session) return fail(ErrorKind::kUnauthorized, "Please sign in.");
    auto mine = unit.members().of_login((*session)->login);
    RAPPORT_TRY(mine);
    const auto member = std::ranges::find(*mine, to, &Member::workspace);
    if (member == mine->end()) return not_found("There is no such workspace of yours.");
    auto workspace = unit.members().workspace(to);
    RAPPORT_TRY(workspace);
    Caller caller{*member, std::move(*workspace), (*session)->csrf};
    if ((*session)->workspace == to) return caller;

    caller.csrf = random_secret();
    RAPPORT_TRY(unit.members().move_session(hash, to, member->id, caller.csrf));
    RAPPORT_TRY(unit.members().set_last_workspace((*session)->login, to, now));
    return caller;
  });
}

}  // namespace rapport
