#include "desk/inbox/inbox.h"

namespace rapport {

Plan plan_reopen() {
  Plan plan;
  plan.decision.kind = DecisionKind::kReopen;
  plan.change = [](Unit&, Conversation& conversation) -> Result<bool> {
    return conversation.state != ConversationState::kOpen;
  };
  return plan;
}

Result<Conversation> Inbox::reopen(const Member& by, ConversationId id,
                                   std::optional<std::int64_t> version) {
  return decide(by, id, version, [](Unit&) -> Result<Plan> { return plan_reopen(); });
}

}  // namespace rapport
