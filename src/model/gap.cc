#include "model/gap.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<GapState, 3> kGapStates{{{GapState::kOpen, "open"},
                                         {GapState::kWritten, "written"},
                                         {GapState::kDismissed, "dismissed"}}};

}  // namespace

std::string_view to_word(GapState state) { return kGapStates.word(state); }
std::optional<GapState> gap_state_of(std::string_view word) { return kGapStates.find(word); }

}  // namespace rapport
