// Taking decisions back. An undo is a decision, too: it stands in the history, and the one it names
// no longer counts, so the conversation is what it would be without it.

#include <algorithm>
#include <set>

#include "desk/inbox/inbox.h"
#include "desk/inbox/rows.h"
#include "store/store.h"

namespace rapport {
namespace {

// Later on, what was decided is the team's knowledge: others have built on it.
constexpr std::chrono::hours kUndoWithin{1};
constexpr int kHistoryMost = 200;

bool about_tags(DecisionKind kind) {
  return kind == DecisionKind::kTag || kind == DecisionKind::kUntag;
}

// Does `later` decide the same thing as `one` did?
bool same_matter(const Decision& one, const Decision& later) {
  if (one.kind == DecisionKind::kAssign || later.kind == DecisionKind::kAssign) {
    return one.kind == later.kind;
  }
  if (about_tags(one.kind) || about_tags(later.kind)) {
    return about_tags(one.kind) && about_tags(later.kind) && one.tag == later.tag;
  }
  return true;
}

struct FoundDecision {
  const Decision* decision = nullptr;
  bool undone = false;
  bool overtaken = false;  // somebody decided the same matter later
};

// `history` newest first.
FoundDecision find_in(const std::vector<Decision>& history, DecisionId id) {
  std::set<DecisionId> undone;
  FoundDecision found;
  for (const Decision& each : history) {
    if (each.undoes) undone.insert(*each.undoes);
  }
  for (const Decision& each : history) {
    if (each.id == id) found.decision = &each;
  }
  if (found.decision == nullptr) return found;
  found.undone = undone.contains(id);
  for (const Decision& each : history) {
    if (each.id == id) break;
    if (each.kind == DecisionKind::kUndo || undone.contains(each.id)) continue;
    if (same_matter(*found.decision, each)) found.overtaken = true;
  }
  return found;
}

Plan plan_undo(const Decision& decision) {
  Plan plan;
  plan.decision.kind = DecisionKind::kUndo;
  plan.decision.undoes = decision.id;
  plan.decision.tag = decision.tag;
  plan.decision.detail = to_word(decision.kind);
  plan.change = [decision](Unit& unit, Conversation& conversation) -> Result<bool> {
    switch (decision.kind) {
      case DecisionKind::kAssign:
        conversation.owner = decision.owner_before;
        // They may have left since: then it is nobody's.
        if (conversation.owner) {
          const auto owner = unit.members().find(conversation.workspace, *conversation.owner);
          if (!owner && owner.error().kind != ErrorKind::kNotFound) return fail(owner.error());
          if (!owner) conversation.owner.reset();
        }
        return true;
      case DecisionKind::kTag:
        return unit.tags().take(conversation.workspace, conversation.id, *decision.tag);
      case DecisionKind::kUntag:
        return unit.tags().put(conversation.workspace, conversation.id, *decision.tag);
      default:
        return true;
    }
  };
  return plan;
}

}  // namespace

Result<std::vector<BulkResult>> Inbox::undo(const Member& by, const std::vector<UndoItem>& items) {
  RAPPORT_TRY(check_may_decide(by));
  if (items.empty()) return invalid("Name at least one decision.", "items");
  if (items.size() > kBulkMost) return invalid("200 at a time at most.", "items");
  return store_.write([&](Unit& unit) -> Result<std::vector<BulkResult>> {
    std::vector<BulkResult> results;
    for (const UndoItem& item : items) {
      auto history = unit.conversations().decisions(by.workspace, item.conversation, kHistoryMost);
      RAPPORT_TRY(history);
      const FoundDecision found = find_in(*history, item.decision);
      BulkResult result{item.conversation, BulkOutcome::kGone, std::nullopt, std::nullopt};
      if (found.decision == nullptr || found.decision->kind == DecisionKind::kUndo) {
        results.push_back(result);
        continue;
      }
      if (found.decision->by != by.id) {
        return forbidden("You can take back what you decided yourself.");
      }
      if (found.undone) {
        result.outcome = BulkOutcome::kUnchanged;
      } else if (found.overtaken || found.decision->at + kUndoWithin < clock_.now()) {
        result.outcome = BulkOutcome::kChanged;
      } else {
        auto decided = carry_out(unit, by, item.conversation, std::nullopt,
                                 plan_undo(*found.decision), found.decision);
        auto outcome = outcome_of(item.conversation, std::move(decided));
        RAPPORT_TRY(outcome);
        result = std::move(*outcome);
      }
      results.push_back(std::move(result));
    }
    return finish_many(unit, by, std::move(results));
  });
}

}  // namespace rapport
