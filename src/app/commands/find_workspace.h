// Which workspace a command means.

#pragma once

#include <string>

#include "base/result.h"
#include "model/ids.h"

namespace rapport {

class Store;

// By its name; without one, the only one there is. Fails with invalid, naming those there are, if
// that does not lead to exactly one.
Result<WorkspaceId> find_workspace(Store& store, const std::string& name);

}  // namespace rapport
