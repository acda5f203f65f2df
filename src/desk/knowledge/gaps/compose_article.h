// A draft of an article out of what people asked and what we answered them. Every word of it was
// said by somebody; nothing is made up. Pure.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "desk/knowledge/knowledge_desk.h"

namespace rapport {

struct AskedAndAnswered {
  std::vector<std::string> questions;  // whole posts, the most central first
  struct Answer {
    std::string text;
    Time at{};
  };
  std::vector<Answer> answers;     // ours, newest first
  std::vector<std::string> names;  // of people in it and their handles: none of them gets in
  std::string language;            // BCP 47
  std::string name;                // what it is called if no question can stand there
};

inline constexpr std::size_t kMostAskedForms = 8;
inline constexpr std::size_t kMostToldSentences = 10;

// Titled with the first question that can stand there, with the different ways people put it, and
// with the sentences of our answers that tell something: those that were said most often and most
// lately, each once, in the order in which they were said. Above them a line says out of how many
// answers they are; with none there is a heading to write under. Fails with invalid if nothing was
// asked that could be a title.
Result<ArticleWish> compose_article(const AskedAndAnswered& threads);

}  // namespace rapport
