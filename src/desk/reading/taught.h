// What a workspace taught the engine, given to a reader.

#pragma once

#include "base/result.h"
#include "model/ids.h"

namespace rapport {

class PostReader;
class Unit;

// From now on posts of this workspace are read with its reasons, its topics and what was learned
// from corrections, as they are stored.
Result<Done> give_taught(Unit& unit, PostReader& reader, WorkspaceId workspace);

}  // namespace rapport
