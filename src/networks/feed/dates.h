// Dates as feeds write them: RFC 822 in its many bent shapes, RFC 850, asctime, ISO 8601 whole and
// in part, seconds since 1970.

#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"

namespace rapport::feed {

// Nothing if it cannot be read, or names no day (31 June, 1970-01-01 of a clock that was not set).
// Without a zone it is UTC; without a time of day it is its beginning.
std::optional<Time> parse_date(std::string_view text);

}  // namespace rapport::feed
