// Where articles are used: written in the transaction that makes the use.

#pragma once

#include <span>
#include <string>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/act.h"
#include "store/store.h"

namespace rapport {

// Notes each article whose link the act's text or card holds, once each; repeating it changes
// nothing. A page on one of `own_hosts` is one of ours.
Result<Done> note_uses(Unit& unit, IdMaker& ids, const Act& act,
                       std::span<const std::string> own_hosts, Time now);

}  // namespace rapport
