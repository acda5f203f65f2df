// The rules, a file each. Each looks at the view and adds what it finds; none sees another's
// findings. Where a rule depends on words, it is silent in languages it has no words of.

#pragma once

#include <vector>

#include "coach/view.h"

namespace rapport::coach {

// Their points, and which of them the draft takes up.
void find_points(const View& view, std::vector<Point>& out);

void review_unanswered(const View& view, const std::vector<Point>& points, Findings& out);
void review_points(const View& view, const std::vector<Point>& points, Findings& out);
void review_empathy(const View& view, Findings& out);
void review_defensive(const View& view, Findings& out);
void review_deflect(const View& view, Findings& out);
void review_tone(const View& view, Findings& out);
// Of the rule "tone": what the brand's voice would say otherwise, or just so.
void review_voice(const View& view, Findings& out);
void review_private(const View& view, Findings& out);
void review_promise(const View& view, Findings& out);
void review_contradiction(const View& view, Findings& out);
void review_language(const View& view, Findings& out);
void review_limits(const View& view, Findings& out);
void review_name(const View& view, Findings& out);
void review_generic(const View& view, Findings& out);
void review_thin(const View& view, Findings& out);
void review_hype(const View& view, Findings& out);
void review_stuffy(const View& view, Findings& out);
void review_resource(const View& view, Findings& out);
void review_open(const View& view, Findings& out);
void review_invites(const View& view, Findings& out);

}  // namespace rapport::coach
