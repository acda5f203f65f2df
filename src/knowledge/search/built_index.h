// What an ArticleIndex keeps of its articles, and what it reads off them for a post.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/search/article_index.h"
#include "knowledge/search/postings.h"
#include "knowledge/search/terms.h"

namespace rapport {

struct IndexedPassage {
  std::vector<SearchTerm> words;
  bool heading = false;
  std::size_t section = 0;  // as in Passage
};

// A word that is written with a capital within a sentence, and the articles that have it.
struct IndexedName {
  double weight = 0;  // how often with a capital, from 0 to 1
  std::vector<std::uint32_t> in_titles;
  std::vector<std::uint32_t> in_articles;
};

// What a post asks for, in one language.
struct AskedWords {
  SearchTerms terms;
  std::unordered_map<std::uint64_t, double> wanted;  // no small ones, and how telling each is
};

struct ArticleIndex::Built {
  SearchWeights weights;
  std::vector<std::string> languages;  // of all articles; each has a stemmer
  std::vector<std::size_t> language;   // of each article, its place in `languages`
  Postings titles;
  Postings bodies;
  Postings title_pieces;
  Postings body_pieces;
  Postings body_pairs;
  Postings units;                      // each passage that is no heading by itself
  std::vector<std::uint32_t> unit_of;  // the article of each of them
  std::vector<double> short_title;     // of each article: above 0 if shorter than most
  std::vector<double> short_body;
  std::vector<std::vector<IndexedPassage>> passages;
  std::vector<std::unordered_set<std::uint64_t>> words;         // of each article, no small ones
  std::vector<std::unordered_set<std::uint64_t>> asked_before;  // that only whom it served had
  std::vector<std::unordered_map<std::uint64_t, IndexedName>> names;  // of each language

  double rarity(std::uint64_t word) const;
  // Among all articles, whichever field has it; a word that none has is rarer than any.
  double rarity_anywhere(std::uint64_t word) const;
  // Of the articles in one language; what `post` is was cut in it.
  void read_signals(const SearchTerms& post, std::size_t language,
                    std::vector<SignalValues>& out) const;
  AskedWords asked_words(std::string_view post, std::size_t in_language) const;
  void choose_passage(const AskedWords& post, Suggestion& into) const;

 private:
  void read_names(const SearchTerms& post, std::size_t language,
                  std::vector<SignalValues>& out) const;
  void read_related(const SearchTerms& post, std::size_t language,
                    std::vector<SignalValues>& out) const;
};

// A pair of neighbouring words as a term.
inline std::uint64_t pair_key(std::uint64_t first, std::uint64_t second) {
  return (first * 0x9e3779b97f4a7c15U) ^ second;
}

}  // namespace rapport
