// Counting the words that say what posts are about.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
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

// The words of many posts, each of which is cut once: for whoever compares some of them with the
// rest again and again. The same words as above.
class SaidWordIndex {
 public:
  void add(std::string_view text);  // the next post; the first has the number 0

  std::size_t posts() const { return ends_.size(); }
  std::span<const std::uint32_t> words_of(std::size_t post) const {
    const std::size_t begin = post == 0 ? 0 : ends_[post - 1];
    return std::span(words_).subspan(begin, ends_[post] - begin);
  }
  // Words have numbers below this one.
  std::size_t size() const { return names_.size(); }
  const std::string& name(std::uint32_t word) const { return *names_[word]; }
  std::int64_t posts_with(std::uint32_t word) const { return totals_[word]; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  Tokens tokens_;
  std::vector<std::string_view> seen_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<const std::string*> names_;
  std::vector<std::int64_t> totals_;
  std::vector<std::uint32_t> words_;
  std::vector<std::size_t> ends_;
};

// How telling a word is that stands in `here` of some posts and in `there` of the others; 0 if it
// isn't `times` as frequent. There everything is taken to have been said a little more often than
// it was.
double telling_weight(std::int64_t here, std::int64_t posts_here, std::int64_t there,
                      std::int64_t posts_there, double times);

// Words that stand in at least `least` posts here and are telling (see above), the most telling
// first.
std::vector<WordShare> telling_words(const SaidWordCounts& here, const SaidWordCounts& there,
                                     std::int64_t least, double times, std::size_t most);

}  // namespace rapport
