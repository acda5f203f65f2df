#include "model/act.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<ActKind, 16> kKinds{{{ActKind::kReply, "reply"},
                                     {ActKind::kPost, "post"},
                                     {ActKind::kQuote, "quote"},
                                     {ActKind::kLike, "like"},
                                     {ActKind::kUnlike, "unlike"},
                                     {ActKind::kRepost, "repost"},
                                     {ActKind::kUnrepost, "unrepost"},
                                     {ActKind::kMute, "mute"},
                                     {ActKind::kUnmute, "unmute"},
                                     {ActKind::kBlock, "block"},
                                     {ActKind::kUnblock, "unblock"},
                                     {ActKind::kFollow, "follow"},
                                     {ActKind::kUnfollow, "unfollow"},
                                     {ActKind::kDelete, "delete"},
                                     {ActKind::kHide, "hide"},
                                     {ActKind::kUnhide, "unhide"}}};
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
bool speaks(ActKind kind) {
  return kind == ActKind::kReply || kind == ActKind::kPost || kind == ActKind::kQuote;
}
bool takes_away(ActKind kind) {
  switch (kind) {
    case ActKind::kUnlike:
    case ActKind::kUnrepost:
    case ActKind::kUnfollow:
    case ActKind::kUnmute:
    case ActKind::kUnblock:
    case ActKind::kUnhide:
    case ActKind::kDelete:
      return true;
    default:
      return false;
  }
}
std::string_view to_word(ActState state) { return kStates.word(state); }
std::optional<ActState> act_state_of(std::string_view word) { return kStates.find(word); }
std::string_view to_word(Outcome outcome) { return kOutcomes.word(outcome); }
std::optional<Outcome> outcome_of(std::string_view word) { return kOutcomes.find(word); }

}  // namespace rapport
