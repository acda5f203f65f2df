#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {

Result<Conversation> Inbox::assign(const Member& by, ConversationId id, std::optional<MemberId> to,
                                   std::optional<std::int64_t> version) {
  std::string new_owner;
  if (to) {
    auto member = store_.read([&](Unit& unit) { return unit.members().find(by.workspace, *to); });
    if (!member && member.error().kind == ErrorKind::kNotFound) {
      return invalid("There is no such member in this workspace.", "member_id");
    }
    RAPPORT_TRY(member);
    // Nobody is handed work they cannot do. The database can't hold this rule for us, because a
    // member's role may change while conversations wait.
    if (!member->may_answer()) {
      return invalid(member->name + " can read, but not answer.", "member_id");
    }
    new_owner = member->name;
  }
  Decision decision;
  decision.kind = DecisionKind::kAssign;
  decision.detail = new_owner;
  return decide(by, id, version, decision,
                [&](Unit& unit, Conversation& conversation) -> Result<bool> {
                  if (conversation.owner == to) return false;
                  // They may have left since we looked.
                  if (to) RAPPORT_TRY(unit.members().find(by.workspace, *to));
                  conversation.owner = to;
                  return true;
                });
}

}  // namespace rapport
