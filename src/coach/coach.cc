#include "coach/coach.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/unicode.h"
#include "coach/clauses.h"
#include "coach/facts.h"
#include "coach/rules/answer_signs.h"
#include "coach/rules/history.h"
#include "coach/rules/rules.h"
#include "coach/speech.h"
#include "coach/view.h"
#include "coach/words.h"

namespace rapport::coach {
namespace {

constexpr std::array<std::string_view, 6> kLanguages = {"en", "de", "fr", "es", "pt", "it"};

// Surer than this, a text's language is believed.
constexpr float kSureLanguage = 0.6F;
// Fewer words tell no language.
constexpr std::size_t kFewestWords = 4;

// Nobody answers so much in a post. Longer texts are read so far, and counted whole.
constexpr std::size_t kMostRead = 16U << 10U;

std::string_view beginning_of(std::string_view text) {
  if (text.size() <= kMostRead) return text;
  std::size_t end = kMostRead;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

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

float intent_p(const Reading& reading, Intent intent) {
  for (const auto& found : reading.intents) {
    if (found.label == intent) return found.p;
  }
  return 0;
}

bool sounds_glad(const Reading& reading) {
  return reading.sentiment_read && reading.sentiment == Sentiment::kPositive &&
         reading.sentiment_p[2] >= 0.6F;
}

// "Is it cancelled if it rains?" tells of nothing that went wrong; "Why is it late again?" does.
bool only_asks(const Side& side, const Sentence& sentence) {
  static constexpr std::string_view kTelling[] = {"why", "where", "when", "how", "what", "who"};
  if (!sentence.asks || side.language != "en" || sentence.size() == 0) return sentence.asks;
  const std::string_view first = side.words[sentence.first_word].normal;
  return std::find(std::begin(kTelling), std::end(kTelling), first) == std::end(kTelling);
}

// How many phrases stand where something is told.
std::size_t told(const Side& side, const Phrases& phrases) {
  std::vector<Phrases::Place> places;
  phrases.find(side, places);
  return static_cast<std::size_t>(
      std::count_if(places.begin(), places.end(), [&side](const Phrases::Place& place) {
        return !only_asks(side, side.sentences[side.words[place.begin].sentence]);
      }));
}

// Praise that is none.
bool mocks(const Side& side) {
  std::vector<Phrases::Place> mocking;
  sarcasm_phrases().find(side, mocking);
  return mocking.size() >= 2 || (!mocking.empty() && told(side, trouble_phrases()) > 0);
}

// Is whoever wrote this angry or hurt? A strong word alone may be about others; what the whole text
// says has to agree. What went wrong weighs more where harm came of it, or time, or silence.
bool sounds_upset(const Side& side) {
  const Reading& reading = side.reading;
  if (mocks(side)) return true;
  if (sounds_glad(reading)) return false;
  const bool negative = reading.sentiment_read && reading.sentiment == Sentiment::kNegative;
  const float p = reading.sentiment_read ? reading.sentiment_p[0] : 0;
  const float complaint = intent_p(reading, Intent::kComplaint);
  const float problem = intent_p(reading, Intent::kProblem);
  // Intents are read in English alone, and moods of other languages less surely.
  const bool english = side.language == "en";
  if (angry_phrases().any(side)) {
    if (negative || complaint > 0 || problem > 0 || p >= (english ? 0.3F : 0.15F)) return true;
  }
  if (p >= (english ? 0.35F : 0.2F)) {
    const std::size_t hardship = told(side, hardship_phrases());
    const std::size_t trouble = told(side, trouble_phrases());
    if (hardship >= 3 || (hardship >= 1 && trouble >= 1)) return true;
  }
  if (p >= 0.3F && insists(side.text) &&
      told(side, hardship_phrases()) + told(side, trouble_phrases()) >= 1) {
    return true;
  }
  // Without such words people may only tell of a fault, or ask: then it takes more.
  return negative && ((p >= 0.65F && (complaint >= 0.45F || problem >= 0.9F)) ||
                      (p >= 0.85F && complaint >= 0.3F));
}

// What they said last in the thread, if nothing in the post says that it is forgotten.
const Side* last_said(const View& view, Reader& reader, Side& earlier) {
  if (sounds_glad(view.post.reading) || thanks_phrases().any(view.post)) return nullptr;
  for (auto said = view.exchange->thread.rbegin(); said != view.exchange->thread.rend(); ++said) {
    if (said->ours) continue;
    const std::string_view text = beginning_of(said->text);
    cut_side(text, earlier);
    reader.read(text, {}, nullptr, earlier.reading);
    earlier.language = view.post.language;
    return &earlier;
  }
  return nullptr;
}

void read_mood(View& view, const Side* earlier) {
  view.upset_spans = angry_phrases().spans(view.post);
  if (view.upset_spans.empty()) {
    // Single words of a model tell people little; the sentences they stand in do.
    for (const Sentence& sentence : view.post.sentences) {
      for (const Span& span : view.post.reading.sentiment_evidence) {
        if (span.begin < sentence.span.begin || span.begin >= sentence.span.end) continue;
        view.upset_spans.push_back(sentence.span);
        break;
      }
    }
  }
  view.sounds_upset = sounds_upset(view.post);
  view.let_down = view.sounds_upset || (earlier != nullptr && sounds_upset(*earlier));
  view.trouble = !sounds_glad(view.post.reading) && told(view.post, trouble_phrases()) > 0;
}

// "Sorry, dogs may not come in" says something beside that we are sorry.
bool only_sorry(const Side& draft, std::size_t index, const std::vector<Clause>& clauses) {
  return std::none_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.sentence == index && clause.end - clause.begin >= 2 &&
           negations().in_words(draft, clause.begin, clause.end) &&
           !sorry_phrases().in_words(draft, clause.begin, clause.end);
  });
}

Speech speech_of(const Side& draft, std::size_t index, const std::vector<Clause>& clauses) {
  const Sentence& sentence = draft.sentences[index];
  if (sending_phrases().in_sentence(draft, index)) return Speech::kSends;
  if (argues(draft, index)) return Speech::kArgues;
  if (sentence.asks) {
    return selling_phrases().in_sentence(draft, index) ? Speech::kSells : Speech::kAsks;
  }
  if (attending_phrases().in_sentence(draft, index)) return Speech::kAttends;
  if (selling_phrases().in_sentence(draft, index)) return Speech::kSells;
  if (stock_phrases().in_sentence(draft, index)) return Speech::kBoiler;
  if (sorry_phrases().in_sentence(draft, index) && sentence.size() <= 9 &&
      only_sorry(draft, index, clauses)) {
    return Speech::kSorry;
  }
  // "Ewan, that's terrible!"
  if (heard_phrases().in_sentence(draft, index) && sentence.size() <= 5 &&
      only_sorry(draft, index, clauses)) {
    return Speech::kSorry;
  }
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

// Does it answer the post, as far as words tell? How sure, 0 if not.
double fit_of(const Side& post, const Side& article, std::size_t title_words, bool ranked_first,
              bool whole_title) {
  std::size_t asked = 0;
  for (const Word& word : post.words) asked += word.content ? 1 : 0;
  if (asked == 0) return 0;
  const std::size_t shared =
      shared_words(post, 0, post.words.size(), article, 0, article.words.size());
  std::size_t titled = 0;
  for (std::size_t i = 0; i < title_words; ++i) titled += article.words[i].content ? 1 : 0;
  const std::size_t named = shared_words(article, 0, title_words, post, 0, post.words.size());
  // One word is enough where it is all that they ask about, and the title has it.
  if (shared < 2 && (asked > 1 || named == 0) && !whole_title) return 0;
  const double share = static_cast<double>(shared) / static_cast<double>(asked);
  // All but one of the words of a title, and two at the least, say as much as a third of the post.
  const bool by_title = (named >= 2 && named + 1 >= titled) || whole_title;
  if (share < (ranked_first ? 0.2 : 0.3) && !by_title) return 0;
  return share + (by_title ? 0.3 : 0) + (ranked_first ? 0.2 : 0);
}

// The article that answers the post best, if one does.
std::size_t best_article(const View& view) {
  std::size_t best = View::kNone;
  double most = 0;
  for (std::size_t i = 0; i < view.article_count; ++i) {
    const Side& article = view.articles[i];
    const std::size_t title = view.exchange->articles[i].title.size();
    std::size_t title_words = 0;
    while (title_words < article.words.size() && article.words[title_words].span.begin < title) {
      ++title_words;
    }
    const double fit = fit_of(
        view.post, article, title_words, view.exchange->articles_ranked && i == 0,
        title_words >= 3 && !spans_of_words(view.post, view.exchange->articles[i].title).empty());
    if (fit > most) {
      most = fit;
      best = i;
    }
  }
  return best;
}

// Whoever mocks us is upset, whatever the words alone weigh.
constexpr float kMocking = 2;

float upset_score_of(const Side& side, Signs& signs) {
  signs.clear();
  signs_of_post(side, signs);
  const float score = score_of(weigh(signs), Manner::kUpset);
  return mocks(side) ? std::max(score, kMocking) : score;
}

// Whoever was upset in the thread still is, if nothing says otherwise.
void weigh_manners(View& view, const Side* earlier) {
  Signs signs;
  view.upset_score = upset_score_of(view.post, signs);
  if (earlier != nullptr) {
    view.upset_score = std::max(view.upset_score, upset_score_of(*earlier, signs));
  }
  MannerScores theirs{};
  theirs[static_cast<std::size_t>(Manner::kUpset)] = view.upset_score;
  view.upset = is_so(theirs, Manner::kUpset);
  signs.clear();
  const ListHits hits(view.draft, view.speech);
  signs_of_draft(view, hits, signs);
  view.manner = weigh(signs);
  view.manners.clear();
  std::vector<std::uint64_t> all;
  for (std::size_t i = 0; i < view.draft.sentences.size(); ++i) {
    signs.clear();
    signs_of_sentence(view, hits, i, signs);
    view.manners.push_back(weigh(signs));
    all.insert(all.end(), signs.hashes().begin(), signs.hashes().end());
  }
  view.evasion = evasion_of(all);
}

// What was right too seldom on pairs that no rule had seen to be called a fix (docs/coach.md) is
// said more softly, until a workspace asks for it.
void hold_back(const RuleSettings& rules, Findings& found) {
  for (Finding& finding : found) {
    const bool soft = finding.severity == Severity::kFix &&
                      usual_severity(finding.rule) == Severity::kConsider &&
                      rules[finding.rule] == RuleSetting::kUsual;
    if (soft) finding.severity = Severity::kConsider;
  }
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

std::vector<Speech> speech_of_sentences(const Side& side) {
  std::vector<Speech> out;
  const std::vector<Clause> clauses = clauses_of(side);
  for (std::size_t i = 0; i < side.sentences.size(); ++i) {
    out.push_back(speech_of(side, i, clauses));
  }
  return out;
}

struct Coach::Work {
  explicit Work(std::shared_ptr<const Models> models) : reader(Reader::make(std::move(models))) {}

  std::unique_ptr<Reader> reader;
  View view;
  Side earlier;  // what they said before
};

Coach::Coach(std::shared_ptr<const Models> models)
    : work_(std::make_unique<Work>(std::move(models))) {}

Coach::~Coach() = default;

const View& Coach::read(const Exchange& exchange) {
  View& view = work_->view;
  view.exchange = &exchange;
  const std::string_view draft = beginning_of(exchange.draft);
  const std::string_view post = beginning_of(exchange.post);
  cut_side(draft, view.draft);
  cut_side(post, view.post);
  work_->reader->read(draft, {}, nullptr, view.draft.reading);
  work_->reader->read(post, {}, nullptr, view.post.reading);
  choose_languages(view);
  view.first_name = first_name(exchange.author.name);
  view.first_turn = std::none_of(exchange.thread.begin(), exchange.thread.end(),
                                 [](const Said& said) { return said.ours; });
  const Side* earlier = last_said(view, *work_->reader, work_->earlier);
  read_mood(view, earlier);
  view.told_already = told_already(view);
  view.speech = speech_of_sentences(view.draft);
  view.article_count = exchange.articles.size();
  if (view.articles.size() < view.article_count) {
    view.articles.resize(view.article_count);
    view.article_texts.resize(view.article_count);
  }
  for (std::size_t i = 0; i < view.article_count; ++i) {
    std::string& text = view.article_texts[i];
    text.assign(exchange.articles[i].title);
    text += ".\n";
    text += beginning_of(article_text(exchange.articles[i]));
    cut_side(text, view.articles[i]);
    view.articles[i].language = view.post.language;
  }
  view.best_article = best_article(view);
  weigh_manners(view, earlier);
  return view;
}

void Coach::review(const Exchange& exchange, Review& out) {
  out.points.clear();
  out.findings.clear();
  const View& view = read(exchange);
  if (view.draft.sentences.empty()) {  // nothing is written yet: only their points are shown
    find_points(view, out.points);
    return;
  }
  find_points(view, out.points);
  Findings& found = out.findings;
  review_unanswered(view, out.points, found);
  review_points(view, out.points, found);
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
  // Whoever is hurt and not heard makes it a smaller thing that the reply is thin.
  if (std::any_of(found.begin(), found.end(), [](const Finding& finding) {
        return finding.rule == Rule::kEmpathy && finding.severity == Severity::kFix;
      })) {
    std::erase_if(found, [](const Finding& finding) { return finding.rule == Rule::kThin; });
  }
  // Who says nothing but thanks need not hear that thanks are stock, too.
  if (std::any_of(found.begin(), found.end(),
                  [](const Finding& finding) { return finding.rule == Rule::kThin; })) {
    std::erase_if(found, [](const Finding& finding) {
      return finding.rule == Rule::kGeneric && finding.severity == Severity::kConsider;
    });
  }
  if (!exchange.all_findings) hold_back(exchange.rules, found);
  apply(exchange.rules, found);
  std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
    return a.severity != b.severity ? a.severity < b.severity : a.rule < b.rule;
  });
}

}  // namespace rapport::coach
