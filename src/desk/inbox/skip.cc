#include "desk/inbox/inbox.h"

namespace rapport {
namespace {

constexpr std::size_t kWordsMost = 2000;

}  // namespace

Result<Plan> plan_skip(SkipReason reason, const std::string& detail) {
  if (detail.size() > kWordsMost) {
    return invalid("That is too long: 2,000 bytes at most.", "detail");
  }
  Plan plan;
  plan.decision.kind = DecisionKind::kSkip;
  plan.decision.skip_reason = reason;
  plan.decision.detail = detail;
  plan.change = [reason](Unit&, Conversation& conversation) -> Result<bool> {
    return conversation.state != ConversationState::kSkipped || conversation.skip_reason != reason;
  };
  return plan;
}

Result<Conversation> Inbox::skip(const Member& by, ConversationId id, SkipReason reason,
                                 const std::string& detail, std::optional<std::int64_t> version) {
  return decide(by, id, version, [&](Unit&) { return plan_skip(reason, detail); });
}

}  // namespace rapport
