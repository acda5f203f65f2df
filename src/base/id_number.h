// The numbers that ids are made of (base/ids.h), for histories that are written down after the
// fact.

#pragma once

#include <cstdint>

#include "base/clock.h"

namespace rapport {

// The number of an id made at `time`, the `counter`th of its millisecond. A counter over the room
// for it begins again at 0.
std::int64_t id_number_at(Time time, std::uint64_t counter);

}  // namespace rapport
