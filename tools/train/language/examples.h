// Examples to learn from, drawn from a language's words and passages and cut to all lengths.

#pragma once

#include <cstddef>
#include <random>

#include "corpus.h"

namespace rapport {

using Random = std::mt19937_64;

inline double uniform(Random& random) { return static_cast<double>(random() >> 11U) * 0x1p-53; }
inline std::size_t below(Random& random, std::size_t end) { return random() % end; }

struct Example {
  Words words;
  bool accents = true;
};

void draw(const Language& language, Random& random, Example& out);

}  // namespace rapport
