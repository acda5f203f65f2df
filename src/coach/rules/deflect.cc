#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {

void review_deflect(const View& view, Findings& out) {
  std::vector<Span> spans = sending_phrases().spans(view.draft);
  if (spans.empty()) return;
  // Whoever gets an answer here may also be told of another place.
  for (std::size_t i = 0; i < view.speech.size(); ++i) {
    const Speech speech = view.speech[i];
    if (speech == Speech::kAttends) return;
    if (speech == Speech::kSays && view.draft.sentences[i].size() >= 3) return;
  }
  Finding finding;
  finding.rule = Rule::kDeflect;
  finding.severity = Severity::kFix;
  finding.draft_spans = std::move(spans);
  finding.why = "It sends them elsewhere and answers nothing here.";
  finding.next = "Answer here what anyone may read, and ask elsewhere only for what is private.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
