// What WordNet (Princeton, a permissive licence; Debian's wordnet-base) says of a word: its
// meanings, what those are kinds of, and their field. So that what is learned of "parcel" is
// learned a little of "package", too.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rapport {

class WordNet {
 public:
  // An empty one if `folder` is not there.
  explicit WordNet(const std::string& folder);

  // Names of meanings with their shares (squares sum up to 1); nothing if the word is unknown.
  std::vector<std::pair<std::uint64_t, float>> meanings(std::string_view word) const;
  // Each word that has a meaning, as WordNet writes it.
  template <class Visit>
  void each_word(Visit&& visit) const {
    for (const auto& list : lemmas_) {
      for (const auto& [lemma, meanings] : list) visit(lemma);
    }
  }
  // Each meaning as a text: its words, then what the dictionary says of them.
  const std::vector<std::string>& glosses() const { return glosses_; }
  bool empty() const { return lemmas_[0].empty(); }

 private:
  struct Synset {
    std::vector<std::uint64_t> kinds;    // what it is a kind of, or like
    std::vector<std::uint64_t> related;  // derived from the same stem
    int field = 0;
  };
  void read_index(const std::string& path, int part);
  void read_data(const std::string& path, int part);
  void read_exceptions(const std::string& path, int part);
  const std::vector<std::uint64_t>* find(const std::string& word, int part) const;

  std::unordered_map<std::string, std::vector<std::uint64_t>> lemmas_[4];
  std::unordered_map<std::string, std::string> exceptions_[4];
  std::unordered_map<std::uint64_t, Synset> synsets_;
  std::vector<std::string> glosses_;
};

}  // namespace rapport
