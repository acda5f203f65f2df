#include <algorithm>

#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {

namespace {

// Rules that are named as such, which wants no weighing where something went wrong.
const Phrases& rules_by_name() {
  static const Phrases kPhrases = {
      {"en",
       {"as per our|the|your", "per our .. policy|terms|conditions",
        "under|according to our .. policy|terms|conditions|rules",
        "as stated|outlined|specified|set in|on|out .. policy|terms|conditions|contract|rules"}},
      {"de", {"laut|gemäß unseren|unserer|den .. agb|bedingungen|richtlinien|regeln"}},
      {"fr", {"conformément à nos|notre .. conditions|règlement|politique"}},
      {"es", {"según nuestra|nuestras|nuestros|las .. política|condiciones|términos"}},
      {"pt", {"segundo|conforme a|os|as .. política|condições|termos"}},
      {"it", {"secondo|come da nostra|nostre|le|i .. condizioni|termini|politica|regolamento"}},
  };
  return kPhrases;
}

// Blame whatever they wrote, which wants no weighing either.
const Phrases& plain_blame() {
  static const Phrases kPhrases = {
      {"en",
       {"you should|could|ought .. have "
        "read|checked|seen|noticed|known|looked|asked|ordered|booked",
        "had you read|checked|looked|asked", "if you had|you'd read|checked|looked|bothered",
        "next time read|check|look"}},
      {"de",
       {"hättest|hätten du|sie|ihr .. lesen|nachsehen|prüfen|wissen|fragen müssen|sollen|können"}},
      {"fr", {"vous auriez|tu aurais dû|pu lire|vérifier|regarder"}},
      {"es", {"debería|deberías|debía haber leído|mirado|comprobado|preguntado"}},
      {"pt", {"devia|deveria|devias ter lido|visto|verificado|perguntado"}},
      {"it", {"avresti|avreste|avrebbe dovuto leggere|guardare|controllare|chiedere"}},
  };
  return kPhrases;
}

void add_untold(const std::vector<Span>& more, std::vector<Span>& spans) {
  for (const Span span : more) {
    const bool told = std::any_of(spans.begin(), spans.end(), [span](Span other) {
      return span.begin < other.end && other.begin < span.end;
    });
    if (!told) spans.push_back(span);
  }
}

}  // namespace

void review_defensive(const View& view, Findings& out) {
  // Rules are an answer where somebody asks for them, and a wall where something went wrong.
  std::vector<Span> spans = sentences_that(
      view, Manner::kBlames,
      arguing_spans(view.draft, view.let_down || view.trouble ? Rules::kCount : Rules::kLeaveOut));
  add_untold(plain_blame().spans(view.draft), spans);
  // "That is not your fault" takes blame away.
  const std::vector<Span> forgiving = forgiving_phrases().spans(view.draft);
  std::erase_if(spans, [&forgiving](Span span) {
    return std::any_of(forgiving.begin(), forgiving.end(), [span](Span other) {
      return other.begin >= span.begin && other.end <= span.end;
    });
  });
  if (view.let_down || view.trouble || view.upset) {
    add_untold(rules_by_name().spans(view.draft), spans);
  }
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
