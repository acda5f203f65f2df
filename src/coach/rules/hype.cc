#include <algorithm>

#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// A look at what helps is no advert.
const Phrases& helping() {
  static const Phrases kPhrases = {
      {"en",
       {"check|checkout .. "
        "help|guide|guides|article|articles|faq|faqs|support|community|forum|policy|"
        "terms|tips|steps|status|link|blog",
        "shop|buy|order|book|download|sign .. help|support"}},
  };
  return kPhrases;
}

}  // namespace

void review_hype(const View& view, Findings& out) {
  std::vector<Span> spans = selling_phrases().spans(view.draft);
  const std::vector<Span> helps = helping().spans(view.draft);
  std::erase_if(spans, [&helps](const Span& span) {
    return std::any_of(helps.begin(), helps.end(), [span](const Span& help) {
      return span.begin < help.end && help.begin < span.end;
    });
  });
  if (spans.empty()) return;
  Finding finding;
  finding.rule = Rule::kHype;
  finding.draft_spans = std::move(spans);
  finding.severity = view.let_down ? Severity::kFix : Severity::kConsider;
  if (view.let_down) finding.post_spans = view.upset_spans;
  finding.why = view.let_down ? "They are upset, and this sells them something."
                              : "This sounds like an advert.";
  finding.next = "Say what it does and for whom, without the big words.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
