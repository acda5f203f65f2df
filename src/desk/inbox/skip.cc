#include "desk/inbox/inbox.h"

namespace rapport {
namespace {

constexpr std::size_t kWordsMost = 2000;

}  // namespace

Result<Conversation> Inbox::skip(const Member& by, ConversationId id, SkipReason reason,
                                 const std::string& detail, std::optional<std::int64_t> version) {
  if (detail.size() > kWordsMost) {
    return invalid("That is too long: 2,000 bytes at most.", "detail");
  }
  Decision decision;
  decision.kind = DecisionKind::kSkip;
  decision.skip_reason = reason;
  decision.detail = detail;
  return decide(by, id, version, decision, [&](Unit&, Conversation& conversation) -> Result<bool> {
    return conversation.state != ConversationState::kSkipped || conversation.skip_reason != reason;
  });
}

}  // namespace rapport
