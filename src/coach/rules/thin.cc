#include <algorithm>

#include "coach/rules/rules.h"
#include "coach/words.h"
#include "text/normalise/normalise.h"

namespace rapport::coach {
namespace {

// Without one of these it may be short and still an answer ("It is.").
bool is_nod(std::string_view normal) {
  static constexpr std::string_view kWords[] = {
      "thanks",    "thank",     "thx",      "ty",        "noted",   "ok",         "okay",
      "love",      "great",     "cool",     "nice",      "welcome", "congrats",   "congratulations",
      "awesome",   "wow",       "yay",      "hope",      "danke",   "dank",       "merci",
      "gracias",   "obrigado",  "obrigada", "grazie",    "sorry",   "understood", "appreciate",
      "glad",      "happy",     "cheers",   "bedankt",   "spotted", "taken",      "received",
      "fantastic", "brilliant", "perfect",  "wonderful", "super",   "toll",       "danken",
      "noté",      "anotado"};
  return std::find(std::begin(kWords), std::end(kWords), normal) != std::end(kWords);
}

}  // namespace

void review_thin(const View& view, Findings& out) {
  const Side& draft = view.draft;
  if (draft.words.size() > 12) return;
  // What everybody writes is that, and no nod.
  if (draft.words.size() >= 8 && stock_phrases().any(draft)) return;
  bool nods = !draft.emoji.empty();
  const std::string name = normal_form(view.first_name);
  for (const Word& word : draft.words) {
    if (word.kind == TokenKind::kMention || normal_form(draft.of(word)) == name) continue;
    const auto index = static_cast<std::size_t>(&word - draft.words.data());
    if (!says_nothing(draft, index, index + 1)) return;
    nods = nods || is_nod(word.normal);
  }
  for (const Sentence& sentence : draft.sentences) {
    if (sentence.asks) return;
  }
  if (!nods) return;
  Finding finding;
  finding.rule = Rule::kThin;
  finding.severity = Severity::kConsider;
  finding.draft_spans = {whole(draft)};
  finding.why = "It could stand under any post.";
  finding.next = "Take up one thing they said.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
