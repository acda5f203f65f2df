#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// An apology for what it did to them in general is none for what happened.
const Phrases& hollow() {
  static const Phrases kPhrases = {
      {"en",
       {"sorry|apolog* .. inconvenience*", "sorry .. you|to feel|see", "apologies|sorry for any",
        "sorry for the .. caused", "regret to inform"}},
      {"de", {"entschuldig* .. unannehmlichkeiten"}},
      {"fr", {"excuser pour la gêne", "prions de nous excuser"}},
      {"es", {"lament* .. molestias|inconvenientes"}},
      {"pt", {"desculp* pelo|pelos .. causado|causados|incómodo|incômodo|transtorno"}},
      {"it", {"scus* .. disagio|inconveniente"}},
  };
  return kPhrases;
}

const Phrases& sorry_for() {
  static const Phrases kPhrases = {
      {"en", {"sorry about|for|that|you|your|to hear about"}},
      {"de", {"leid .. dass|mit|um|wegen"}},
  };
  return kPhrases;
}

// What is said beside the apology, or just before it, is about their post.
bool names_what_happened(const View& view) {
  const Side& draft = view.draft;
  for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
    if (!sorry_phrases().in_sentence(draft, i) || hollow().in_sentence(draft, i)) continue;
    const std::size_t first = draft.sentences[i == 0 ? 0 : i - 1].first_word;
    if (shared_words(draft, first, draft.sentences[i].last_word, view.post, 0,
                     view.post.words.size()) > 0) {
      return true;
    }
    if (sorry_for().in_sentence(draft, i) && draft.sentences[i].size() >= 4) return true;
  }
  return false;
}

}  // namespace

void review_empathy(const View& view, Findings& out) {
  if (view.draft.language.empty() || view.post.language.empty()) return;
  const std::vector<Span> hollow_spans = hollow().spans(view.draft);
  std::vector<Span> real;
  for (const Span& span : sorry_phrases().spans(view.draft)) {
    bool covered = false;
    for (const Span& other : hollow_spans) {
      covered = covered || (span.begin < other.end && other.begin < span.end);
    }
    if (!covered) real.push_back(span);
  }
  Finding finding;
  finding.rule = Rule::kEmpathy;
  if (real.empty() && view.upset) {
    finding.severity = Severity::kFix;
    finding.draft_spans = hollow_spans;
    finding.post_spans = view.upset_spans;
    finding.why = hollow_spans.empty()
                      ? "They are upset, and nothing here says that you heard what happened."
                      : "They are upset, and this apology would fit anything.";
    finding.next = "Begin with what happened to them, in your own words.";
    out.push_back(std::move(finding));
    return;
  }
  if (real.empty()) return;
  if (!names_what_happened(view)) return;
  finding.severity = Severity::kNice;
  finding.draft_spans = real;
  finding.post_spans = view.upset_spans;
  finding.why = "It says sorry for what happened, not for an inconvenience.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
