// The demo's data: the sandbox's story, told to a fresh desk in the order it happened.

#pragma once

#include <memory>

#include "app/config.h"
#include "base/result.h"

namespace rapport {

class Sandbox;

// Opens the sandbox in the data folder. At the first start the month before is told to the desk:
// each post is heard when it was said, each decision falls where it was made. An interrupted first
// start leaves no half-told story.
Result<std::shared_ptr<Sandbox>> open_demo(const Config& config);

}  // namespace rapport
