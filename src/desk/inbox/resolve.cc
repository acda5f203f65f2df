#include "desk/inbox/inbox.h"

namespace rapport {
namespace {

constexpr std::size_t kWordsMost = 2000;

}  // namespace

Result<Conversation> Inbox::resolve(const Member& by, ConversationId id,
                                    const std::string& resolution,
                                    std::optional<std::int64_t> version) {
  if (resolution.size() > kWordsMost) {
    return invalid("That is too long: 2,000 bytes at most.", "resolution");
  }
  Decision decision;
  decision.kind = DecisionKind::kResolve;
  decision.detail = resolution;
  return decide(by, id, version, decision, [&](Unit&, Conversation& conversation) -> Result<bool> {
    return conversation.state != ConversationState::kResolved ||
           conversation.resolution != resolution;
  });
}

}  // namespace rapport
