#include "coach/coach.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/unicode.h"
#include "coach/rules/rules.h"
#include "coach/view.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

constexpr std::array<std::string_view, 6> kLanguages = {"en", "de", "fr", "es", "pt", "it"};

// Surer than this, a text's language is believed.
constexpr float kSureLanguage = 0.6F;
// Fewer words tell no language.
constexpr std::size_t kFewestWords = 4;

bool has_lists(std::string_view language) {
  return std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
}

bool is_sure(const Side& side) {
  return side.words.size() >= kFewestWords && side.reading.language != "und" &&
         side.reading.language_p >= kSureLanguage;
}

// A short draft is most likely in the language of what it answers.
void choose_languages(View& view) {
  const auto list_of = [](std::string_view language) {
    return has_lists(language) ? language : std::string_view();
  };
  view.post.language = list_of(view.post.reading.language);
  if (view.post.words.size() < 2 && !is_sure(view.post)) view.post.language = {};
  view.draft.language = is_sure(view.draft)       ? list_of(view.draft.reading.language)
                        : view.post.words.empty() ? list_of(view.draft.reading.language)
                                                  : view.post.language;
}

// "Maya" of "Maya Lindqvist", "Anneliese" of "Dr. Anneliese von Berg"; nothing of "zz_top_77".
std::string first_name(std::string_view shown) {
  static constexpr std::string_view kTitles[] = {"dr",   "dr.",  "prof", "prof.", "mr",  "mr.",
                                                 "mrs",  "mrs.", "ms",   "ms.",   "sir", "herr",
                                                 "frau", "mme",  "m.",   "sr.",   "sra."};
  static constexpr std::string_view kNoNames[] = {"the",  "team", "official", "your", "my",
                                                  "just", "not",  "club",     "shop", "store"};
  std::size_t at = 0;
  while (at < shown.size()) {
    while (at < shown.size() && shown[at] == ' ') ++at;
    const std::size_t end = std::min(shown.find(' ', at), shown.size());
    const std::string_view word = shown.substr(at, end - at);
    at = end;
    const std::string folded = fold_case(word);
    if (std::find(std::begin(kTitles), std::end(kTitles), folded) != std::end(kTitles)) continue;
    if (std::find(std::begin(kNoNames), std::end(kNoNames), folded) != std::end(kNoNames))
      return {};
    bool letters = word.size() >= 2;
    for (const char c : word) {
      const auto byte = static_cast<unsigned char>(c);
      letters = letters && (byte >= 0x80 || std::isalpha(byte) != 0 || c == '\'' || c == '-');
    }
    // A name begins with a capital: "bread" is a word.
    if (!letters || std::islower(static_cast<unsigned char>(word.front())) != 0) return {};
    return std::string(word);
  }
  return {};
}

bool is_upset(View& view) {
  std::vector<Span> spans = angry_phrases().spans(view.post);
  const Reading& reading = view.post.reading;
  const bool negative = reading.sentiment_read && reading.sentiment == Sentiment::kNegative;
  const float p = reading.sentiment_read ? reading.sentiment_p[0] : 0;
  const bool positive = reading.sentiment_read && reading.sentiment == Sentiment::kPositive &&
                        reading.sentiment_p[2] >= 0.6F;
  bool complains = false;
  for (const auto& found : reading.intents) {
    complains = complains || found.label == Intent::kComplaint || found.label == Intent::kProblem;
  }
  view.upset_spans = spans;
  if (view.upset_spans.empty()) {
    view.upset_spans.assign(reading.sentiment_evidence.begin(), reading.sentiment_evidence.end());
  }
  if (positive) return false;
  // A strong word alone may be about others; what the whole post says has to agree.
  if (!spans.empty() && (negative || complains || p >= 0.3F)) return true;
  return negative && ((complains && p >= 0.5F) || p >= 0.85F);
}

Speech speech_of(const Side& draft, std::size_t index) {
  const Sentence& sentence = draft.sentences[index];
  if (sentence.asks) return Speech::kAsks;
  if (sending_phrases().in_sentence(draft, index)) return Speech::kSends;
  if (arguing_phrases().in_sentence(draft, index)) return Speech::kArgues;
  if (attending_phrases().in_sentence(draft, index)) return Speech::kAttends;
  if (selling_phrases().in_sentence(draft, index)) return Speech::kSells;
  if (stock_phrases().in_sentence(draft, index)) return Speech::kBoiler;
  if (sorry_phrases().in_sentence(draft, index) && sentence.size() <= 9) return Speech::kSorry;
  if (sentence.size() == 0) return Speech::kBoiler;
  if (greeting_phrases().in_sentence(draft, index) && sentence.size() <= 2) return Speech::kBoiler;
  if (says_nothing(draft, sentence.first_word, sentence.last_word)) return Speech::kBoiler;
  if (thanks_phrases().in_words(draft, sentence.first_word, sentence.first_word + 3) &&
      sentence.size() <= 9) {
    return Speech::kBoiler;
  }
  return Speech::kSays;
}

// What is read of an article: the passage that answers, or the beginning of it.
std::string_view article_text(const KnownArticle& article) {
  return article.passage.empty() ? article.text : article.passage;
}

// The article most of whose title, or most of the post's words, the other has, too.
std::size_t best_article(const View& view) {
  std::size_t best = View::kNone;
  double most = 0;
  for (std::size_t i = 0; i < view.article_count; ++i) {
    const Side& article = view.articles[i];
    std::size_t asked = 0;
    for (const Word& word : view.post.words) asked += word.content ? 1 : 0;
    if (asked == 0 || article.sentences.empty()) continue;
    const std::size_t shared =
        shared_words(view.post, 0, view.post.words.size(), article, 0, article.words.size());
    const double share = static_cast<double>(shared) / static_cast<double>(asked);
    // Of a short question one word is enough, if it is what the article is called.
    const bool called = share >= 0.5 && shared_words(view.post, 0, view.post.words.size(), article,
                                                     0, article.sentences[0].last_word) > 0;
    if (((shared >= 2 && share >= 0.3) || called) && share > most) {
      most = share;
      best = i;
    }
  }
  return best;
}

// What the workspace made of the rules.
void apply(const RuleSettings& rules, Findings& found) {
  std::erase_if(found, [&rules](const Finding& finding) {
    const RuleSetting setting = rules[finding.rule];
    return setting == RuleSetting::kOff ||
           (setting == RuleSetting::kNice && finding.severity != Severity::kNice);
  });
  for (Finding& finding : found) {
    if (finding.severity == Severity::kNice) continue;
    const RuleSetting setting = rules[finding.rule];
    if (setting == RuleSetting::kConsider) finding.severity = Severity::kConsider;
    if (setting == RuleSetting::kFix) finding.severity = Severity::kFix;
  }
}

}  // namespace

struct Coach::Work {
  explicit Work(std::shared_ptr<const Models> models) : reader(Reader::make(std::move(models))) {}

  std::unique_ptr<Reader> reader;
  View view;
};

Coach::Coach(std::shared_ptr<const Models> models)
    : work_(std::make_unique<Work>(std::move(models))) {}

Coach::~Coach() = default;

void Coach::review(const Exchange& exchange, Review& out) {
  View& view = work_->view;
  out.points.clear();
  out.findings.clear();
  view.exchange = &exchange;
  cut_side(exchange.draft, view.draft);
  cut_side(exchange.post, view.post);
  work_->reader->read(exchange.draft, {}, nullptr, view.draft.reading);
  work_->reader->read(exchange.post, {}, nullptr, view.post.reading);
  choose_languages(view);
  view.first_name = first_name(exchange.author.name);
  view.first_turn = std::none_of(exchange.thread.begin(), exchange.thread.end(),
                                 [](const Said& said) { return said.ours; });
  view.upset = is_upset(view);
  view.speech.clear();
  for (std::size_t i = 0; i < view.draft.sentences.size(); ++i) {
    view.speech.push_back(speech_of(view.draft, i));
  }
  view.article_count = exchange.articles.size();
  if (view.articles.size() < view.article_count) {
    view.articles.resize(view.article_count);
    view.article_texts.resize(view.article_count);
  }
  for (std::size_t i = 0; i < view.article_count; ++i) {
    std::string& text = view.article_texts[i];
    text.assign(exchange.articles[i].title);
    text += ".\n";
    text += article_text(exchange.articles[i]);
    cut_side(text, view.articles[i]);
    view.articles[i].language = view.post.language;
  }
  view.best_article = best_article(view);

  if (view.draft.sentences.empty()) {  // nothing is written yet: only their points are shown
    find_points(view, out.points);
    return;
  }
  find_points(view, out.points);
  Findings& found = out.findings;
  review_unanswered(view, out.points, found);
  review_empathy(view, found);
  review_defensive(view, found);
  review_deflect(view, found);
  review_tone(view, found);
  review_private(view, found);
  review_promise(view, found);
  review_contradiction(view, found);
  review_language(view, found);
  review_limits(view, found);
  review_name(view, found);
  review_generic(view, found);
  review_thin(view, found);
  review_hype(view, found);
  review_stuffy(view, found);
  review_resource(view, found);
  review_open(view, found);
  review_invites(view, found);
  apply(exchange.rules, found);
  std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
    return a.severity != b.severity ? a.severity < b.severity : a.rule < b.rule;
  });
}

}  // namespace rapport::coach
