// How a brand wants to sound, said to an assistant.

#pragma once

#include <string>
#include <vector>

#include "model/voice.h"

namespace rapport {

// A short sentence each; none where nobody said anything. Who signs and what may be promised is
// left to the person who answers.
std::vector<std::string> manner_of(const BrandVoice& voice);

}  // namespace rapport
