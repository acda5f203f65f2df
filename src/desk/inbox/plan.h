// What a member wants to decide, checked once and then done to one conversation or to many.

#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "model/conversation.h"
#include "model/member.h"

namespace rapport {

class Unit;
struct Resolution;

struct Plan {
  Decision decision;  // without what belongs to one conversation
  // Changes the conversation if there is anything to change; false if it stands as wanted.
  std::function<Result<bool>(Unit&, Conversation&)> change;
};

// Each stands in the file of its verb. Those that look things up do so in the caller's transaction.
Result<Plan> plan_assign(Unit& unit, WorkspaceId workspace, std::optional<MemberId> to);
Result<Plan> plan_snooze(Time now, Time until);
Result<Plan> plan_resolve(Unit& unit, WorkspaceId workspace, const Resolution& how);
Result<Plan> plan_skip(SkipReason reason, const std::string& detail);
Plan plan_reopen();
Result<Plan> plan_tag(Unit& unit, WorkspaceId workspace, TagId tag);
Result<Plan> plan_untag(Unit& unit, WorkspaceId workspace, TagId tag);

}  // namespace rapport
