#include <algorithm>

#include "coach/phrases.h"
#include "coach/rules/history.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// What shows that they were heard.
std::vector<Span> heard_spans(const View& view) {
  const std::vector<Span> hollow = hollow_sorry_phrases().spans(view.draft);
  std::vector<Span> out = sorry_phrases().spans(view.draft);
  if (out.empty()) out = heard_phrases().spans(view.draft);
  std::erase_if(out, [&hollow](Span span) {
    return std::any_of(hollow.begin(), hollow.end(), [span](Span other) {
      return span.begin < other.end && other.begin < span.end;
    });
  });
  return out;
}

// The sentences that spans stand in, each once: a word of it tells little.
std::vector<Span> sentences_with(const Side& draft, const std::vector<Span>& spans) {
  std::vector<Span> out;
  for (const Sentence& sentence : draft.sentences) {
    if (any_begins_in(spans, sentence.span)) out.push_back(sentence.span);
  }
  return out;
}

// The sentence that has most words of theirs.
std::vector<Span> nearest_sentence(const View& view) {
  std::vector<Span> out;
  std::size_t most = 0;
  for (const Sentence& sentence : view.draft.sentences) {
    const std::size_t shared = shared_words(view.draft, sentence.first_word, sentence.last_word,
                                            view.post, 0, view.post.words.size());
    if (shared <= most) continue;
    most = shared;
    out = {sentence.span};
  }
  return out;
}

// Short of upset: they raise their voice.
bool is_irritated(const View& view) {
  if (view.sounds_upset || view.upset) return true;
  constexpr std::size_t kFewestLetters = 4;  // "DHL" is no shout
  if (std::any_of(view.post.tokens.list.begin(), view.post.tokens.list.end(),
                  [](const TextToken& token) {
                    return token.shouted && token.span.end - token.span.begin >= kFewestLetters;
                  })) {
    return true;
  }
  return insists(view.post.text);
}

// They came back, and the draft says to them what brought them back.
bool repeats_to_who_came_back(const View& view) {
  return !view.told_already.empty() && !thanks_phrases().any(view.post);
}

}  // namespace

void review_empathy(const View& view, Findings& out) {
  if (view.draft.language.empty() || view.post.language.empty()) return;
  Finding finding;
  finding.rule = Rule::kEmpathy;
  if (is_so_to_upset(view.upset_score, view.manner, Manner::kUnheard)) {
    const std::vector<Span> hollow_spans = hollow_sorry_phrases().spans(view.draft);
    finding.severity = Severity::kFix;
    finding.draft_spans = hollow_spans;
    finding.post_spans = view.upset_spans;
    finding.why = !hollow_spans.empty()
                      ? "This apology would fit anything that ever went wrong."
                      : "They are upset, and nothing here says that you heard what happened.";
    finding.next = "Begin with what happened to them, in your own words.";
    out.push_back(std::move(finding));
    return;
  }
  if ((asked_again(view) && !owns_asking_again(view)) || repeats_to_who_came_back(view)) {
    // Some word of regret is there: then it is only not of this.
    const bool cold = heard_spans(view).empty();
    finding.severity = cold && is_irritated(view) ? Severity::kFix : Severity::kConsider;
    finding.post_spans = {whole(view.post)};
    finding.why = "They had to write about this again, and nothing here owns it.";
    finding.next = "Say that you know they asked before, and what happened since.";
    out.push_back(std::move(finding));
    return;
  }
  // What is said in a language that is not theirs is nothing to praise.
  if (view.draft.language != view.post.language || !is_so(view.manner, Manner::kHears)) return;
  finding.severity = Severity::kNice;
  const bool sorry = sorry_phrases().any(view.draft);
  finding.draft_spans = sentences_with(view.draft, heard_spans(view));
  if (finding.draft_spans.empty()) finding.draft_spans = nearest_sentence(view);
  finding.post_spans = view.upset_spans;
  finding.why = sorry ? "It says sorry for what happened, not for an inconvenience."
                      : "It shows that you heard what happened.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
