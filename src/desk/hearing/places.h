// Where each post stands in its thread, and so whether it concerns us.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "store/posts.h"

namespace rapport {

struct Place {
  Address address = Address::kContext;
  std::optional<std::size_t> parent;  // where in the outline its parent stands
};

// The place of each post of a thread, in the order of `outline`, which may be any. Depends only on
// which posts are there and which of them speak to us by themselves, so that doing it again changes
// nothing.
std::vector<Place> work_out_places(const std::vector<OutlinePost>& outline);

}  // namespace rapport
