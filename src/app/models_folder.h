// Where the trained weights lie.

#pragma once

#include <filesystem>
#include <memory>

#include "app/config.h"
#include "base/result.h"
#include "text/reading/reader.h"

namespace rapport {

// The setting, if there is one; else models/ beside the program, in one of the two folders above it
// (a checkout), or in ../share/rapport (an installation). Empty if it is nowhere.
std::filesystem::path models_folder(const Config& config);

// Error: none found, or not readable; the message says where it looked.
Result<std::shared_ptr<const Models>> open_models(const Config& config);

}  // namespace rapport
