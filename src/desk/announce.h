// The events that many verbs cause, told within the transaction that makes the change.

#pragma once

#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "model/channel.h"
#include "model/conversation.h"
#include "model/event.h"
#include "store/store.h"

namespace rapport {

// Counts, tags and views, which have no subject.
Result<Done> announce(Unit& unit, WorkspaceId workspace, EventKind kind, Time now);
Result<Done> announce(Unit& unit, const Channel& channel, Time now);
Result<Done> announce(Unit& unit, WorkspaceId workspace, PersonId person, Time now);
// With the version that was stored just before.
Result<Done> announce(Unit& unit, const Conversation& conversation, std::string reason, Time now);

}  // namespace rapport
