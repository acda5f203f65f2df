#include "knowledge/search/postings.h"

#include <cmath>

namespace rapport {

void Postings::add(const std::unordered_map<std::uint64_t, double>& counts) {
  double length = 0;
  for (const auto& [term, count] : counts) length += count;
  add(counts, length);
}

void Postings::add(const std::unordered_map<std::uint64_t, double>& counts, double length) {
  const auto article = static_cast<std::uint32_t>(lengths_.size());
  for (const auto& [term, count] : counts) {
    terms_[term].postings.push_back({article, static_cast<float>(count)});
  }
  lengths_.push_back(length);
}

void Postings::finish(double saturation, double length) {
  double mean = 0;
  for (const double one : lengths_) mean += one;
  const auto count = static_cast<double>(lengths_.size());
  if (mean > 0) mean /= count;
  for (auto& [key, term] : terms_) {
    const auto having = static_cast<double>(term.postings.size());
    term.rarity = std::log(1 + (count - having + 0.5) / (having + 0.5));
    for (Posting& posting : term.postings) {
      const double share = lengths_[posting.article] / mean;
      const double often = posting.weight;
      posting.weight = static_cast<float>(term.rarity * often * (saturation + 1) /
                                          (often + saturation * (1 - length + length * share)));
    }
  }
}

std::span<const Postings::Posting> Postings::of(std::uint64_t term) const {
  const auto found = terms_.find(term);
  if (found == terms_.end()) return {};
  return found->second.postings;
}

void Postings::score(std::uint64_t term, double weight, std::vector<double>& scores) const {
  for (const Posting& posting : of(term)) {
    scores[posting.article] += weight * static_cast<double>(posting.weight);
  }
}

double Postings::rarity(std::uint64_t term) const {
  const auto found = terms_.find(term);
  return found == terms_.end() ? 0 : found->second.rarity;
}

double Postings::rarity_of_unknown() const {
  return std::log(1 + (static_cast<double>(lengths_.size()) + 0.5) / 0.5);
}

}  // namespace rapport
