#include "desk/inbox/inbox.h"

namespace rapport {

Result<Conversation> Inbox::reopen(const Member& by, ConversationId id,
                                   std::optional<std::int64_t> version) {
  Decision decision;
  decision.kind = DecisionKind::kReopen;
  return decide(by, id, version, decision, [](Unit&, Conversation& conversation) -> Result<bool> {
    return conversation.state != ConversationState::kOpen;
  });
}

}  // namespace rapport
