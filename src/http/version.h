// The version of Rapport, the same as in CMakeLists.txt (a test compares them).

#pragma once

#include <string_view>

namespace rapport {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace rapport
