#include <algorithm>

#include "coach/rules/rules.h"

namespace rapport::coach {

void review_points(const View& view, const std::vector<Point>& points, Findings& out) {
  if (view.post.language.empty() || view.draft.language.empty()) return;
  Finding finding;
  finding.rule = Rule::kPoints;
  std::size_t wanted = 0;
  for (const Point& point : points) {
    if (point.kind != PointKind::kProblem) ++wanted;
    if (point.kind == PointKind::kRequest && !point.answered) {
      finding.post_spans.push_back(point.post_span);
    }
  }
  if (!finding.post_spans.empty()) {
    finding.severity = Severity::kConsider;
    finding.why = "They asked for this, and the draft passes over it.";
    finding.next = "Say what becomes of it, even if it is no.";
    out.push_back(std::move(finding));
    return;
  }
  const bool all = std::all_of(points.begin(), points.end(), [](const Point& point) {
    return point.answered || point.kind == PointKind::kProblem;
  });
  if (wanted < 2 || !all) return;
  finding.severity = Severity::kNice;
  for (const Point& point : points) finding.post_spans.push_back(point.post_span);
  finding.why = "Everything they asked is answered.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
