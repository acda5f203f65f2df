// Pieces of sentences, between commas, dashes and "and".

#pragma once

#include <cstddef>
#include <vector>

#include "coach/side.h"

namespace rapport::coach {

// Words [begin, end) of a sentence.
struct Clause {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t sentence = 0;
};

std::vector<Clause> clauses_of(const Side& side);

}  // namespace rapport::coach
