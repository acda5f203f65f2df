// A draft that says otherwise than an article, or than we told somebody who asked the same: another
// number of the same thing, the opposite, or yes for no.

#include <algorithm>
#include <string>

#include "coach/clauses.h"
#include "coach/facts.h"
#include "coach/replies_ready.h"
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

bool answers_no(const Side& side, const Sentence& sentence) {
  if (sentence.size() < 2) return false;
  const std::string_view first = side.words[sentence.first_word].normal;
  return first == "no" || first == "nope" || first == "nein" || first == "non" || first == "não";
}

// What a draft says, beside what is known. The post tells what a short answer is about.
class Comparison {
 public:
  Comparison(const View& view, const Side& known) : view_(view), known_(known) {
    all_amounts_ = amounts_in(known, 0, known.words.size());
    known_clauses_ = clauses_of(known);
  }

  bool find(Span& where) const {
    const Side& draft = view_.draft;
    const std::vector<Clause> said = clauses_of(draft);
    for (std::size_t i = 0; i < draft.sentences.size(); ++i) {
      const Sentence& sentence = draft.sentences[i];
      if (sentence.asks || view_.speech[i] == Speech::kBoiler) continue;
      if (other_amount(sentence, where)) return true;
      for (const Clause& clause : said) {
        if (clause.sentence == i && opposite(clause, said, where)) return true;
      }
      if (yes_for_no(i, where)) return true;
    }
    return false;
  }

 private:
  std::size_t shared(std::size_t begin, std::size_t end, std::size_t known_begin,
                     std::size_t known_end) const {
    return shared_words(view_.draft, begin, end, known_, known_begin, known_end);
  }

  bool other_amount(const Sentence& said, Span& where) const {
    for (const Amount& one : amounts_in(view_.draft, said.first_word, said.last_word)) {
      bool same_value = false;
      for (const Amount& other : all_amounts_) {
        same_value = same_value || (other.unit == one.unit && other.value == one.value);
      }
      if (same_value) continue;
      for (const Sentence& fact : known_.sentences) {
        if (fact.asks || !has_unit(fact, one.unit)) continue;
        // What the unit is called says nothing of what is counted.
        const std::size_t beside =
            shared(said.first_word, said.last_word, fact.first_word, fact.last_word) +
            (both_speak_of_opening(said, fact) ? 1 : 0);
        const std::size_t asked = shared_words(view_.post, 0, view_.post.words.size(), known_,
                                               fact.first_word, fact.last_word);
        if (beside < 3 && (beside < 2 || asked == 0) && (said.size() > 8 || asked < 2)) continue;
        where = one.span;
        return true;
      }
    }
    return false;
  }

  bool both_speak_of_opening(const Sentence& said, const Sentence& fact) const {
    return speaks_of(0, view_.draft, said.first_word, said.last_word) &&
           speaks_of(0, known_, fact.first_word, fact.last_word);
  }

  bool has_unit(const Sentence& fact, std::string_view unit) const {
    for (const Amount& one : amounts_in(known_, fact.first_word, fact.last_word)) {
      if (one.unit == unit) return true;
    }
    return false;
  }

  // "closed" for "open", of the same.
  bool opposite(const Clause& said, const std::vector<Clause>& all_said, Span& where) const {
    for (std::size_t thing = 0; thing < kOpposites; ++thing) {
      const int ours = stance_on(thing, view_.draft, said.begin, said.end);
      if (ours == 0) continue;
      const bool asked_about = speaks_of(thing, view_.post, 0, view_.post.words.size());
      std::size_t agrees = 0;
      std::size_t differs = 0;
      for (const Clause& fact : known_clauses_) {
        const int theirs = stance_on(thing, known_, fact.begin, fact.end);
        if (theirs == 0 || known_.sentences[fact.sentence].asks) continue;
        const std::size_t same = shared(said.begin, said.end, fact.begin, fact.end);
        std::size_t& side = theirs == ours ? agrees : differs;
        side = std::max(side, same);
        if (theirs == ours || !asked_about) continue;
        // They asked just that of what the article speaks of, and no other clause says as it does.
        const std::size_t asked =
            shared_words(view_.post, 0, view_.post.words.size(), known_, fact.begin, fact.end);
        const bool said_so =
            std::any_of(all_said.begin(), all_said.end(), [&](const Clause& other) {
              return stance_on(thing, view_.draft, other.begin, other.end) == theirs;
            });
        if (!said_so && (same >= 1 || asked >= 2)) differs = std::max<std::size_t>(differs, 2);
      }
      if (differs < 2 || agrees >= differs) continue;
      where = {view_.draft.words[said.begin].span.begin, view_.draft.words[said.end - 1].span.end};
      return true;
    }
    return false;
  }

  bool yes_for_no(std::size_t index, Span& where) const {
    const Sentence& said = view_.draft.sentences[index];
    const std::size_t content = content_words(view_.draft, said.first_word, said.last_word);
    for (std::size_t thing = 0; thing < kOpposites; ++thing) {
      if (speaks_of(thing, view_.draft, said.first_word, said.last_word)) return false;
    }
    // The "no" that a sentence begins with answers the question, whatever follows.
    const std::size_t begin = said.first_word + (answers_no(view_.draft, said) ? 1 : 0);
    const bool no = negations().in_words(view_.draft, begin, said.last_word);
    bool differs = false;
    for (std::size_t k = 0; k < known_.sentences.size(); ++k) {
      const Sentence& fact = known_.sentences[k];
      if (fact.asks) continue;
      const std::size_t same =
          shared(said.first_word, said.last_word, fact.first_word, fact.last_word);
      if (no == negations().in_sentence(known_, k)) {
        if (same >= (k == 0 ? 3 : 1)) return false;  // the first is the title
      } else if (same >= 2 && same * 10 >= content * kSameTenths) {
        differs = true;
      }
    }
    if (differs) where = said.span;
    return differs;
  }

  const View& view_;
  const Side& known_;
  std::vector<Amount> all_amounts_;
  std::vector<Clause> known_clauses_;
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

}  // namespace

void review_contradiction(const View& view, Findings& out) {
  if (view.draft.language.empty()) return;
  Finding finding;
  finding.rule = Rule::kContradiction;
  finding.severity = Severity::kFix;
  Span where;
  if (view.best_article != View::kNone &&
      Comparison(view, view.articles[view.best_article]).find(where)) {
    const KnownArticle& article = view.exchange->articles[view.best_article];
    finding.draft_spans = {where};
    finding.why = "The article \"" + std::string(article.title) + "\" says otherwise.";
    finding.next = "Check which is right, and mend the draft or the article.";
    finding.article = view.best_article;
    out.push_back(std::move(finding));
    return;
  }
  std::size_t nearest = nearest_question(view);
  if (nearest == View::kNone) nearest = nearest_reply(view);
  if (nearest == View::kNone) return;
  Side side;
  cut_side(view.exchange->earlier_reply(nearest), side);
  side.language = view.draft.language;
  if (!Comparison(view, side).find(where)) return;
  finding.draft_spans = {where};
  finding.why = "To the same question we told somebody else otherwise.";
  finding.next = "Check which is right before you send.";
  finding.earlier = {nearest};
  out.push_back(std::move(finding));
}

}  // namespace rapport::coach
