// Questions that ask the same, put together.
//
// Each question is compared with those that share its rarest terms; of them it keeps the nearest.
// Then the two nearest groups become one, again and again, as long as questions of the one are on
// average close enough to those of the other (average linkage). Nobody says how many groups there
// are. Pure and deterministic; time grows with the number of questions and not with its square.

#pragma once

#include <cstddef>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "knowledge/gaps/question_vectors.h"

namespace rapport {

struct GroupOptions {
  QuestionWeights weights;
  // How much closer than two questions are by chance two groups must be on average, to be one.
  double closeness = 0.08;
  std::size_t neighbours = 15;
  // How many of those that share a term are looked at for a question, rarest terms first.
  std::size_t most_looked = 4000;
  // Told to stop, it ends soon, and with anything: what it says then is not to be used.
  std::stop_token stopping = {};
};

struct QuestionGroup {
  std::vector<std::size_t> questions;  // the most central first
};

// Each question stands in one group, many alone. The largest first. All are of one language.
std::vector<QuestionGroup> group_questions(std::span<const std::string_view> questions,
                                           std::string_view language,
                                           const GroupOptions& options = {});

}  // namespace rapport
