// What everybody has: BM25 over an article's words as they stand.

#pragma once

#include <string_view>
#include <vector>

#include "knowledge/search/postings.h"
#include "model/article.h"

namespace rapport::methods {

class PlainBm25 {
 public:
  explicit PlainBm25(const std::vector<Article>& articles);

  std::vector<double> scores(std::string_view post) const;

 private:
  std::size_t size_;
  Postings words_;
};

}  // namespace rapport::methods
