// A voice with the name of who changed it last.

#pragma once

#include "desk/coaching/coaching.h"

namespace rapport {

class Unit;

Result<VoiceView> voice_view(Unit& unit, BrandVoice voice);

}  // namespace rapport
