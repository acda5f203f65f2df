// What the verbs of the team share.

#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "model/member.h"
#include "store/store.h"

namespace rapport {

// May `by` (nobody: the command line) give or take this role?
Result<Done> check_may_deal_with(const std::optional<Member>& by, Role role);

// Fails with conflict if `leaving` is the only owner. Hold the team before.
Result<Done> check_not_last_owner(Unit& unit, const Member& leaving);

// Puts `login` into a workspace: under the id it had there before, if it had one. Fails with
// conflict if it is a member already.
Result<Member> put_in(Unit& unit, IdMaker& ids, WorkspaceId workspace, LoginId login,
                      const std::string& name, const std::string& email, Role role, Time now);

// Everything that ends with a membership.
Result<Done> let_go(Unit& unit, const Member& member, Time now);

// Tells the team that it changed; `reason` as in model/event.h.
Result<Done> announce_team(Unit& unit, WorkspaceId workspace, MemberId member,
                           const std::string& reason, Time now);

}  // namespace rapport
