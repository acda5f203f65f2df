#include "coach/rules/rules.h"

namespace rapport::coach {

void review_unanswered(const View& view, const std::vector<Point>& points, Findings& out) {
  if (view.post.language.empty() || view.draft.language.empty()) return;
  Finding finding;
  finding.rule = Rule::kUnanswered;
  finding.severity = Severity::kFix;
  // One that surely gets none is what it takes; then all that is not ticked is shown with it.
  bool sure = false;
  for (const Point& point : points) {
    if (point.kind != PointKind::kQuestion || point.answered) continue;
    finding.post_spans.push_back(point.post_span);
    sure = sure || !point.in_doubt;
  }
  if (!sure) return;
  finding.why = finding.post_spans.size() == 1 ? "They asked this, and the draft doesn't answer it."
                                               : "They asked these, and the draft answers none.";
  finding.next =
      "Answer it here, or say that you are finding out and that you will write here when you know.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
