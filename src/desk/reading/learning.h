// What a workspace taught the engine, as members see it.

#pragma once

#include <optional>

#include "base/result.h"
#include "desk/reading/readings.h"
#include "text/learning/adaptation.h"

namespace rapport {

class Unit;

// `reader` may be null: nobody reads here.
Result<LearningView> learning_view(Unit& unit, WorkspaceId workspace, const PostReader* reader);

// What is in use of it; none: it is switched off, or the engine alone reads better.
std::optional<Adaptation> learned_by(const Learning& learning);

}  // namespace rapport
