#include "desk/inbox/inbox.h"
#include "desk/must_be_here.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr std::size_t kWordsMost = 2000;

// The key under which a reason is told now. A reason that went into another one goes there here,
// too, so that what was solved stays countable.
Result<std::string> check_reason(Unit& unit, WorkspaceId workspace, const std::string& key) {
  if (key.empty()) return key;
  auto taxonomy = Taxonomy::of(unit, workspace);
  RAPPORT_TRY(taxonomy);
  if (taxonomy->find(key) == nullptr) return invalid("There is no such reason here.", "reason");
  return taxonomy->resolve(key);
}

}  // namespace

Result<Plan> plan_resolve(Unit& unit, WorkspaceId workspace, const Resolution& how) {
  if (how.words.size() > kWordsMost) {
    return invalid("That is too long: 2,000 bytes at most.", "resolution");
  }
  auto reason = check_reason(unit, workspace, how.reason);
  RAPPORT_TRY(reason);
  if (how.article) {
    RAPPORT_TRY(must_be_here(unit.knowledge().find(workspace, *how.article),
                             "There is no such article here.", "article_id"));
  }
  Plan plan;
  plan.decision.kind = DecisionKind::kResolve;
  plan.decision.detail = how.words;
  plan.decision.reason = *reason;
  plan.decision.article = how.article;
  plan.change = [decision = plan.decision](Unit&, Conversation& conversation) -> Result<bool> {
    return conversation.state != ConversationState::kResolved ||
           conversation.resolution != decision.detail ||
           conversation.resolved_reason != decision.reason ||
           conversation.resolved_article != decision.article;
  };
  return plan;
}

Result<Conversation> Inbox::resolve(const Member& by, ConversationId id, const Resolution& how,
                                    std::optional<std::int64_t> version) {
  return decide(by, id, version, [&](Unit& unit) { return plan_resolve(unit, by.workspace, how); });
}

}  // namespace rapport
