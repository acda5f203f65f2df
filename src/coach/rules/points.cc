// Only says when all is answered. That a request is passed over was tried as a finding and was
// right too seldom (docs/coach.md); the list of points shows it all the same.

#include <algorithm>

#include "coach/rules/rules.h"

namespace rapport::coach {

void review_points(const View& view, const std::vector<Point>& points, Findings& out) {
  if (view.post.language.empty() || view.draft.language.empty()) return;
  const auto wanted = std::count_if(points.begin(), points.end(), [](const Point& point) {
    return point.kind != PointKind::kProblem;
  });
  const bool all = std::all_of(points.begin(), points.end(), [](const Point& point) {
    return point.answered || point.kind == PointKind::kProblem;
  });
  if (wanted < 2 || !all) return;
  Finding finding;
  finding.rule = Rule::kPoints;
  finding.severity = Severity::kNice;
  for (const Point& point : points) finding.post_spans.push_back(point.post_span);
  finding.why = "Everything they asked is answered.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
