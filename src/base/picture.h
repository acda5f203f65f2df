// Pictures as files: what kind they are and how large, told from their bytes alone, and without
// what a camera wrote into them.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rapport {

struct Picture {
  std::string mime;  // "image/jpeg", "image/png", "image/webp"
  std::uint32_t width = 0;
  std::uint32_t height = 0;  // both as it is shown: a picture on its side is turned
  std::string bytes;         // the file without place, time, device and comments
};

// Reads a JPEG, PNG or WebP file. Pixels are not decoded: what a network does with broken ones is
// its matter. Kept are the pixels, the colour profile and which way is up; everything else that is
// not needed to show it is left out. Fails with invalid if it is none of the three, is cut off, or
// claims a size nobody can show.
Result<Picture> read_picture(std::string_view file);

}  // namespace rapport
