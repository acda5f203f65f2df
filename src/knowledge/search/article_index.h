// Which articles answer a post, and with which passage.
//
// A post's words and the pieces of them are looked up in two fields of each article: what it is
// asked by (title, questions, and its headings with less weight) and what it says, each by BM25
// (Robertson and Zaragoza 2009); what else speaks for an article is in signals.h. The signals are
// weighed and summed. The same post always gives the same answer.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/search/signals.h"
#include "model/article.h"
#include "model/reading.h"

namespace rapport {

struct Suggestion {
  std::size_t article = 0;  // its place among those that were given
  double score = 0;         // above 0; to be compared within one answer only
  // The passage that answers best: its place in passages_of(article); kNone if the body has none,
  // or the article none of the post's words.
  std::size_t passage = 0;
  std::vector<Span> passage_spans;  // the words of the passage that the post has, too
  std::vector<Span> post_spans;     // the words of the post that the article has
  std::vector<Span> asked_spans;    // and that it has not, but those had whom it served

  bool operator==(const Suggestion&) const = default;
};

// What a set of articles says; never changes, so any thread may ask it.
class ArticleIndex {
 public:
  explicit ArticleIndex(const std::vector<Article>& articles, const SearchWeights& weights = {});
  // `asked`: of each article, in their order, what people asked whom it served. It is found by
  // that, too, and is not thought to be longer for it.
  ArticleIndex(const std::vector<Article>& articles,
               std::span<const std::vector<std::string>> asked, const SearchWeights& weights = {});
  ~ArticleIndex();
  ArticleIndex(const ArticleIndex&) = delete;
  ArticleIndex& operator=(const ArticleIndex&) = delete;

  std::size_t size() const;

  // A score for each article, 0 where the post has nothing of it.
  std::vector<double> scores(std::string_view post) const;
  // What the scores are the weighed sum of; all 0 where the post has nothing of the article.
  std::vector<SignalValues> signals(std::string_view post) const;

  // The best first, of equals the first given; at most `most`, and none without a word in common
  // that says something, be it with the article or with those whom it served.
  std::vector<Suggestion> suggest(std::string_view post, std::size_t most) const;

 private:
  struct Built;
  std::unique_ptr<const Built> built_;
};

}  // namespace rapport
