// A place to be killed: lets a test stop the process exactly between the network's answer and the
// commit of its outcome.

#pragma once

#include <filesystem>
#include <functional>

#include "model/act.h"

namespace rapport {

// For DelivererSettings::answered. Makes the file `answered-<act id>` in `folder`, then waits at
// most ten seconds for as long as the file `hold` exists there.
std::function<void(const Act&)> pause_when_answered(const std::filesystem::path& folder);

}  // namespace rapport
