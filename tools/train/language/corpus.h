// The corpus as the program holds it: by group of languages that share a script, words as numbers.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/language/model_file.h"
#include "text/language/words.h"

namespace rapport {

using Words = std::vector<std::uint32_t>;

struct Language {
  std::string tag;
  Words words;
  std::vector<double> weights;  // of the words, cumulated
  std::map<std::string, std::vector<Words>> passages;
  std::vector<double> shares;  // of the sources, cumulated
  std::vector<Words> tweets;
};

struct Piece {
  std::uint64_t hash;
  std::uint64_t shorter;  // the same without its last letter; 0 if it is as short as they get
};
using Pieces = std::vector<Piece>;

struct KnownWord {
  std::uint64_t hash = 0;
  Pieces pieces;
  Words rows;                        // of pieces that have one
  std::uint32_t row = UINT32_MAX;    // its own
  std::uint32_t plain = UINT32_MAX;  // the same word without accents
};

// What is not learned from, to measure on.
struct Held {
  std::string tag;
  std::string kind;  // "pair", "sentence", "tweet"
  std::string text;
};

class Group {
 public:
  Group(unsigned index, const LetterTables& tables);

  // Those of its script, known or not; from then on they are.
  Words words_of(std::string_view text);

  unsigned index() const { return index_; }
  const LetterTables& tables() const { return tables_; }

  std::vector<Language> languages;
  std::vector<KnownWord> words;

 private:
  std::uint32_t id_of(const Word& word);

  unsigned index_;
  const LetterTables& tables_;
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;
};

std::uint64_t hash_of(std::string_view text);

void read_corpus(const std::string& path, std::vector<Group>& groups, std::vector<Held>& held);

}  // namespace rapport
