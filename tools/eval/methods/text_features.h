// What the methods look at in a text: words in runs of one to three, words behind a negation,
// pieces of 2 to 6 characters across the whole text, what lexicons say, and its shape.

#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "methods/sparse.h"
#include "text/tokens/tokens.h"

namespace rapport::methods {

enum Group : std::uint8_t {
  kWords,    // single words, and what is said behind a negation
  kPairs,    // two neighbours, and two with one between
  kTriples,  // three in a row
  kPieces,   // characters
  kLong,     // pieces of five and six characters
  kLexicon,  // dense: counts and sums
  kShapes,   // dense: marks, capitals, length
  kExtra,    // for what a program adds
};

struct TextOptions {
  bool lexicon = true;
  bool skips = true;         // two words with one between
  bool names = true;         // whether "@name" is kept as it is written, besides "@"
  std::size_t shortest = 2;  // pieces
  std::size_t longest = 6;
  bool within_words = false;  // pieces do not go over the edge of a word
};

// VADER's words, the opinion words and the emoji ranking, by normal form.
class Lexicons {
 public:
  static const Lexicons& shared();

  struct Entry {
    float vader = 0;    // -1 … 1
    float opinion = 0;  // -1, 0, 1
    float emoji = 0;    // -1 … 1
  };
  const Entry* find(const std::string& normal) const;
  // "very", "extremely": more; "hardly": less; else 0.
  static float booster(std::string_view normal);

 private:
  std::unordered_map<std::string, Entry> entries_;
};

// Appends the features of a text. One a thread.
class TextFeatures {
 public:
  explicit TextFeatures(TextOptions options = {}) : options_(options) {}
  void make(std::string_view text, RawRow& out);

  const Tokens& tokens() const { return tokens_; }

 private:
  void add_lexicon(RawRow& out);

  TextOptions options_;
  Tokens tokens_;
  std::vector<std::uint64_t> hashes_;
  std::string line_;
  std::vector<std::uint32_t> starts_;
};

// Fits a space to `train` and gives the rows of each list of texts in it.
struct Prepared {
  FeatureSpace space;
  TextOptions text;

  static Prepared fit(const std::vector<std::string>& train, const TextOptions& text,
                      const SpaceOptions& space);
  SparseRows rows(const std::vector<std::string>& texts) const;
};

}  // namespace rapport::methods
