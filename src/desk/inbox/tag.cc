#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {
namespace {

Result<Plan> plan_of(Unit& unit, WorkspaceId workspace, TagId id, DecisionKind kind) {
  auto tag = unit.tags().find(workspace, id);
  if (!tag && tag.error().kind == ErrorKind::kNotFound) {
    return invalid("There is no such tag any more.", "tag_id");
  }
  RAPPORT_TRY(tag);
  Plan plan;
  plan.decision.kind = kind;
  plan.decision.tag = id;
  plan.decision.detail = tag->name;
  plan.change = [id, kind](Unit& within, Conversation& conversation) {
    return kind == DecisionKind::kTag
               ? within.tags().put(conversation.workspace, conversation.id, id)
               : within.tags().take(conversation.workspace, conversation.id, id);
  };
  return plan;
}

}  // namespace

Result<Plan> plan_tag(Unit& unit, WorkspaceId workspace, TagId tag) {
  return plan_of(unit, workspace, tag, DecisionKind::kTag);
}

Result<Plan> plan_untag(Unit& unit, WorkspaceId workspace, TagId tag) {
  return plan_of(unit, workspace, tag, DecisionKind::kUntag);
}

Result<Conversation> Inbox::tag(const Member& by, ConversationId id, TagId tag) {
  return decide(by, id, {}, [&](Unit& unit) { return plan_tag(unit, by.workspace, tag); });
}

Result<Conversation> Inbox::untag(const Member& by, ConversationId id, TagId tag) {
  return decide(by, id, {}, [&](Unit& unit) { return plan_untag(unit, by.workspace, tag); });
}

}  // namespace rapport
