// A draft that says otherwise than an article, or than we told somebody who asked the same: another
// number of the same thing, the opposite, or yes for no.

#include <algorithm>
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
    return other_answer(where) || other_figure(where);
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
    if (is_nearly_the_same()) return false;
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

  // Their question is answered one way here and the other way there.
  bool other_answer(Span& where) const {
    if (is_nearly_the_same()) return false;
    const Side& post = view_.post;
    for (const Sentence& asked : post.sentences) {
      if (!asked.asks && post.sentences.size() > 1) continue;
      const PostPart part{asked.first_word, asked.last_word};
      if (asked.size() < 3 || wants_of(post, part) != Wants::kYesOrNo) continue;
      // "Do I need a ticket?" – "No, just come": what they may do otherwise is no contradiction.
      if (speaks_of(5, post, part.begin, part.end) || says_an_opposite()) continue;
      const Stance ours = stance_to(part, view_.draft, true);
      const Stance theirs = stance_to(part, known_, false);
      if (ours.way * theirs.way >= 0) continue;
      where = ours.span;
      return true;
    }
    return false;
  }

  // Then opposite() has looked at it.
  bool says_an_opposite() const {
    for (std::size_t thing = 0; thing < kOpposites; ++thing) {
      if (speaks_of(thing, view_.draft, 0, view_.draft.words.size())) return true;
    }
    return false;
  }

  struct Stance {
    int way = 0;
    Span span;
  };

  // Yes or no at the beginning; else what the clause says that has most words of the question.
  Stance stance_to(PostPart part, const Side& side, bool is_draft) const {
    const Side& post = view_.post;
    const std::size_t asked = content_words(post, part.begin, part.end);
    Stance out;
    for (std::size_t i = 0; i < side.sentences.size(); ++i) {
      const Sentence& its = side.sentences[i];
      if (its.asks ||
          (is_draft && (view_.speech[i] == Speech::kBoiler || view_.speech[i] == Speech::kSorry))) {
        continue;
      }
      const int said = plain_way(side, its);
      if (said != 0 && (is_draft || i == 0)) return {said, its.span};
    }
    std::size_t most = 0;
    for (const Clause& clause : is_draft ? clauses_of(side) : known_clauses_) {
      if (side.sentences[clause.sentence].asks) continue;
      const std::size_t same =
          shared_words(post, part.begin, part.end, side, clause.begin, clause.end);
      if (same <= most || (same < 2 && asked > 2)) continue;
      most = same;
      out.way = negations().in_words(side, clause.begin, clause.end) ? -1 : 1;
      out.span = {side.words[clause.begin].span.begin, side.words[clause.end - 1].span.end};
    }
    return out;
  }

  static int plain_way(const Side& side, const Sentence& its) {
    static const Phrases kYes = {{"", {"yes|yep|yeah|ja|oui|sí|sim|sì"}},
                                 {"en", {"sure", "of course"}}};
    static const Phrases kNo = {
        {"", {"nope|nein|non|não"}},
        {"en", {"no", "not yet|quite|really|any|at", "unfortunately not|no"}}};
    for (std::size_t at = its.first_word; at < std::min(its.first_word + 3, its.last_word); ++at) {
      if (kYes.in_words(side, at, at + 1)) return 1;
      if (kNo.in_words(side, at, at + 1)) return -1;
      if (side.text.substr(side.words[at].span.end, 1) != ",") break;
    }
    return 0;
  }

  // What was said before, in nearly the same words, says nothing else.
  bool is_nearly_the_same() const {
    const std::size_t words = content_words(view_.draft, 0, view_.draft.words.size());
    const std::size_t same = shared(0, view_.draft.words.size(), 0, known_.words.size());
    return same >= 4 && same * 10 >= words * 7;
  }

  // A figure that answers how many, how much or when, and is none of those that are known.
  bool other_figure(Span& where) const {
    const Side& post = view_.post;
    for (const Sentence& asked : post.sentences) {
      const PostPart part{asked.first_word, asked.last_word};
      if (asked.size() < 2) continue;
      const Wants wants = wants_of(post, part);
      if (wants != Wants::kAmount && wants != Wants::kTime) continue;
      for (std::size_t i = 0; i < view_.draft.sentences.size(); ++i) {
        const Sentence& said = view_.draft.sentences[i];
        if (said.asks || said.size() > 12 || view_.speech[i] != Speech::kSays) continue;
        const std::vector<Amount> ours = figures_in(view_.draft, said.first_word, said.last_word);
        const std::vector<Amount> theirs = figures_in(known_, 0, known_.words.size());
        if (ours.size() != 1 || theirs.empty()) continue;
        const auto same = [](const Amount& a, const Amount& b) { return a.value == b.value; };
        const bool known = std::any_of(ours.begin(), ours.end(), [&](const Amount& one) {
          return std::any_of(theirs.begin(), theirs.end(),
                             [&](const Amount& other) { return same(one, other); });
        });
        const bool kind = std::any_of(theirs.begin(), theirs.end(), [&](const Amount& other) {
          return other.unit == ours.front().unit;
        });
        const std::string_view figure = view_.draft.of(ours.front().span);
        if (known || !kind || figures_in(view_.draft, 0, view_.draft.words.size()).size() > 1 ||
            post.text.find(figure) != std::string_view::npos)
          continue;
        where = ours.front().span;
        return true;
      }
    }
    return false;
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
