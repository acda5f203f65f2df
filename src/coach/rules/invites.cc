#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// Questions that ask nothing, or that blame.
const Phrases& not_asking() {
  static const Phrases kPhrases = {
      {"en",
       {"any|other|further questions", "anything else", "right", "are you sure", "have you tried",
        "have you seen our|the", "have you heard of", "know what"}},
      {"de", {"noch fragen", "sind sie sicher"}},
      {"fr", {"autres questions", "êtes-vous sûr"}},
      {"es", {"alguna pregunta|duda", "estás seguro"}},
      {"pt", {"alguma dúvida|pergunta", "tem a certeza"}},
      {"it", {"altre domande", "sei sicuro|sicura"}},
  };
  return kPhrases;
}

// An offer of something for them, which needs their word.
const Phrases& offers() {
  static const Phrases kPhrases = {
      {"en",
       {"if you like i|we|i'll|we'll", "tell me|us which|what|when|where|how|the", "reply with"}},
      {"de", {"wenn du magst|willst", "wenn sie mögen|möchten", "sag|sagen .. bescheid"}},
  };
  return kPhrases;
}

}  // namespace

void review_invites(const View& view, Findings& out) {
  Finding finding;
  finding.rule = Rule::kInvites;
  finding.severity = Severity::kNice;
  for (std::size_t i = 0; i < view.draft.sentences.size(); ++i) {
    const Sentence& sentence = view.draft.sentences[i];
    const bool asks = sentence.asks && sentence.size() >= 2 &&
                      !not_asking().in_sentence(view.draft, i) && !argues(view.draft, i) &&
                      !sending_phrases().in_sentence(view.draft, i);
    if (asks || offers().in_sentence(view.draft, i)) finding.draft_spans.push_back(sentence.span);
  }
  if (finding.draft_spans.empty()) return;
  finding.why = "It leaves them something to answer.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
