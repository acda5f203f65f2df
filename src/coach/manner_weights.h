// What each sign of a manner weighs (manner.h): models/manner.tsv, which the binary carries.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "coach/manner.h"

namespace rapport::coach {

struct WeighedSign {
  std::string_view name;
  MannerWeights weights{};
};

struct MannerTable {
  // The text must outlive it. A line that is none is left out, and counted.
  explicit MannerTable(std::string_view text);
  static const MannerTable& shipped();

  std::vector<WeighedSign> signs;
  // From where a score is sure enough, in hundredths; for what only counts where somebody is upset,
  // from which chance of both.
  MannerWeights sure_from{};
  std::size_t wrong_lines = 0;
};

}  // namespace rapport::coach
