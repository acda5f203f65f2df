#include "base/unicode.h"
#include "coach/phrases.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

const Phrases& cheer() {
  static const Phrases kPhrases = {
      {"", {"haha*|hehe*|lol|lmao|rofl|jaja*"}},
      {"en",
       {"just kidding",
        "ha|oops|whoops|whoopsie|oopsie|uh-oh|yum|tgif|woo|yippee|jk|hooray|fun",
        "time lucky",
        "no biggie|prob|probs|sweat",
        "no big deal",
        "bright side",
        "silver lining",
        "chin up",
        "keep smiling|calm|positive",
        "happy friday|monday|weekend|holidays",
        "enjoy your|the|a",
        "hang in there",
        "these things are sent",
        "not the end",
        "better luck",
        "no worries",
        "good things come",
        "have a great|amazing|lovely|nice day",
        "glad you love|like",
        "hugs",
        "yay",
        "woohoo",
        "here's a tip",
        "cheer up",
        "happy birthday",
        "at least you"}},
      {"de", {"kopf hoch", "schönen tag", "kein stress"}},
      {"fr", {"bonne journée", "pas de souci"}},
      {"es", {"qué bien", "feliz día", "disfruta"}},
      {"pt", {"que bom", "bom dia"}},
      {"it", {"che bello", "buona giornata"}},
  };
  return kPhrases;
}

// What in a sentence makes merry; all of it, if no word does alone.
void merry_spans(const View& view, std::size_t index, std::vector<Span>& out) {
  const Span its = view.draft.sentences[index].span;
  const std::size_t before = out.size();
  for (const Span span : cheer().spans(view.draft)) {
    if (span.begin >= its.begin && span.begin < its.end) out.push_back(span);
  }
  for (const Span emoji : view.draft.emoji) {
    if (emoji.begin < its.begin || emoji.begin >= its.end) continue;
    if (emoji_class(view.draft.of(emoji)) == "merry") out.push_back(emoji);
  }
  if (out.size() == before) out.push_back(its);
}

}  // namespace

void review_tone(const View& view, Findings& out) {
  Finding finding;
  for (std::size_t i = 0; i < view.manners.size(); ++i) {
    if (!is_so_to_upset(view.upset_score, view.manners[i], Manner::kCheers)) continue;
    merry_spans(view, i, finding.draft_spans);
  }
  if (!finding.draft_spans.empty()) {
    finding.rule = Rule::kTone;
    finding.severity = Severity::kFix;
    finding.post_spans = view.upset_spans;
    finding.why = "They are upset; this reads as if it were funny.";
    finding.next = "Leave out emoji, jokes and cheer here.";
    out.push_back(std::move(finding));
    return;
  }
  review_voice(view, out);
}

}  // namespace rapport::coach
