// What each sentence of a text of ours is to whoever reads it.

#pragma once

#include <vector>

#include "coach/view.h"

namespace rapport::coach {

// Of each sentence of a side whose language is set.
std::vector<Speech> speech_of_sentences(const Side& side);

// Does such a sentence tell them something?
inline bool tells(Speech speech) { return speech == Speech::kSays || speech == Speech::kAttends; }

}  // namespace rapport::coach
