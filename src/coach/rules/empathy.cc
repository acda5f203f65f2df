#include <algorithm>

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

// Said of anything: no word of what happened.
const Phrases& thin_sorry() {
  static const Phrases kPhrases = {
      {"en",
       {"sorry to hear|read|see that|this|it", "sorry about|for that|this|it", "my apologies",
        "sorry|apolog* .. trouble|experience|issue|issues|problem|problems|troubles"}},
      {"de", {"tut .. leid zu hören"}},
      {"fr", {"désolé*|navré* d'apprendre"}},
      {"es", {"sentimos|lamentamos oír|leer|saber eso|esto"}},
      {"pt", {"lamentamos|sentimos saber"}},
      {"it", {"dispiace sentire|leggere"}},
  };
  return kPhrases;
}

// "Sorry, we have none" is no apology for what happened to them.
const Phrases& refusals() {
  static const Phrases kPhrases = {
      {"en",
       {"sorry we|i|it|that|this|there|but have|has|do|can|don't|can't|cannot|isn't|is|are|aren't",
        "sorry no|not|but"}},
      {"de", {"leid aber|nein|wir|das haben|können|geht"}},
      {"fr", {"désolé* mais|nous|non|ce"}},
      {"es", {"siento pero|no", "lo siento no|pero"}},
      {"pt", {"desculpe mas|não"}},
      {"it", {"dispiace ma|non"}},
  };
  return kPhrases;
}

// What is said beside the apology, or just before it, is about their post, or is at least about
// something.
bool names_what_happened(const View& view) {
  const Side& draft = view.draft;
  for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
    const Sentence& sentence = draft.sentences[i];
    if (!sorry_phrases().in_sentence(draft, i) || hollow().in_sentence(draft, i)) continue;
    if (refusals().in_sentence(draft, i)) continue;
    const std::size_t first = draft.sentences[i == 0 ? 0 : i - 1].first_word;
    // "Sorry Pete. The lids are being checked."
    const std::size_t next =
        std::min(i + (sentence.size() <= 3 ? 1 : 0), draft.sentences.size() - 1);
    if (shared_words(draft, first, draft.sentences[next].last_word, view.post, 0,
                     view.post.words.size()) > 0) {
      return true;
    }
    if (thin_sorry().in_sentence(draft, i)) continue;
    std::size_t content = 0;
    for (std::size_t word = sentence.first_word; word < sentence.last_word; ++word) {
      content +=
          draft.words[word].content && draft.of(draft.words[word]) != view.first_name ? 1 : 0;
    }
    if (content >= 1 && sentence.size() >= 4) return true;
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
  if (real.empty() && view.let_down) {
    finding.severity = Severity::kFix;
    finding.draft_spans = hollow_spans;
    finding.post_spans = view.upset_spans;
    finding.why = !hollow_spans.empty() ? "This apology would fit anything that ever went wrong."
                  : view.upset
                      ? "They are upset, and nothing here says that you heard what happened."
                      : "They were upset before, and nothing here takes it in.";
    finding.next = "Begin with what happened to them, in your own words.";
    out.push_back(std::move(finding));
    return;
  }
  // An apology that goes on to sell or to argue is not one to praise.
  if (real.empty() || selling_phrases().any(view.draft) || arguing_phrases().any(view.draft))
    return;
  if (!names_what_happened(view)) return;
  finding.severity = Severity::kNice;
  finding.draft_spans = real;
  finding.post_spans = view.upset_spans;
  finding.why = "It says sorry for what happened, not for an inconvenience.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
