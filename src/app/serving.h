// Runs a house until a signal comes.

#pragma once

#include <functional>
#include <memory>

#include "app/house.h"
#include "app/stop_signal.h"

namespace rapport {

// Starts it, calls `ready`, waits, stops it. What does not stop within a few seconds is left
// behind: nothing is lost by that, the database is safe at every moment.
int serve_until_stopped(House& house, const StopSignal& signal,
                        const std::function<void(House&)>& ready);

}  // namespace rapport
