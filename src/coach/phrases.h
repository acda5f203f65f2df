// Lists of phrases by language, and finding them in a text's words.
//
// A phrase is words with single spaces: "sorry for any inconvenience". Of a word, "a|b" takes
// either, "apolog*" all that begin so, "*" any one, and ".." up to four. A phrase never goes over
// the end of a sentence; commas and the like inside do not part it.

#pragma once

#include <bitset>
#include <cstdint>
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
  struct Alternative {
    std::string_view text;  // of "apolog*" what it begins with
    std::uint32_t hash = 0;
    bool open = false;
  };
  using Alternatives = std::vector<Alternative>;
  using Phrase = std::vector<Alternatives>;  // one for each of its words; ".." has none

  struct Key {
    std::string_view word;
    std::uint32_t hash = 0;  // Word::hash
    bool operator==(const Key& other) const { return hash == other.hash && word == other.word; }
  };
  struct HashOfKey {
    std::size_t operator()(const Key& key) const { return key.hash; }
  };
  using Indexes = std::vector<std::uint32_t>;  // in phrases_

  // The phrases of a language by what they begin with.
  struct Shelf {
    std::uint16_t language = 0;  // language_code
    std::unordered_map<Key, Indexes, HashOfKey> by_word;
    std::unordered_map<std::uint32_t, Indexes> by_beginning;  // "apolog*", by Word::beginning
    Indexes open;                                             // "*", "a*"
    // Which hashes and beginnings there are at all, so that most words cost two bits.
    std::bitset<1024> words;
    std::bitset<1024> beginnings;
  };

  void shelve(Shelf& shelf, const Alternative& first, std::uint32_t index);
  static bool fits(const Alternatives& alternatives, const Word& word);
  static std::size_t end_of_match(const Phrase& phrase, std::size_t part, const Side& side,
                                  std::size_t word, std::size_t end_of_sentence);
  std::size_t longest_at(const Side& side, std::size_t word) const;

  std::vector<Phrase> phrases_;
  std::vector<Shelf> shelves_;
};

}  // namespace rapport::coach
