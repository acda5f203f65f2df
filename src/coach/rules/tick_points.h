// Finding their points, and ticking off what the draft takes up.

#pragma once

#include <vector>

#include "coach/rules/answer_signs.h"
#include "coach/rules/points.h"
#include "coach/view.h"

namespace rapport::coach {

// Ticks off what the draft takes up. `parts[i]` is where `points[i]` stands. Whoever learns what
// signs weigh gets those of each question, in their order; of more questions than are weighed,
// none.
void tick_points(const View& view, const std::vector<PostPart>& parts, std::vector<Point>& points,
                 std::vector<AnswerSigns>* signs);

// As find_points of rules.h.
void find_points(const View& view, std::vector<Point>& out, std::vector<AnswerSigns>* signs);

}  // namespace rapport::coach
