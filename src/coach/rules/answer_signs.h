// What speaks for and against that a draft answers a question of the post: many weak signs, each
// with a name, weighed together by weights that were learned (models/answers.tsv).

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "coach/clauses.h"
#include "coach/rules/points.h"
#include "coach/view.h"

namespace rapport::coach {

enum class AnswerSign : std::size_t {
  kTicked,  // the rules of tick_points found an answer
  kWantsTime,
  kWantsAmount,
  kWantsPlace,
  kWantsReason,
  kWantsAnything,
  kWantsHow,
  kTimeFits,
  kAmountFits,
  kPlaceFits,
  kReasonFits,
  kYesOrNoFits,
  kPlainAnswer,      // a sentence begins with yes, no, "it is" …
  kPlainAnswerOpen,  // the same to a question that wants more
  kSaysNot,
  kChooses,
  kAttends,
  kAttendsHere,
  kSaysNothing,  // no sentence tells anything
  kSaysWords,    // content words of the sentences that tell
  kSaysShort,    // one or two words are all that is told
  kTellsNew,     // content words of those that the post hasn't
  kSharesOne,    // words of the question in what is told
  kSharesTwo,
  kShareOf,        // what part of the question's words
  kSharesOutside,  // words of the question in the other sentences
  kSharesPost,     // words of the rest of the post
  kNumbers,
  kNames,         // capitals inside a sentence
  kPointsBack,    // "it", "that", "they" at the beginning
  kInstructs,     // an imperative at the beginning
  kSpeaksToThem,  // "you", "your"
  kSpeaksOfUs,    // "our", "we" …
  kSpeaksOfAll,   // "all our", "always", "every"
  kDidSomething,  // "I've", "we've", "was", "has" …
  kBecause,
  kAsksBack,
  kAsksOnly,
  kAsksTheirs,  // "which", "what", "your" in what is asked back
  kSends,
  kSendsOnly,
  kArgues,
  kSells,
  kBoiler,
  kSorry,
  kOffice,
  kThanks,
  kExclaims,
  kEmoji,
  kShort,  // all of the draft
  kLong,
  kUpset,
  kUpsetWhy,
  kMark,         // the question has its mark
  kAsksForThem,  // "I", "my" in the question
  kAsksOfUs,     // "you", "your" in the question
  kAsksNegated,  // "can't you", "isn't it"
  kLastSaid,     // the post ends with it
  kAskedShort,
  kOneOfSeveral,
  kOneOfMany,
  kFewClauses,  // fewer clauses that tell than questions
  kOwnWords,    // a clause has words of this question and of no other
  kOtherWords,  // another question has such a clause
  kAll,         // "both", "yes to both"
  kHype,
  kLink,
  kClausesPerQuestion,  // that tell; two for each question are 1
  kOr,                  // the question has an "or"
  kModal,               // "could you", "can you": asked to do something
  kSharesAndFits,       // a telling sentence has words of the question, and is of its kind
  kSharesAndNew,           // … or tells something new beside them
};
inline constexpr std::size_t kAnswerSigns = static_cast<std::size_t>(AnswerSign::kSharesAndNew) + 1;

// Each 0 to 1.
using AnswerSigns = std::array<float, kAnswerSigns>;

// The name of each, as the trainer tells it.
std::string_view name_of(AnswerSign sign);

// Reads the signs of each question in turn; what they share is read once.
class SignReader {
 public:
  SignReader(const View& view, const std::vector<PostPart>& parts,
             const std::vector<std::size_t>& questions, const std::vector<Clause>& clauses);

  // Of questions[index]; `ticked` is what the rules found.
  AnswerSigns read(std::size_t index, bool ticked) const;

 private:
  void read_draft();

  const View& view_;
  const std::vector<PostPart>& parts_;
  const std::vector<std::size_t>& questions_;
  const std::vector<Clause>& clauses_;  // that tell something
  AnswerSigns draft_{};                 // what is the same for every question
};

// From so much doubt on a question counts as unanswered: chosen where what is said is right often
// enough on the hands that the weights were not learned from.
inline constexpr float kMostDoubt = 0.55F;
// So much before the writer is told.
inline constexpr float kSureDoubt = 0.60F;

// What the signs of all its sentences (manner.h), each counted once, say of a draft: above 0, that
// it answers nothing.
float evasion_of(const std::vector<std::uint64_t>& signs);

// How likely a question gets no answer, 0 to 1, by its signs and the evasion_of the draft.
float doubt_of(const AnswerSigns& signs, float evasion);

}  // namespace rapport::coach
