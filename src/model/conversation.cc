#include "model/conversation.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<ConversationState, 6> kStates{{{ConversationState::kOpen, "open"},
                                               {ConversationState::kWaiting, "waiting"},
                                               {ConversationState::kSnoozed, "snoozed"},
                                               {ConversationState::kResolved, "resolved"},
                                               {ConversationState::kSkipped, "skipped"},
                                               {ConversationState::kHeard, "heard"}}};
constexpr Words<SkipReason, 8> kSkipReasons{{{SkipReason::kSpam, "spam"},
                                             {SkipReason::kNotForUs, "not_for_us"},
                                             {SkipReason::kNoAnswerNeeded, "no_answer_needed"},
                                             {SkipReason::kAbusive, "abusive"},
                                             {SkipReason::kAnsweredElsewhere, "answered_elsewhere"},
                                             {SkipReason::kDeleted, "deleted"},
                                             {SkipReason::kMuted, "muted"},
                                             {SkipReason::kOther, "other"}}};
constexpr Words<DecisionKind, 8> kDecisions{{{DecisionKind::kAssign, "assign"},
                                             {DecisionKind::kSnooze, "snooze"},
                                             {DecisionKind::kResolve, "resolve"},
                                             {DecisionKind::kSkip, "skip"},
                                             {DecisionKind::kReopen, "reopen"},
                                             {DecisionKind::kTag, "tag"},
                                             {DecisionKind::kUntag, "untag"},
                                             {DecisionKind::kUndo, "undo"}}};

constexpr Words<InPublic, 3> kInPublic{{{InPublic::kNo, "no"},
                                        {InPublic::kTheySpokeLast, "they_spoke_last"},
                                        {InPublic::kAnswered, "answered"}}};

}  // namespace

std::string_view to_word(ConversationState state) { return kStates.word(state); }
std::optional<ConversationState> conversation_state_of(std::string_view word) {
  return kStates.find(word);
}
std::string_view to_word(SkipReason reason) { return kSkipReasons.word(reason); }
std::optional<SkipReason> skip_reason_of(std::string_view word) { return kSkipReasons.find(word); }
std::string_view to_word(DecisionKind kind) { return kDecisions.word(kind); }
std::optional<DecisionKind> decision_kind_of(std::string_view word) {
  return kDecisions.find(word);
}
std::string_view to_word(InPublic in_public) { return kInPublic.word(in_public); }
std::optional<InPublic> in_public_of(std::string_view word) { return kInPublic.find(word); }

}  // namespace rapport
