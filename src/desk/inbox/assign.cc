#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {

Result<Plan> plan_assign(Unit& unit, WorkspaceId workspace, std::optional<MemberId> to) {
  Plan plan;
  plan.decision.kind = DecisionKind::kAssign;
  if (to) {
    auto member = unit.members().find(workspace, *to);
    if (!member && member.error().kind == ErrorKind::kNotFound) {
      return invalid("There is no such member in this workspace.", "member_id");
    }
    RAPPORT_TRY(member);
    // Nobody is handed work they cannot do. The database can't hold this rule for us, because a
    // member's role may change while conversations wait.
    if (!member->may_answer()) {
      return invalid(member->name + " can read, but not answer.", "member_id");
    }
    plan.decision.detail = member->name;
  }
  plan.change = [to](Unit&, Conversation& conversation) -> Result<bool> {
    if (conversation.owner == to) return false;
    conversation.owner = to;
    return true;
  };
  return plan;
}

Result<Conversation> Inbox::assign(const Member& by, ConversationId id, std::optional<MemberId> to,
                                   std::optional<std::int64_t> version) {
  return decide(by, id, version,
                [&](Unit& unit) -> Result<Plan> { return plan_assign(unit, by.workspace, to); });
}

}  // namespace rapport
