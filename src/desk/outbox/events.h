// What every change of an act announces.

#pragma once

#include "model/act.h"
#include "store/store.h"

namespace rapport {

// The act itself, and the conversation it stands in, which gets a new version.
Result<Done> announce_act(Unit& unit, const Act& act, Time now);

}  // namespace rapport
