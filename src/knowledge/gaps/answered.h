// Is there an article that answers a question? Scores of a search order one answer and say nothing
// between questions, so this looks at how well a question and what an article is asked by fit each
// other, whatever else there is.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/search/article_index.h"
#include "model/article.h"

namespace rapport {

struct BestAnswer {
  std::size_t article = 0;  // its place in the index
  double share = 0;         // 0: there is none
};

// From this share on it is answered; how often that is right stands in docs/knowledge.md.
inline constexpr double kAnsweredShare = 0.45;

// What the articles of an index are asked by; never changes, so any thread may ask it.
class AnswerCheck {
 public:
  // The articles of the index, in its order.
  explicit AnswerCheck(const std::vector<Article>& articles);

  // The article that the index puts first.
  BestAnswer best(const ArticleIndex& index, std::string_view question,
                  std::string_view language) const;
  // Whether any article has so great a share: quick, where a search is not.
  bool may_be_answered(std::string_view question, std::string_view language,
                       double least = kAnsweredShare) const;
  // 0 to 1: the geometric mean of how much of the question its title, questions and headings have,
  // and how much of its title, or of one of its questions, the question has. Of words that say
  // something, each weighed by how few articles have it.
  double share(std::size_t article, std::string_view question, std::string_view language) const;

 private:
  using Words = std::unordered_set<std::uint64_t>;  // stems that say something

  struct AskedBy {
    Words all;
    std::vector<Words> forms;  // the title, and each question
  };

  double weight(std::uint64_t word) const;
  double closest_form(const AskedBy& asked, const Words& words) const;
  // How much of `words` is in `there`, 0 to 1.
  double covered(const Words& words, const Words& there) const;

  std::vector<AskedBy> articles_;
  std::unordered_map<std::uint64_t, std::size_t> holders_;  // how many articles have a word
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> asked_by_;  // which are asked by it
};

}  // namespace rapport
