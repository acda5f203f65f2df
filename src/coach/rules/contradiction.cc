// A draft that says otherwise than an article, or than we told somebody who asked the same: another
// number of the same thing, the opposite, or yes for no.

#include <algorithm>
#include <array>
#include <string>

#include "coach/clauses.h"
#include "coach/facts.h"
#include "coach/replies_ready.h"
#include "coach/rules/answer_kinds.h"
#include "coach/rules/rules.h"

namespace rapport::coach {
namespace {

// From so much of its words on, a sentence is about the same as another.
constexpr std::size_t kSameTenths = 5;

std::size_t content_words(const Side& side, std::size_t begin, std::size_t end) {
  std::size_t out = 0;
  for (std::size_t i = begin; i < end; ++i) out += side.words[i].content ? 1 : 0;
  return out;
}

// What holds for some alone.
const Phrases& exceptions() {
  static const Phrases kPhrases = {
      {"en", {"unless|except|only"}},  {"de", {"außer|nur"}},
      {"fr", {"sauf|seulement"}},      {"es", {"salvo|excepto|solo"}},
      {"pt", {"salvo|exceto|apenas"}}, {"it", {"salvo|tranne|solo"}},
  };
  return kPhrases;
}

const Phrases& without() {
  static const Phrases kPhrases = {{"en", {"without"}}, {"de", {"ohne"}}, {"fr", {"sans"}},
                                   {"es", {"sin"}},     {"pt", {"sem"}},  {"it", {"senza"}}};
  return kPhrases;
}

bool answers_no(const Side& side, const Sentence& sentence) {
  if (sentence.size() < 2) return false;
  const std::string_view first = side.words[sentence.first_word].normal;
  return first == "no" || first == "nope" || first == "nein" || first == "non" || first == "não";
}

// What a draft says, beside what is known. The post tells what a short answer is about.
class Comparison {
 public:
  Comparison(const View& view, const Side& known)
      : view_(view),
        known_(known),
        said_(clauses_of(view.draft)),
        known_clauses_(clauses_of(known)),
        known_amounts_(amounts_in(known, 0, known.words.size())),
        asked_by_fact_(known.sentences.size(), kUnknown),
        asked_by_clause_(known_clauses_.size(), kUnknown) {
    for (std::size_t i = 0; i < known.sentences.size(); ++i) {
      known_says_no_.push_back(negations().in_sentence(known, i));
      said_of_some_.push_back(exceptions().in_sentence(known, i));
    }
    for (std::size_t thing = 0; thing < kOpposites; ++thing) {
      asked_about_[thing] = speaks_of(thing, view.post, 0, view.post.words.size());
      said_of_[thing] = speaks_of(thing, view.draft, 0, view.draft.words.size());
    }
    // What was said before, in nearly the same words, says nothing else.
    const std::size_t words = content_words(view.draft, 0, view.draft.words.size());
    const std::size_t same = shared(0, view.draft.words.size(), 0, known.words.size());
    nearly_the_same_ = same >= 4 && same * 10 >= words * 7 &&
                       negations().any(view.draft) == negations().any(known);
  }

  // Of yes said for no and the other way about only where all is wanted: it was right too seldom.
  bool find(bool wants_all, Span& where) {
    const Side& draft = view_.draft;
    for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
      const Sentence& sentence = draft.sentences[i];
      if (sentence.asks || view_.speech[i] == Speech::kBoiler) continue;
      if (other_amount(sentence, where)) return true;
      for (const Clause& clause : said_) {
        if (clause.sentence == i && opposite(clause, where)) return true;
      }
      if (wants_all && yes_for_no(i, where)) return true;
    }
    if (other_measure(where)) return true;
    // What they ask can be told only in a language that is known.
    return !view_.post.language.empty() && other_figure(where);
  }

 private:
  static constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);

  std::size_t shared(std::size_t begin, std::size_t end, std::size_t known_begin,
                     std::size_t known_end) const {
    return shared_words(view_.draft, begin, end, known_, known_begin, known_end);
  }

  // How much of the post stands in words [begin, end) of what is known.
  std::size_t asked_in(std::size_t& kept, std::size_t begin, std::size_t end) const {
    const Side& post = view_.post;
    if (kept == kUnknown) kept = shared_words(post, 0, post.words.size(), known_, begin, end);
    return kept;
  }

  bool other_amount(const Sentence& said, Span& where) {
    for (const Amount& one : amounts_in(view_.draft, said.first_word, said.last_word)) {
      const auto same_value = [&](const Amount& other) {
        return other.unit == one.unit && other.value == one.value;
      };
      if (std::any_of(known_amounts_.begin(), known_amounts_.end(), same_value)) continue;
      for (std::size_t k = 0; k < known_.sentences.size(); ++k) {
        const Sentence& fact = known_.sentences[k];
        if (fact.asks || !has_unit(fact, one.unit)) continue;
        // What the unit is called says nothing of what is counted.
        const std::size_t beside =
            shared(said.first_word, said.last_word, fact.first_word, fact.last_word) +
            (both_speak_of_opening(said, fact) ? 1 : 0);
        const std::size_t asked = asked_in(asked_by_fact_[k], fact.first_word, fact.last_word);
        if (beside < 3 && (beside < 2 || asked == 0) && (said.size() > 8 || asked < 2)) continue;
        where = one.span;
        return true;
      }
    }
    return false;
  }

  // Does the post have that number, of whatever?
  bool they_have(const Amount& one) const {
    const std::vector<Amount> theirs = figures_in(view_.post, 0, view_.post.words.size());
    return std::any_of(theirs.begin(), theirs.end(),
                       [&one](const Amount& other) { return other.value == one.value; });
  }

  // A measure of time or a share, where just one is known of its kind and the draft tells another.
  bool other_measure(Span& where) const {
    const Side& draft = view_.draft;
    const std::vector<Amount> theirs = figures_in(known_, 0, known_.words.size());
    if (theirs.empty()) return false;
    for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
      const Sentence& said = draft.sentences[i];
      if (said.asks || view_.speech[i] == Speech::kBoiler) continue;
      for (const Amount& one : figures_in(draft, said.first_word, said.last_word)) {
        if (one.unit == "figure" || one.unit == "clock") continue;
        const Amount* only = nullptr;
        bool several = false;
        for (const Amount& other : theirs) {
          if (other.unit != one.unit) continue;
          several = several || (only != nullptr && only->value != other.value);
          only = &other;
        }
        if (only == nullptr || several || only->value == one.value) continue;
        if (said.size() > 8 && !is_beside(said, only->span)) continue;
        if (they_have(one)) continue;
        where = one.span;
        return true;
      }
    }
    return false;
  }

  // Does a sentence share a word with the one that stands there in what is known?
  bool is_beside(const Sentence& said, Span there) const {
    return std::any_of(known_.sentences.begin(), known_.sentences.end(), [&](const Sentence& fact) {
      return fact.span.begin <= there.begin && there.begin < fact.span.end &&
             shared(said.first_word, said.last_word, fact.first_word, fact.last_word) > 0;
    });
  }

  bool both_speak_of_opening(const Sentence& said, const Sentence& fact) const {
    return speaks_of(0, view_.draft, said.first_word, said.last_word) &&
           speaks_of(0, known_, fact.first_word, fact.last_word);
  }

  bool has_unit(const Sentence& fact, std::string_view unit) const {
    const std::uint32_t begin = fact.span.begin;
    const std::uint32_t end = fact.span.end;
    return std::any_of(known_amounts_.begin(), known_amounts_.end(), [&](const Amount& one) {
      return one.unit == unit && one.span.begin >= begin && one.span.begin < end;
    });
  }

  // Of each clause that is known, what it says of an opposite.
  const std::vector<int>& known_stances(std::size_t thing) {
    std::vector<int>& out = known_stances_[thing];
    if (!out.empty()) return out;
    for (const Clause& fact : known_clauses_) {
      const bool counts = !known_.sentences[fact.sentence].asks && !said_of_some_[fact.sentence];
      out.push_back(counts ? stance_on(thing, known_, fact.begin, fact.end) : 0);
    }
    return out;
  }

  // "closed" for "open", of the same.
  bool opposite(const Clause& said, Span& where) {
    const Side& draft = view_.draft;
    for (std::size_t thing = 0; thing < kOpposites; ++thing) {
      if (!said_of_[thing]) continue;
      const int ours = stance_on(thing, draft, said.begin, said.end);
      if (ours == 0) continue;
      // Does another clause say as what is known does?
      const bool said_so = std::any_of(said_.begin(), said_.end(), [&](const Clause& other) {
        return stance_on(thing, draft, other.begin, other.end) == -ours;
      });
      const std::vector<int>& stances = known_stances(thing);
      std::size_t agrees = 0;
      std::size_t differs = 0;
      for (std::size_t k = 0; k < known_clauses_.size(); ++k) {
        if (stances[k] == 0) continue;
        const Clause& fact = known_clauses_[k];
        const std::size_t same = shared(said.begin, said.end, fact.begin, fact.end);
        std::size_t& side = stances[k] == ours ? agrees : differs;
        side = std::max(side, same);
        if (stances[k] == ours || !asked_about_[thing] || said_so) continue;
        // They asked just that of what the article speaks of.
        if (same >= 1 || asked_in(asked_by_clause_[k], fact.begin, fact.end) >= 2) {
          differs = std::max<std::size_t>(differs, 2);
        }
      }
      if (differs < 2 || agrees >= differs) continue;
      where = {draft.words[said.begin].span.begin, draft.words[said.end - 1].span.end};
      return true;
    }
    return false;
  }

  bool yes_for_no(std::size_t index, Span& where) const {
    const Sentence& said = view_.draft.sentences[index];
    const std::size_t content = content_words(view_.draft, said.first_word, said.last_word);
    for (std::size_t thing = 0; thing < kOpposites; ++thing) {
      if (said_of_[thing] && speaks_of(thing, view_.draft, said.first_word, said.last_word)) {
        return false;
      }
    }
    if (nearly_the_same_) return false;
    // The "no" that a sentence begins with answers the question, whatever follows.
    const std::size_t begin = said.first_word + (answers_no(view_.draft, said) ? 1 : 0);
    const bool no = negations().in_words(view_.draft, begin, said.last_word);
    bool differs = false;
    for (std::size_t k = 0; k < known_.sentences.size(); ++k) {
      const Sentence& fact = known_.sentences[k];
      if (fact.asks || said_of_some_[k] || without().in_sentence(known_, k)) continue;
      const std::size_t same =
          shared(said.first_word, said.last_word, fact.first_word, fact.last_word);
      if (no == known_says_no_[k]) {
        if (same >= (k == 0 ? 3 : 1)) return false;  // the first is the title
      } else if (same >= 2 && same * 10 >= content * kSameTenths) {
        differs = true;
      }
    }
    if (differs) where = said.span;
    return differs;
  }

  // The only figure of the draft answers how many, how much or when, and is none that is known.
  bool other_figure(Span& where) const {
    const Side& draft = view_.draft;
    const std::vector<Amount> ours = figures_in(draft, 0, draft.words.size());
    const std::vector<Amount> theirs = figures_in(known_, 0, known_.words.size());
    if (ours.size() != 1 || theirs.empty() || !asks_for_a_figure()) return false;
    const Amount& one = ours.front();
    const auto at =
        std::find_if(draft.sentences.begin(), draft.sentences.end(), [&](const Sentence& its) {
          return its.span.begin <= one.span.begin && one.span.begin < its.span.end;
        });
    if (at == draft.sentences.end() || at->asks || at->size() > 12 ||
        view_.speech[static_cast<std::size_t>(at - draft.sentences.begin())] != Speech::kSays) {
      return false;
    }
    bool kind = false;
    for (const Amount& other : theirs) {
      if (other.value == one.value) return false;
      kind = kind || other.unit == one.unit;
    }
    if (!kind || they_have(one)) return false;
    where = one.span;
    return true;
  }

  bool asks_for_a_figure() const {
    const Side& post = view_.post;
    return std::any_of(post.sentences.begin(), post.sentences.end(), [&](const Sentence& asked) {
      if (asked.size() < 2) return false;
      const Wants wants = wants_of(post, {asked.first_word, asked.last_word});
      return wants == Wants::kAmount || wants == Wants::kTime;
    });
  }

  const View& view_;
  const Side& known_;
  std::vector<Clause> said_;
  std::vector<Clause> known_clauses_;
  std::vector<Amount> known_amounts_;
  std::vector<bool> said_of_some_;   // a sentence each: "only", "except"
  std::vector<bool> known_says_no_;  // a sentence each
  std::array<bool, kOpposites> asked_about_{};
  std::array<bool, kOpposites> said_of_{};  // by the draft
  bool nearly_the_same_ = false;
  // Kept once they were asked for: words shared with the post, and what is said of opposites.
  std::vector<std::size_t> asked_by_fact_;
  std::vector<std::size_t> asked_by_clause_;
  std::array<std::vector<int>, kOpposites> known_stances_;
};

// The earlier reply whose question is most like this post.
std::size_t nearest_question(const View& view) {
  const Exchange& exchange = *view.exchange;
  std::size_t nearest = View::kNone;
  double most = 0.65;
  const auto look = [&](const Side& question, std::size_t index) {
    const std::size_t asked = content_words(question, 0, question.words.size());
    if (asked < 2) return;
    const std::size_t shared =
        shared_words(question, 0, question.words.size(), view.post, 0, view.post.words.size());
    const double share = static_cast<double>(shared) / static_cast<double>(asked);
    if (shared < 2 || share <= most) return;
    most = share;
    nearest = index;
  };
  Side side;
  for (std::size_t i = 0; i < exchange.sent.size(); ++i) {
    cut_side(exchange.sent[i].question, side);
    look(side, i);
  }
  if (exchange.replies == nullptr) return nearest;
  const std::vector<Side>& ready = exchange.replies->ready().questions;
  for (std::size_t i = 0; i < ready.size(); ++i) look(ready[i], exchange.sent.size() + i);
  return nearest;
}

// The earlier reply that says nearly what this draft says: most of its words, and five at least, or
// two where it answered something like this post.
std::size_t nearest_reply(const View& view) {
  const std::size_t words = content_words(view.draft, 0, view.draft.words.size());
  std::size_t nearest = View::kNone;
  std::size_t most = 1;
  Side side;
  for (std::size_t i = 0; i < view.exchange->sent.size(); ++i) {
    cut_side(view.exchange->sent[i].question, side);
    const bool alike =
        shared_words(side, 0, side.words.size(), view.post, 0, view.post.words.size()) > 0;
    cut_side(view.exchange->sent[i].reply, side);
    const std::size_t shared =
        shared_words(view.draft, 0, view.draft.words.size(), side, 0, side.words.size());
    if (shared <= most || (!alike && shared < 5) || shared * 10 < words * (alike ? 6 : 7)) continue;
    most = shared;
    nearest = i;
  }
  return nearest;
}

// The article to hold the draft against: the one that answers, the one that the draft links, or
// the one that has most words of both.
std::size_t article_beside(const View& view) {
  if (view.best_article != View::kNone) return view.best_article;
  std::size_t best = View::kNone;
  std::size_t most = 0;
  for (std::size_t i = 0; i < view.article_count; ++i) {
    const Side& article = view.articles[i];
    const std::string_view url = view.exchange->articles[i].url;
    if (!url.empty() && view.draft.text.find(url) != std::string_view::npos) return i;
    const std::size_t asked =
        shared_words(view.post, 0, view.post.words.size(), article, 0, article.words.size());
    const std::size_t said =
        shared_words(view.draft, 0, view.draft.words.size(), article, 0, article.words.size());
    if (asked == 0 || said == 0 || asked + said <= std::max<std::size_t>(most, 2)) continue;
    most = asked + said;
    best = i;
  }
  return best;
}

}  // namespace

void review_contradiction(const View& view, Findings& out) {
  if (view.draft.language.empty()) return;
  Finding finding;
  finding.rule = Rule::kContradiction;
  finding.severity = Severity::kFix;
  Span where;
  const RuleSetting setting = view.exchange->rules[Rule::kContradiction];
  const bool wants_all = setting == RuleSetting::kConsider || setting == RuleSetting::kFix;
  const std::size_t beside = article_beside(view);
  if (beside != View::kNone && Comparison(view, view.articles[beside]).find(wants_all, where)) {
    const KnownArticle& article = view.exchange->articles[beside];
    finding.draft_spans = {where};
    finding.why = "The article \"" + std::string(article.title) + "\" says otherwise.";
    finding.next = "Check which is right, and mend the draft or the article.";
    finding.article = beside;
    out.push_back(std::move(finding));
    return;
  }
  std::size_t nearest = nearest_question(view);
  if (nearest == View::kNone) nearest = nearest_reply(view);
  if (nearest == View::kNone) return;
  Side side;
  cut_side(view.exchange->earlier_reply(nearest), side);
  side.language = view.draft.language;
  if (!Comparison(view, side).find(wants_all, where)) return;
  finding.draft_spans = {where};
  finding.why = "To the same question we told somebody else otherwise.";
  finding.next = "Check which is right before you send.";
  finding.earlier = {nearest};
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
