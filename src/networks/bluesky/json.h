#pragma once

#include "networks/foreign_json.h"

namespace rapport::bluesky {
using namespace foreign_json;
}  // namespace rapport::bluesky
