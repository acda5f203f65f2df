#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {

void review_deflect(const View& view, Findings& out) {
  // Whoever gets an answer here may also be told of another place: what the rest of the draft says
  // is among the signs.
  std::vector<Span> spans =
      sentences_that(view, Manner::kSends, sending_phrases().spans(view.draft));
  if (spans.empty()) return;
  Finding finding;
  finding.rule = Rule::kDeflect;
  finding.severity = Severity::kFix;
  finding.draft_spans = std::move(spans);
  finding.why = "It sends them elsewhere and answers nothing here.";
  finding.next = "Answer here what anyone may read, and ask elsewhere only for what is private.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
