// Lists of phrases by language, and finding them in a text's words.
//
// A phrase is words with single spaces: "sorry for any inconvenience". Of a word, "a|b" takes
// either, "apolog*" all that begin so, "*" any one, and ".." up to four. A phrase never goes over
// the end of a sentence; commas and the like inside do not part it.

#pragma once

#include <initializer_list>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coach/side.h"

namespace rapport::coach {

struct PhrasesOfLanguage {
  std::string_view language;  // "en"; "" for all
  std::initializer_list<std::string_view> list;
};

class Phrases {
 public:
  // The texts must outlive it: they are literals.
  Phrases(std::initializer_list<PhrasesOfLanguage> lists);

  // A phrase found: words [begin, end) of the side.
  struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // Appends where phrases of the side's language stand, apart and in order, the longest each.
  void find(const Side& side, std::vector<Place>& out) const;
  // Their spans.
  std::vector<Span> spans(const Side& side) const;
  bool any(const Side& side) const;
  // Whether one begins within words [begin, end).
  bool in_words(const Side& side, std::size_t begin, std::size_t end) const;
  // Whether one stands in that sentence.
  bool in_sentence(const Side& side, std::size_t sentence) const;

 private:
  struct Phrase {
    std::string_view language;
    std::vector<std::vector<std::string_view>> words;  // each with its alternatives
  };

  static bool fits(const std::vector<std::string_view>& alternatives, std::string_view word);
  static std::size_t end_of_match(const Phrase& phrase, std::size_t part, const Side& side,
                                  std::size_t word);
  std::size_t longest_at(const Side& side, std::size_t word) const;

  std::vector<Phrase> phrases_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_first_;
  std::vector<std::size_t> open_;  // whose first word is not one literal
};

}  // namespace rapport::coach
