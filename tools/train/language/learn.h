// Learns the rows and the directions of a group's languages from examples.

#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "corpus.h"
#include "rows.h"
#include "text/language/model_file.h"

namespace rapport {

using Place = std::array<float, kDimensions>;

struct Learned {
  std::vector<Place> pieces, words;
  std::vector<Place> directions;
  std::vector<float> bias;
};

Learned learn(Group& group, const Rows& rows, std::size_t examples);

}  // namespace rapport
