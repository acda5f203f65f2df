// How much each sign weighs for that a question is left unanswered, learned from the pairs of
// development (tools/eval/coach/learn-answers.mjs), in the order of AnswerSign.

#pragma once

#include <array>
#include <cstddef>

#include "coach/rules/answer_signs.h"

namespace rapport::coach {

inline constexpr AnswerSigns kAnswerWeights = {
    -1.151F,  // ticked
    0.001F,   // wants time
    -0.139F,  // wants amount
    0.077F,   // wants place
    0.155F,   // wants reason
    -0.024F,  // wants anything
    -0.002F,  // wants how
    -0.295F,  // time fits
    -0.147F,  // amount fits
    -0.084F,  // place fits
    -0.015F,  // reason fits
    -0.542F,  // yes or no fits
    -0.213F,  // plain answer
    -0.085F,  // plain to open
    -0.307F,  // says not
    -0.180F,  // chooses
    -0.161F,  // attends
    -0.126F,  // attends here
    0.140F,   // says nothing
    -0.275F,  // says words
    -0.061F,  // says short
    -0.257F,  // tells new
    -0.184F,  // shares one
    -0.156F,  // shares two
    -0.237F,  // share of
    -0.202F,  // shares outside
    -0.001F,  // shares post
    -0.634F,  // numbers
    -0.304F,  // names
    -0.477F,  // points back
    -0.250F,  // instructs
    0.188F,   // to them
    0.656F,   // of us
    0.053F,   // of all
    -0.317F,  // did something
    -0.169F,  // because
    -0.612F,  // asks back
    -0.097F,  // asks only
    -0.130F,  // asks theirs
    0.343F,   // sends
    0.311F,   // sends only
    0.004F,   // argues
    0.116F,   // sells
    0.210F,   // boiler
    -0.074F,  // sorry
    0.113F,   // office
    0.124F,   // thanks
    0.703F,   // calls
    -0.010F,  // emoji
    0.136F,   // short
    -0.667F,  // long
    0.191F,   // upset
    0.032F,   // upset why
    -0.108F,  // mark
    0.306F,   // asks for them
    0.093F,   // asks of us
    0.036F,   // asks negated
    0.326F,   // last said
    -0.070F,  // asked short
    0.260F,   // one of several
    -0.289F,  // one of many
    0.459F,   // few clauses
    -0.334F,  // own words
    -0.131F,  // other words
    -0.165F,  // all
    0.134F,   // hype
    -0.347F,  // link
    0.000F,   // fragment
    -0.365F,  // next clauses
    0.332F,   // or
    -0.082F,  // modal
    -0.224F,  // shares and fits
    -0.343F,  // shares and new
};
inline constexpr float kAnswerBias = -0.040F;

// From so much doubt on a question counts as unanswered: chosen where what is said is right often
// enough on the hands that the weights were not learned from.
inline constexpr float kMostDoubt = 0.55F;
// So much before the writer is told.
inline constexpr float kSureDoubt = 0.80F;

// 0 to 1.
float doubt_of(const AnswerSigns& signs);

}  // namespace rapport::coach
