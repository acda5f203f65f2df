#include "model/act.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<ActKind, 7> kKinds{{{ActKind::kReply, "reply"},
                                    {ActKind::kPost, "post"},
                                    {ActKind::kLike, "like"},
                                    {ActKind::kUnlike, "unlike"},
                                    {ActKind::kFollow, "follow"},
                                    {ActKind::kUnfollow, "unfollow"},
                                    {ActKind::kDelete, "delete"}}};
constexpr Words<ActState, 6> kStates{{{ActState::kQueued, "queued"},
                                      {ActState::kSending, "sending"},
                                      {ActState::kUnknown, "unknown"},
                                      {ActState::kAccepted, "accepted"},
                                      {ActState::kRejected, "rejected"},
                                      {ActState::kUndone, "undone"}}};
constexpr Words<Outcome, 3> kOutcomes{{{Outcome::kAccepted, "accepted"},
                                       {Outcome::kRejected, "rejected"},
                                       {Outcome::kUnknown, "unknown"}}};

}  // namespace

std::string_view to_word(ActKind kind) { return kKinds.word(kind); }
std::optional<ActKind> act_kind_of(std::string_view word) { return kKinds.find(word); }
std::string_view to_word(ActState state) { return kStates.word(state); }
std::optional<ActState> act_state_of(std::string_view word) { return kStates.find(word); }
std::string_view to_word(Outcome outcome) { return kOutcomes.word(outcome); }
std::optional<Outcome> outcome_of(std::string_view word) { return kOutcomes.find(word); }

}  // namespace rapport
