// Between finding their points and ticking them off.

#pragma once

#include <cstddef>
#include <vector>

#include "coach/view.h"

namespace rapport::coach {

// Part of the post: words [begin, end) of one sentence.
struct PostPart {
  std::size_t begin = 0;
  std::size_t end = 0;
};

}  // namespace rapport::coach
