// The demo's story as it lies inside the binary: the chapters of demo/story.

#pragma once

#include <vector>

#include "networks/sandbox/story.h"

namespace rapport {

// In the order of their names; empty if the binary was built without them.
std::vector<StoryChapter> demo_story();

}  // namespace rapport
