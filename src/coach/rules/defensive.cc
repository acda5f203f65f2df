#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {

void review_defensive(const View& view, Findings& out) {
  // Rules are an answer where somebody asks for them, and a wall where something went wrong.
  std::vector<Span> spans =
      arguing_spans(view.draft, view.let_down || view.trouble ? Rules::kCount : Rules::kLeaveOut);
  if (spans.empty()) return;
  Finding finding;
  finding.rule = Rule::kDefensive;
  finding.severity = Severity::kFix;
  finding.draft_spans = std::move(spans);
  finding.why = "This sounds as if it were their fault, or quotes rules at them.";
  finding.next = "Say what you can do, and leave out who is to blame.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
