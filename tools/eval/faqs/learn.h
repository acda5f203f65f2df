// Weights of signals, learned from which article is right: multinomial logistic regression over
// the articles of each question, by Newton's steps.

#pragma once

#include <cstddef>
#include <vector>

#include "knowledge/search/signals.h"

namespace rapport::methods {

// A question: the signals of every article, and which is right.
struct Judged {
  std::vector<SignalValues> signals;
  std::size_t right = 0;
};

// Learned from those of `all` that `which` names; no weight is below 0, so that nothing that a post
// and an article share ever speaks against the article. Length may.
SearchWeights learn_weights(const std::vector<Judged>& all, const std::vector<std::size_t>& which);

}  // namespace rapport::methods
