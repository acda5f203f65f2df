// Figures as people write them, with what they put between them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coach/side.h"

namespace rapport::coach {

// "+44 7700 900123", "4471-0092-88": each in one piece, without the days and hours that stand
// beside it ("05/12/2026 10-16" is none).
std::vector<Span> number_runs(std::string_view text);

std::string digits_of(std::string_view text);

// "1969", "2026".
bool is_year(std::string_view text);

}  // namespace rapport::coach
