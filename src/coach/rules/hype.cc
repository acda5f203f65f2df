#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
void review_hype(const View& view, Findings& out) {
  std::vector<Span> spans =
      sentences_that(view, Manner::kSells, selling_phrases().spans(view.draft));
  if (spans.empty()) return;
  Finding finding;
  finding.rule = Rule::kHype;
  finding.draft_spans = std::move(spans);
  finding.severity = view.upset ? Severity::kFix : Severity::kConsider;
  if (view.upset) finding.post_spans = view.upset_spans;
  finding.why =
      view.upset ? "They are upset, and this sells them something." : "This sounds like an advert.";
  finding.next = "Say what it does and for whom, without the big words.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
