// Which articles answer a post, and with which passage.
//
// A post's words and the pieces of them are looked up in two fields of each article: what it is
// asked by (title, questions, and its headings with less weight) and what it says. Each field is
// weighed by BM25 (Robertson and Zaragoza 2009), pieces count less than words, and words that say
// little count less than others. The same post always gives the same answer.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/reading.h"

namespace rapport {

// How much each part weighs. The defaults are what docs/knowledge.md measures.
struct SearchWeights {
  double body = 0.8;          // of a word in the body, against one in the title
  double pieces = 0.1;        // of a piece in the title
  double body_pieces = 0.04;  // of a piece in the body
  double small_words = 0.5;   // of a stop word, against another
  double saturation = 1.2;    // BM25's k1
  double title_length = 0.5;  // BM25's b
  double body_length = 0.6;
};

struct Suggestion {
  std::size_t article = 0;  // its place among those that were given
  double score = 0;         // above 0; to be compared within one answer only
  // The passage that answers best: its place in passages_of(article); kNone if the body has none.
  std::size_t passage = 0;
  std::vector<Span> passage_spans;  // the words of the passage that the post has, too
  std::vector<Span> post_spans;     // the words of the post that the article has
};

// What a set of articles says; never changes, so any thread may ask it.
class ArticleIndex {
 public:
  explicit ArticleIndex(const std::vector<Article>& articles, const SearchWeights& weights = {});
  ~ArticleIndex();
  ArticleIndex(const ArticleIndex&) = delete;
  ArticleIndex& operator=(const ArticleIndex&) = delete;

  std::size_t size() const;

  // A score for each article, 0 where the post has nothing of it.
  std::vector<double> scores(std::string_view post) const;

  // The best first, of equals the first given; at most `most`, and none without a word in common
  // that says something.
  std::vector<Suggestion> suggest(std::string_view post, std::size_t most) const;

 private:
  struct Built;
  std::unique_ptr<const Built> built_;
};

}  // namespace rapport
