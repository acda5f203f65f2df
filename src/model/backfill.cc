#include "model/backfill.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<BackfillState, 3> kStates{{{BackfillState::kRunning, "running"},
                                           {BackfillState::kDone, "done"},
                                           {BackfillState::kStopped, "stopped"}}};

}  // namespace

std::string_view to_word(BackfillState state) { return kStates.word(state); }
std::optional<BackfillState> backfill_state_of(std::string_view word) { return kStates.find(word); }

}  // namespace rapport
