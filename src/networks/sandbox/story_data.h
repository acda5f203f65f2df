// The demo's story as it lies inside the binary: demo/story.json.

#pragma once

#include <string_view>

namespace rapport {

// The JSON text; empty if the binary was built without it.
std::string_view demo_story();

}  // namespace rapport
