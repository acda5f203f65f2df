// Vectors of words and their pieces from plain texts, without labels: skip-grams with negative
// samples (Mikolov et al. 2013), a word being the sum of itself and its pieces (Bojanowski et al.
// 2017), exactly as Net puts it together. To start a net from.

#pragma once

#include <cstdint>
#include <vector>

#include "methods/net.h"

namespace rapport::methods {

struct VectorOptions {
  int rounds = 3;
  int window = 4;  // farthest neighbour; each place takes 1 … window at random
  int negatives = 5;
  double rate = 0.05;
  double often = 1e-3;  // words more frequent than this share are skipped now and then
  double length = 0.6;  // of the mean word vector in the end
  std::uint64_t seed = 1;
};

// row × Net::kWidth.
std::vector<float> learn_vectors(const NetWords& words,
                                 const std::vector<NetWords::Sentence>& texts,
                                 const VectorOptions& options);

}  // namespace rapport::methods
