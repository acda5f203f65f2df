#include "desk/inbox/inbox.h"

namespace rapport {
namespace {

constexpr std::size_t kWordsMost = 2000;

}  // namespace

Result<Plan> plan_resolve(const std::string& resolution) {
  if (resolution.size() > kWordsMost) {
    return invalid("That is too long: 2,000 bytes at most.", "resolution");
  }
  Plan plan;
  plan.decision.kind = DecisionKind::kResolve;
  plan.decision.detail = resolution;
  plan.change = [resolution](Unit&, Conversation& conversation) -> Result<bool> {
    return conversation.state != ConversationState::kResolved ||
           conversation.resolution != resolution;
  };
  return plan;
}

Result<Conversation> Inbox::resolve(const Member& by, ConversationId id,
                                    const std::string& resolution,
                                    std::optional<std::int64_t> version) {
  return decide(by, id, version, [&](Unit&) { return plan_resolve(resolution); });
}

}  // namespace rapport
