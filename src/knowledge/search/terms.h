// A text as articles are found by it: its words' stems and the pieces of its words, as hashes.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"
#include "text/tokens/tokens.h"

namespace rapport {

struct SearchTerm {
  std::uint64_t key = 0;  // of the stem
  Span span;              // of the word in its text
  bool small = false;     // a stop word: says little of what the text is about
  bool first = false;     // of its sentence
  bool capital = false;   // begins with a capital letter, as names do
};

struct SearchTerms {
  std::vector<SearchTerm> words;
  std::vector<std::uint64_t> pieces;  // 3 to 5 characters of the words that are not small
  // Of each word but the last, it and the next written as one; empty if nobody asked.
  std::vector<std::uint64_t> joined;
};

// Cuts texts; holds its working memory and a stemmer, so one a thread. A language that has no
// stemmer is found by its pieces.
class TermCutter {
 public:
  explicit TermCutter(std::string_view language);
  ~TermCutter();
  TermCutter(TermCutter&&) noexcept;
  TermCutter& operator=(TermCutter&&) noexcept;

  // Appends.
  void cut(std::string_view text, SearchTerms& out);
  // A post's words, with how neighbours would be written as one. `out` was empty.
  void cut_post(std::string_view text, SearchTerms& out);

 private:
  void cut(std::string_view text, SearchTerms& out, std::vector<std::uint64_t>* joined);

  struct Work;
  std::unique_ptr<Work> work_;
};

}  // namespace rapport
