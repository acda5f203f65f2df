#include <algorithm>

#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {

void review_deflect(const View& view, Findings& out) {
  std::vector<Span> spans = sending_phrases().spans(view.draft);
  if (spans.empty()) return;
  // A rule that is quoted to somebody for whom something went wrong answers nothing.
  const std::vector<Span> walls = view.let_down || view.trouble
                                      ? arguing_spans(view.draft, Rules::kCount)
                                      : std::vector<Span>{};
  const auto is_wall = [&walls](const Sentence& sentence) {
    return std::any_of(walls.begin(), walls.end(), [&sentence](const Span& wall) {
      return wall.begin >= sentence.span.begin && wall.begin < sentence.span.end;
    });
  };
  // Whoever gets an answer here may also be told of another place.
  for (std::size_t i = 0; i < view.speech.size(); ++i) {
    const Speech speech = view.speech[i];
    if (speech == Speech::kAttends) return;
    const Sentence& sentence = view.draft.sentences[i];
    if (speech == Speech::kSays && sentence.size() >= 3 && !is_wall(sentence)) return;
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
