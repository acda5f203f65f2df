// What was read of every source, as JSON.

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "desk/listening/coverage.h"

namespace rapport {

std::string coverage_json(const CoverageView& view);
std::string backfill_json(const Backfill& backfill);

Result<BackfillWish> read_backfill(std::string_view body);

}  // namespace rapport
