// What a workspace taught the engine, as members see it.

#pragma once

#include "base/result.h"
#include "desk/reading/readings.h"

namespace rapport {

class Unit;

// `reader` may be null: nobody reads here.
Result<LearningView> learning_view(Unit& unit, WorkspaceId workspace, const PostReader* reader);

}  // namespace rapport
