// What a spike was about.

#pragma once

#include <vector>

#include "desk/listening/monitors.h"

namespace rapport {

inline constexpr std::size_t kSpikeWords = 5;
inline constexpr std::size_t kSpikePosts = 3;

// Fills in who spoke in it, what was said in it that was not said around it, and the posts that say
// most of that. `facts` are the mentions of its hours and of some time around them.
void explain(const std::vector<MentionFacts>& facts, Spike& spike);

}  // namespace rapport
