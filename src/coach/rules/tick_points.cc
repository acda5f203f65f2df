// Which of their points the draft takes up.

#include <algorithm>
#include <array>

#include "coach/clauses.h"
#include "coach/phrases.h"
#include "coach/rules/answer_kinds.h"
#include "coach/rules/answer_signs.h"
#include "coach/rules/tick_points.h"
#include "coach/speech.h"
#include "coach/words.h"
#include "text/normalise/normalise.h"

namespace rapport::coach {
namespace {

// The only question of a post: a sentence that tells something is likely to be the answer, unless
// it is of the wrong kind.
bool answers_the_only(const View& view, PostPart part, Wants wants, std::size_t index) {
  const Side& draft = view.draft;
  const Sentence& its = draft.sentences[index];
  const Speech speech = view.speech[index];
  if (speech == Speech::kAttends) return true;
  if (chooses(view, part, index)) return true;
  if (wants == Wants::kReason && (speech == Speech::kSells || speech == Speech::kArgues)) {
    return plain_reasons().in_sentence(draft, index);
  }
  // "Yes, please send us a message": sent elsewhere, but answered.
  if (wants == Wants::kYesOrNo && speech == Speech::kSends && its.size() > 0) {
    return plain_answers().in_words(draft, its.first_word, its.first_word + 1);
  }
  if (speech != Speech::kSays) return false;
  const std::size_t shared =
      shared_words(view.post, part.begin, part.end, draft, its.first_word, its.last_word);
  const bool kind = is_kind(view.draft, wants, its.first_word, its.last_word);
  if (wants == Wants::kTime || wants == Wants::kAmount) return kind;
  // Office wording hides that nothing is said.
  if (office_phrases().in_sentence(draft, index)) {
    return wants == Wants::kYesOrNo ? kind && shared > 0 : shared > 0;
  }
  if (wants == Wants::kYesOrNo) {
    return kind || shared > 0 || its.size() >= 5 ||
           is_kind(draft, Wants::kAmount, its.first_word, its.last_word);
  }
  if (wants == Wants::kPlace) return kind || shared > 0;
  return its.size() >= 3 || shared > 0 || its.size() > 0;
}

// Their name, "I'm afraid", "sorry": stands between commas, and tells nothing.
bool is_filler(const View& view, const Clause& clause) {
  const Side& draft = view.draft;
  if (yes_or_no().in_words(draft, clause.begin, clause.end) ||
      is_kind(draft, Wants::kTime, clause.begin, clause.end) ||
      is_kind(draft, Wants::kAmount, clause.begin, clause.end)) {
    // "I'm afraid" goes with a no, and is none.
    if (draft.words[clause.end - 1].normal != "afraid") return false;
  }
  const std::string name = normal_form(view.first_name);
  return std::all_of(draft.words.begin() + static_cast<std::ptrdiff_t>(clause.begin),
                     draft.words.begin() + static_cast<std::ptrdiff_t>(clause.end),
                     [&](const Word& word) {
                       const bool number = word.normal.find('0') != word.normal.npos;
                       return normal_form(draft.of(word)) == name || word.normal == "afraid" ||
                              (!word.content && !number);
                     });
}

constexpr std::size_t kMostWeighed = 6;

class Ticking {
 public:
  Ticking(const View& view, const std::vector<PostPart>& parts, std::vector<Point>& points)
      : view_(view), parts_(parts), points_(points), clauses_(clauses_of(view.draft)) {
    std::erase_if(clauses_, [&view](const Clause& clause) {
      return !tells(view.speech[clause.sentence]) || is_filler(view, clause);
    });
    used_.resize(clauses_.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points[i].kind == PointKind::kQuestion) questions_.push_back(i);
    }
  }

  void run(std::vector<AnswerSigns>* signs) {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (points_[i].kind != PointKind::kQuestion) take_up(i);
    }
    if (questions_.size() == 1) {
      for (std::size_t i = 0; i < view_.draft.sentences.size(); ++i) {
        if (answers_the_only(view_, parts_[questions_[0]],
                             wants_of(view_.post, parts_[questions_[0]]), i)) {
          tick(questions_[0], view_.draft.sentences[i].span);
        }
      }
    }
    answer_at_once();
    if (questions_.size() >= 2) {
      for (const std::size_t question : questions_) answer_by_words(question);
      for (const std::size_t question : questions_) answer_by_kind(question);
      for (const std::size_t question : questions_) answer_by_order(question);
    }
    weigh(signs);
  }

 private:
  void tick(std::size_t point, Span span) {
    Point& its = points_[point];
    its.answered = true;
    if (its.draft_spans.empty() || its.draft_spans.back() != span) its.draft_spans.push_back(span);
  }

  Span span_of(const Clause& clause) const {
    return {view_.draft.words[clause.begin].span.begin, view_.draft.words[clause.end - 1].span.end};
  }

  // What they asked for, or told of.
  void take_up(std::size_t point) {
    const auto same = std::count_if(points_.begin(), points_.end(), [&](const Point& other) {
      return other.kind == points_[point].kind;
    });
    // A rule that is quoted takes up nothing that went wrong.
    const std::vector<Span> walls = points_[point].kind == PointKind::kProblem
                                        ? arguing_spans(view_.draft, Rules::kCount)
                                        : std::vector<Span>{};
    for (std::size_t i = 0; i < view_.draft.sentences.size(); ++i) {
      const Sentence& said = view_.draft.sentences[i];
      const Speech speech = view_.speech[i];
      if (any_begins_in(walls, said.span)) continue;
      const std::size_t shared = shared_words(view_.post, parts_[point].begin, parts_[point].end,
                                              view_.draft, said.first_word, said.last_word);
      if ((shared > 0 && speech != Speech::kSells && speech != Speech::kSends) ||
          speech == Speech::kAttends ||
          (same == 1 && speech == Speech::kSays && said.size() >= 3 && questions_.empty())) {
        tick(point, said.span);
      }
    }
  }

  // "Yes to both"; "I am finding out and write here".
  void answer_at_once() {
    for (std::size_t i = 0; i < view_.draft.sentences.size(); ++i) {
      const Speech speech = view_.speech[i];
      if (speech != Speech::kAttends &&
          (speech == Speech::kBoiler || !answers_all().in_sentence(view_.draft, i))) {
        continue;
      }
      for (const std::size_t question : questions_) tick(question, view_.draft.sentences[i].span);
    }
  }

  // How many words a clause shares with this question and with no other.
  std::size_t own_words(std::size_t question, const Clause& clause) const {
    const Side& post = view_.post;
    std::size_t shared = 0;
    for (std::size_t i = parts_[question].begin; i < parts_[question].end; ++i) {
      if (!post.words[i].content) continue;
      const bool in_other =
          std::any_of(questions_.begin(), questions_.end(), [&](std::size_t other) {
            if (other == question) return false;
            for (std::size_t j = parts_[other].begin; j < parts_[other].end; ++j) {
              if (post.words[j].content && same_matter(post.words[i], post.words[j])) return true;
            }
            return false;
          });
      if (in_other) continue;
      for (std::size_t j = clause.begin; j < clause.end; ++j) {
        if (view_.draft.words[j].content && same_matter(post.words[i], view_.draft.words[j])) {
          ++shared;
          break;
        }
      }
    }
    return shared;
  }

  // "Can you call me?" – "Yes, please send us a message": however little it says.
  bool says_yes_or_no(std::size_t question) const {
    if (questions_.size() > 1 || !points_[question].answered ||
        wants_of(view_.post, parts_[question]) != Wants::kYesOrNo) {
      return false;
    }
    return std::any_of(
        view_.draft.sentences.begin(), view_.draft.sentences.end(), [this](const Sentence& its) {
          return its.size() > 1 &&
                 plain_answers().in_words(view_.draft, its.first_word, its.first_word + 1);
        });
  }

  // One of several asks when, and nothing in the draft is a time.
  bool has_no_time(std::size_t question) const {
    return questions_.size() > 1 && !points_[question].answered &&
           wants_of(view_.post, parts_[question]) == Wants::kTime &&
           !is_kind(view_.draft, Wants::kTime, 0, view_.draft.words.size());
  }

  // What the rules found is one sign among many; all of them together decide. Nobody asks more than
  // a few things: then what the rules found stands.
  void weigh(std::vector<AnswerSigns>* all) {
    if (questions_.empty() || questions_.size() > kMostWeighed) return;
    const SignReader reader(view_, parts_, questions_, clauses_);
    for (std::size_t i = 0; i < questions_.size(); ++i) {
      Point& point = points_[questions_[i]];
      const AnswerSigns signs = reader.read(i, point.answered);
      if (all != nullptr) all->push_back(signs);
      // Not to be ticked is one thing; to be told that they get no answer takes more.
      const auto left_out = [&, doubt = doubt_of(signs, view_.evasion)](float most) {
        return !says_yes_or_no(questions_[i]) && (doubt >= most || has_no_time(questions_[i]));
      };
      if (left_out(kMostDoubt)) {
        point.draft_spans.clear();
        point.answered = false;
      }
      point.in_doubt = !point.answered && !left_out(kSureDoubt);
    }
  }

  void answer_by_words(std::size_t question) {
    const Wants way = wants_of(view_.post, parts_[question]);
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      const bool chosen = chooses(view_, parts_[question], clause.sentence);
      if (!chosen && own_words(question, clause) == 0) continue;
      const Sentence& its = view_.draft.sentences[clause.sentence];
      if ((way == Wants::kTime || way == Wants::kAmount) && !chosen &&
          !is_kind(view_.draft, way, its.first_word, its.last_word)) {
        continue;
      }
      tick(question, span_of(clause));
      used_[i] = true;
    }
  }

  // A clause of the right kind that answers nothing else.
  void answer_by_kind(std::size_t question) {
    if (points_[question].answered) return;
    const Wants way = wants_of(view_.post, parts_[question]);
    if (way == Wants::kReason || way == Wants::kPlace || way == Wants::kAnything) return;
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      if (used_[i] || !is_kind(view_.draft, way, clause.begin, clause.end)) continue;
      // "Please do not charge it" has a "not", and answers no question by that.
      if (way == Wants::kYesOrNo && clause.end - clause.begin > 4 &&
          !plain_answers().in_words(view_.draft, clause.begin, clause.begin + 2)) {
        continue;
      }
      tick(question, span_of(clause));
      used_[i] = true;
      return;
    }
  }

  // A sentence that answers nothing else.
  void answer_by_order(std::size_t question) {
    if (points_[question].answered) return;
    const Wants way = wants_of(view_.post, parts_[question]);
    if (way == Wants::kTime || way == Wants::kAmount || way == Wants::kYesOrNo) return;
    for (std::size_t i = 0; i < view_.draft.sentences.size(); ++i) {
      const Sentence& said = view_.draft.sentences[i];
      if (view_.speech[i] != Speech::kSays || office_phrases().in_sentence(view_.draft, i) ||
          !says_anything(view_.draft, said.first_word, said.last_word)) {
        continue;
      }
      bool used = false;
      for (std::size_t k = 0; k < clauses_.size(); ++k) {
        used = used || (clauses_[k].sentence == i && used_[k]);
      }
      if (used) continue;
      for (std::size_t k = 0; k < clauses_.size(); ++k) {
        if (clauses_[k].sentence == i) used_[k] = true;
      }
      tick(question, said.span);
      return;
    }
  }

  const View& view_;
  const std::vector<PostPart>& parts_;
  std::vector<Point>& points_;
  std::vector<Clause> clauses_;  // of sentences that tell something
  std::vector<bool> used_;       // which of them answer something already
  std::vector<std::size_t> questions_;
};

}  // namespace

void tick_points(const View& view, const std::vector<PostPart>& parts, std::vector<Point>& points,
                 std::vector<AnswerSigns>* signs) {
  Ticking(view, parts, points).run(signs);
}

}  // namespace rapport::coach
