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
       {"just kidding", "no worries", "good things come", "have a great|amazing|lovely|nice day",
        "glad you love|like", "hugs", "yay", "woohoo", "here's a tip", "cheer up", "happy birthday",
        "at least you"}},
      {"de", {"kopf hoch", "schönen tag", "kein stress"}},
      {"fr", {"bonne journée", "pas de souci"}},
      {"es", {"qué bien", "feliz día", "disfruta"}},
      {"pt", {"que bom", "bom dia"}},
      {"it", {"che bello", "buona giornata"}},
  };
  return kPhrases;
}

// What is no laughing: it may stand under a sad post.
bool is_quiet(std::string_view emoji) {
  for (const std::string_view quiet : {"💙", "❤", "🖤", "💔", "🤍", "🙏", "➡", "👉", "✅"}) {
    if (emoji.starts_with(quiet)) return true;
  }
  return false;
}

void outside_voice(const View& view, Findings& out) {
  Finding finding;
  finding.rule = Rule::kTone;
  finding.severity = Severity::kConsider;
  const Voice& voice = view.exchange->voice;
  const std::size_t most = voice.emoji == EmojiUse::kNone  ? 0
                           : voice.emoji == EmojiUse::kFew ? 2
                                                           : static_cast<std::size_t>(-1);
  if (view.draft.emoji.size() > most) {
    finding.draft_spans.assign(view.draft.emoji.begin() + static_cast<std::ptrdiff_t>(most),
                               view.draft.emoji.end());
    finding.why = most == 0 ? "Your voice has no emoji." : "Your voice has few emoji.";
    finding.next = "Say it in words.";
    out.push_back(finding);
    return;
  }
  for (const std::string_view avoided : voice.avoid) {
    Side words;
    cut_side(avoided, words);
    if (words.words.empty()) continue;
    for (std::size_t i = 0; i + words.words.size() <= view.draft.words.size(); ++i) {
      std::size_t same = 0;
      while (same < words.words.size() &&
             words.words[same].normal == view.draft.words[i + same].normal) {
        ++same;
      }
      if (same < words.words.size()) continue;
      finding.draft_spans.push_back(
          {view.draft.words[i].span.begin, view.draft.words[i + same - 1].span.end});
    }
  }
  if (finding.draft_spans.empty()) return;
  finding.why = "Your voice avoids this word.";
  finding.next = "Take another one.";
  out.push_back(std::move(finding));
}

}  // namespace

void review_tone(const View& view, Findings& out) {
  if (view.upset) {
    Finding finding;
    finding.rule = Rule::kTone;
    finding.severity = Severity::kFix;
    finding.draft_spans = cheer().spans(view.draft);
    for (const Span& emoji : view.draft.emoji) {
      if (!is_quiet(view.draft.of(emoji))) finding.draft_spans.push_back(emoji);
    }
    if (!finding.draft_spans.empty()) {
      finding.post_spans = view.upset_spans;
      finding.why = "They are upset; this reads as if it were funny.";
      finding.next = "Leave out emoji, jokes and cheer here.";
      out.push_back(std::move(finding));
      return;
    }
  }
  outside_voice(view, out);
}

}  // namespace rapport::coach
