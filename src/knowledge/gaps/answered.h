// Is there an article that answers a question? Scores of a search order one answer and say nothing
// between questions, so this looks at how much of the question the best article speaks of.

#pragma once

#include <cstddef>
#include <string_view>

#include "knowledge/search/article_index.h"

namespace rapport {

struct BestAnswer {
  std::size_t article = 0;  // its place in the index
  // 0 to 1: how many of the question's words that say something it has; 0: there is none.
  double share = 0;
};
// The article that answers best.
BestAnswer best_answer(const ArticleIndex& index, std::string_view question,
                       std::string_view language);
// Its share alone.
double answered_share(const ArticleIndex& index, std::string_view question,
                      std::string_view language);

// From here on it is answered; how often that is right stands in docs/knowledge.md.
inline constexpr double kAnsweredShare = 0.6;

}  // namespace rapport
