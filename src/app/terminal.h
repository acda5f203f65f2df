// Secrets that a person gives: typed without echo, or from standard input or the environment; never
// as an argument, which every user of the machine could see.

#pragma once

#include <string>

#include "base/result.h"

namespace rapport {

// The environment's `variable` if it is set; else asked for on the terminal; else the first line of
// standard input.
Result<std::string> ask_secret(const std::string& question, const char* variable);

// The same, asked twice on a terminal, for a new password.
Result<std::string> ask_new_secret(const std::string& question, const char* variable);

}  // namespace rapport
