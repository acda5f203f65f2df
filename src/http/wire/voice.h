// How a brand speaks as JSON.

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "desk/coaching/coaching.h"

namespace rapport {

std::string voice_json(const VoiceView& view);
// All of it: what is not named is an error.
Result<BrandVoice> read_voice(std::string_view body);

}  // namespace rapport
