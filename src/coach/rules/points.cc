// Says only that all is answered. That a request is passed over was tried as a finding, three ways,
// and was right too seldom (docs/coach.md); the list of points shows it all the same.

#include <cstddef>

#include "coach/rules/rules.h"

namespace rapport::coach {

void review_points(const View& view, const std::vector<Point>& points, Findings& out) {
  if (view.post.language.empty() || view.draft.language.empty()) return;
  Finding finding;
  finding.rule = Rule::kPoints;
  finding.severity = Severity::kNice;
  std::size_t wanted = 0;
  bool all = true;
  for (const Point& point : points) {
    if (point.kind == PointKind::kProblem) continue;
    ++wanted;
    all = all && point.answered;
    finding.post_spans.push_back(point.post_span);
  }
  if (wanted < 2 || !all) return;
  finding.why = "Everything they asked is answered.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
