// What the sentences of a request or an advert do, as a few numbers: thanks, apologies, hedges,
// direct and indirect asking (after Danescu-Niculescu-Mizil et al. 2013), superlatives.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rapport::methods {

inline constexpr std::size_t kStrategies = 22;

// Appends kStrategies numbers.
void add_strategies(const std::string& text, std::vector<float>& out);

}  // namespace rapport::methods
