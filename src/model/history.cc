#include "model/history.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<HistoryState, 3> kStates{{{HistoryState::kRunning, "running"},
                                          {HistoryState::kDone, "done"},
                                          {HistoryState::kStopped, "stopped"}}};

}  // namespace

std::string_view to_word(HistoryState state) { return kStates.word(state); }
std::optional<HistoryState> history_state_of(std::string_view word) { return kStates.find(word); }

}  // namespace rapport
