// Where articles are used: written in the transaction that makes the use.

#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/act.h"
#include "store/store.h"

namespace rapport {

// Notes each article whose link the act's text or card holds, once each; repeating it changes
// nothing.
Result<Done> note_uses(Unit& unit, IdMaker& ids, const Act& act, Time now);

}  // namespace rapport
