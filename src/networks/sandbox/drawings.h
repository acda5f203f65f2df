// Pictures of the sandbox: drawn as SVG and carried inside their own address, so that nothing is
// ever fetched from anywhere.

#pragma once

#include <string>
#include <string_view>

#include "networks/sandbox/story.h"

namespace rapport {

// "data:image/svg+xml,…", safe inside an attribute.
std::string svg_address(std::string_view svg);

// A disc of the person's colour with their initials.
std::string avatar_address(const StoryPerson& person);

}  // namespace rapport
