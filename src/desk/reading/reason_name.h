// The name of a reason, as a member typed it.

#pragma once

#include <string>

#include "base/result.h"

namespace rapport {

// One line, at most 40 characters.
Result<std::string> check_reason_name(const std::string& typed);

}  // namespace rapport
