// The plain way to group questions, to compare with: whole words weighed by how rare they are, each
// question to the nearest leader if it is near enough, or else a leader itself.

#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace rapport::methods {

// Best on banking77/train and clinc150/dev.
inline constexpr double kPlainCloseness = 0.2;

// The group of each question. With 1, only the same words are together.
std::vector<int> plain_groups(std::span<const std::string_view> questions, double closeness);

}  // namespace rapport::methods
