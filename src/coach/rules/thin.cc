#include <algorithm>

#include "coach/rules/rules.h"
#include "text/normalise/normalise.h"

namespace rapport::coach {
namespace {

// What can be said to anybody about anything.
bool says_nothing(std::string_view normal) {
  static constexpr std::string_view kWords[] = {
      "thanks",   "thank",      "thx",        "ty",          "you",
      "so",       "much",       "for",        "your",        "the",
      "a",        "lot",        "very",       "many",        "all",
      "ok",       "okay",       "noted",      "cool",        "nice",
      "great",    "love",       "loved",      "it",          "this",
      "that",     "letting",    "us",         "know",        "message",
      "post",     "comment",    "suggestion", "suggestions", "feedback",
      "idea",     "sharing",    "welcome",    "you're",      "we",
      "do",       "appreciate", "enthusiasm", "congrats",    "congratulations",
      "awesome",  "amazing",    "wow",        "yay",         "hope",
      "find",     "what",       "need",       "have",        "day",
      "hi",       "hello",      "hey",        "there",       "sorry",
      "about",    "an",         "to",         "hear",        "are",
      "is",       "glad",       "happy",      "good",        "understood",
      "got",      "noticed",    "danke",      "vielen",      "dank",
      "für",      "die",        "nachricht",  "schön",       "gern",
      "gerne",    "hallo",      "merci",      "beaucoup",    "pour",
      "votre",    "ton",        "bonjour",    "gracias",     "muchas",
      "por",      "tu",         "mensaje",    "hola",        "obrigado",
      "obrigada", "pela",       "mensagem",   "olá",         "grazie",
      "mille",    "per",        "il",         "messaggio",   "ciao",
      "i",        "will",       "see"};
  return std::find(std::begin(kWords), std::end(kWords), normal) != std::end(kWords);
}

// Without one of these it may be short and still an answer ("It is.").
bool is_nod(std::string_view normal) {
  static constexpr std::string_view kWords[] = {
      "thanks",  "thank",    "thx",      "ty",     "noted",   "ok",         "okay",
      "love",    "great",    "cool",     "nice",   "welcome", "congrats",   "congratulations",
      "awesome", "wow",      "yay",      "hope",   "danke",   "dank",       "merci",
      "gracias", "obrigado", "obrigada", "grazie", "sorry",   "understood", "appreciate",
      "glad",    "happy"};
  return std::find(std::begin(kWords), std::end(kWords), normal) != std::end(kWords);
}

}  // namespace

void review_thin(const View& view, Findings& out) {
  const Side& draft = view.draft;
  if (draft.words.size() > 12) return;
  bool nods = !draft.emoji.empty();
  const std::string name = normal_form(view.first_name);
  for (const Word& word : draft.words) {
    if (word.kind == TokenKind::kMention || normal_form(draft.of(word)) == name) continue;
    if (word.kind != TokenKind::kWord || !says_nothing(word.normal)) return;
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
