// One field of all articles: which of them has a term, and what BM25 says of it there.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace rapport {

class Postings {
 public:
  struct Posting {
    std::uint32_t article = 0;
    float weight = 0;
  };

  // An article's terms in this field, each with how often it counts. Once an article, in order.
  void add(const std::unordered_map<std::uint64_t, double>& counts);
  // The same of a field that counts as so long, whatever it has.
  void add(const std::unordered_map<std::uint64_t, double>& counts, double length);
  // Nothing can be added after it.
  void finish(double saturation, double length);

  // Adds `weight` times what the term says of each article.
  void score(std::uint64_t term, double weight, std::vector<double>& scores) const;
  // How telling a term is: more for one that few articles have; 0 for one that none has.
  double rarity(std::uint64_t term) const;
  // What a term would be that just none has.
  double rarity_of_unknown() const;
  // Which articles have the term, in their order, each with what BM25 says of it there.
  std::span<const Posting> of(std::uint64_t term) const;

 private:
  struct Term {
    double rarity = 0;
    std::vector<Posting> postings;
  };
  std::unordered_map<std::uint64_t, Term> terms_;
  std::vector<double> lengths_;
};

}  // namespace rapport
