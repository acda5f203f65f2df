// What each sign of a manner weighs (manner.h).

#pragma once

#include <span>
#include <string_view>

#include "coach/manner.h"

namespace rapport::coach {

struct WeighedSign {
  std::string_view name;
  MannerWeights weights;
};

std::span<const WeighedSign> weighed_signs();

// From where a score is sure enough; for what only counts where somebody is upset, from which
// chance of both.
extern const std::array<float, kManners> kSureFrom;

}  // namespace rapport::coach
