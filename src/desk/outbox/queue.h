// What the verbs of the outbox share.

#pragma once

#include <functional>
#include <string>

#include "desk/inbox/inbox.h"
#include "desk/outbox/outbox.h"
#include "store/store.h"

namespace rapport {

// Says who may act in public.
Result<Done> may_act(const Member& by);

// Whether `text` can be sent on this channel at all: not empty, not too long.
Result<Done> check_text(const Channel& channel, const std::string& text);

// The act as its member sees it.
Result<ActView> view_of(Unit& unit, Act act);

// Stored, and neither on the network, refused nor taken back yet.
bool on_its_way(const Act& act);

// An act of `by` with its own id and times, not stored yet.
Act new_act(IdMaker& ids, Time now, const Member& by, const Channel& channel, ActKind kind);

// Puts the words of an act where its author finds them again, unless other words are there already.
Result<Done> keep_words(Unit& unit, const Act& act, Time now);

}  // namespace rapport
