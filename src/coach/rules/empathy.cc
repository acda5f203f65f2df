#include <algorithm>

#include "coach/phrases.h"
#include "coach/rules/history.h"
#include "coach/rules/rules.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

// An apology for what it did to them in general is none for what happened.
const Phrases& hollow() {
  static const Phrases kPhrases = {
      {"en",
       {"sorry|apolog* .. inconvenience*|dissatisfaction|disappointment",
        "sorry|apolog* .. you|you're|your|to feel|feeling|felt|see|think|believe",
        "apologies|sorry|apologise|apologize for any|if", "sorry|apolog* for the|your .. caused",
        "sorry|apolog* for|about the|your|this|that experience|situation|circumstances", "sorry if",
        "regret to inform|any|that"}},
      {"de",
       {"entschuldig*|leid|bedauer* .. unannehmlichkeiten|umstände|unannehmlichkeit",
        "leid|bedauern|bedaure dass|wenn sie|du|ihr|ihr|euer .. "
        "so|das|empfinden|empfindest|fühlen|fühlst|erwartungen"}},
      {"fr",
       {"excuser pour la gêne", "prions de nous excuser",
        "excus*|désolé*|navré*|regrett* .. "
        "désagrément*|gêne|occasionné*|situation",
        "désolé*|navré* que|si|d'apprendre vous|tu|cela|ce"}},
      {"es",
       {"lament*|sentimos|siento|disculp* .. molestias|inconvenientes|inconveniente|ocurrido|"
        "sucedido|situación|molestia",
        "lament*|sentimos|siento que .. sienta|sientas|sienten|parezca|piense|sea"}},
      {"pt",
       {"desculp* pelo|pelos .. "
        "causado|causados|incómodo|incômodo|transtorno|transtornos|incómodos|"
        "inconveniente|inconvenientes",
        "lament* .. "
        "sucedido|ocorrido|transtorno|transtornos|incómodo|incômodo|situação|inconveniente",
        "lament*|sentimos|sinto|desculpe que|se .. sinta|sintas|sente|pense|ache"}},
      {"it",
       {"scus*|dispiace|spiace .. disagio|disagi|inconveniente|inconvenienti|accaduto|situazione",
        "dispiace|spiace che|se .. senta|senti|sentite|sentito|sembri|pensi"}},
  };
  return kPhrases;
}

// Said of anything: no word of what happened.
const Phrases& thin_sorry() {
  static const Phrases kPhrases = {
      {"en",
       {"sorry to hear|read|see that|this|it", "sorry about|for that|this|it", "my apologies",
        "sorry|apolog* .. trouble|experience|issue|issues|problem|problems|troubles|confusion|"
        "misunderstanding"}},
      {"de", {"tut .. leid zu hören"}},
      {"fr", {"désolé*|navré* d'apprendre"}},
      {"es", {"sentimos|lamentamos oír|leer|saber eso|esto"}},
      {"pt", {"lamentamos|sentimos saber"}},
      {"it", {"dispiace sentire|leggere"}},
  };
  return kPhrases;
}

// What shows that they were heard, in what is no arguing, selling or sending away.
std::vector<Span> heard_spans(const View& view) {
  std::vector<Phrases::Place> places;
  heard_phrases().find(view.draft, places);
  std::vector<Span> out;
  for (const Phrases::Place& place : places) {
    const Speech speech = view.speech[view.draft.words[place.begin].sentence];
    if (speech == Speech::kArgues || speech == Speech::kSells || speech == Speech::kSends) continue;
    out.push_back(
        {view.draft.words[place.begin].span.begin, view.draft.words[place.end - 1].span.end});
  }
  return out;
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

// "You'll get the money back", "To cancel, go to Account": what they can do or get is no word of
// what happened.
bool promises(const View& view, std::size_t sentence) {
  static const Phrases kPhrases = {
      {"en", {"you'll|you can|get|have|find", "you will|can|could|may", "to|please|go|try|use"}}};
  const Sentence& its = view.draft.sentences[sentence];
  return kPhrases.in_words(view.draft, its.first_word, its.first_word + 1);
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
    const bool goes_on = i + 1 < draft.sentences.size() && sentence.size() <= 3 &&
                         view.speech[i + 1] == Speech::kSays && !promises(view, i + 1);
    if (shared_words(draft, first, draft.sentences[goes_on ? i + 1 : i].last_word, view.post, 0,
                     view.post.words.size()) > 0) {
      return true;
    }
    // "Sorry, please write us": what is said beside it has to be about them, or it is none.
    const Speech speech = view.speech[i];
    if (thin_sorry().in_sentence(draft, i) || speech == Speech::kSends ||
        speech == Speech::kSells) {
      continue;
    }
    std::size_t content = 0;
    for (std::size_t word = sentence.first_word; word < sentence.last_word; ++word) {
      content +=
          draft.words[word].content && draft.of(draft.words[word]) != view.first_name ? 1 : 0;
    }
    if (content >= 1 && sentence.size() >= 4) return true;
  }
  return false;
}

bool sounds_bad(const Reading& reading) {
  return reading.sentiment_read && reading.sentiment_p[0] >= 0.3F;
}

}  // namespace

void review_empathy(const View& view, Findings& out) {
  if (view.draft.language.empty() || view.post.language.empty()) return;
  const std::vector<Span> hollow_spans = hollow().spans(view.draft);
  const auto without_hollow = [&hollow_spans](std::vector<Span> spans) {
    std::erase_if(spans, [&hollow_spans](Span span) {
      return std::any_of(hollow_spans.begin(), hollow_spans.end(), [span](Span other) {
        return span.begin < other.end && other.begin < span.end;
      });
    });
    return spans;
  };
  const std::vector<Span> real = without_hollow(sorry_phrases().spans(view.draft));
  const bool heard = !real.empty() || !without_hollow(heard_spans(view)).empty();
  Finding finding;
  finding.rule = Rule::kEmpathy;
  if (!heard && view.let_down) {
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
  if (asked_again(view) && !owns_asking_again(view)) {
    finding.severity = Severity::kConsider;
    finding.post_spans = {whole(view.post)};
    finding.why = "They had to write about this again, and nothing here owns it.";
    finding.next = "Say that you know they asked before, and what happened since.";
    out.push_back(std::move(finding));
    return;
  }
  // An apology that goes on to sell or to argue is not one to praise.
  if (real.empty() || selling_phrases().any(view.draft) ||
      !arguing_spans(view.draft, Rules::kLeaveOut).empty())
    return;
  // Where nothing went wrong, or it is said in a language that is not theirs, there is nothing to
  // praise.
  const bool calm = !view.trouble && !view.let_down && !sounds_bad(view.post.reading);
  if (calm || view.draft.language != view.post.language || !names_what_happened(view)) return;
  finding.severity = Severity::kNice;
  finding.draft_spans = real;
  finding.post_spans = view.upset_spans;
  finding.why = "It says sorry for what happened, not for an inconvenience.";
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
