// Word vectors learned from unlabelled text: skip-gram with negative samples (Mikolov et al. 2013).
// Deterministic: one thread, a fixed seed.

#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace rapport {

struct WordVectors {
  static constexpr std::size_t kSize = 48;
  std::unordered_map<std::uint64_t, std::uint32_t> index;  // by the hash of the word
  std::vector<float> values;                               // kSize each, of length 1

  const float* find(std::uint64_t word) const {
    const auto found = index.find(word);
    return found == index.end() ? nullptr : &values[found->second * kSize];
  }
};

// `texts` are words as hashes.
WordVectors learn_word_vectors(const std::vector<std::vector<std::uint64_t>>& texts, int rounds);

}  // namespace rapport
