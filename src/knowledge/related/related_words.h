// Words that stand for one another ("folder", "directory"), and how rare a word is in life: what a
// shop's own articles are too few to tell. English alone; models/related.md tells where it is from.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapport {

// Another word, as the stem that TermCutter cuts, and how well it stands for the first: above 0,
// at most 1.
struct RelatedWord {
  std::uint64_t key = 0;
  float weight = 0;
};

// Never changes, so any thread may ask it.
class RelatedWords {
 public:
  RelatedWords() = default;
  // What tools/train/related wrote; empty if `bytes` is something else.
  explicit RelatedWords(std::string_view bytes);

  // The words that stand for `word`; none if it is not known.
  std::span<const RelatedWord> of(std::uint64_t word) const;
  // How seldom it is said, as a logarithm; a word that is not known is as rare as can be.
  double rarity(std::uint64_t word) const;
  bool empty() const { return entries_.empty(); }

 private:
  struct Entry {
    double rarity = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::unordered_map<std::uint64_t, Entry> entries_;
  std::vector<RelatedWord> related_;
  double unknown_ = 1;
};

// The table in the binary, read once; null if there is none for the language.
const RelatedWords* related_words(std::string_view language);

}  // namespace rapport
