// Counting the words that say what posts are about.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/tokens/tokens.h"

namespace rapport {

// How many posts a word stands in.
class SaidWordCounts {
 public:
  // Each word once, without those that say nothing by themselves.
  void add(std::string_view text);

  std::int64_t posts() const { return posts_; }
  std::int64_t of(const std::string& word) const;
  const std::unordered_map<std::string, std::int64_t>& all() const { return words_; }

 private:
  Tokens tokens_;
  std::vector<std::string_view> seen_;
  std::unordered_map<std::string, std::int64_t> words_;
  std::int64_t posts_ = 0;
};

struct WordShare {
  std::string word;
  std::int64_t here = 0;
  std::int64_t there = 0;
};

// Words that stand in at least `least` posts here and are at least `times` as frequent as there
// (where everything is taken to have been said a little more often than it was), the most telling
// first.
std::vector<WordShare> telling_words(const SaidWordCounts& here, const SaidWordCounts& there,
                                     std::int64_t least, double times, std::size_t most);

}  // namespace rapport
