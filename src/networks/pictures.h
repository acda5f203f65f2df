// What a file says it is: enough to send it as a picture.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rapport {

struct PictureFacts {
  std::string_view mime;    // "image/jpeg", "image/png", "image/webp"
  std::uint32_t width = 0;  // in pixels, as a viewer turns it; 0: the file does not say
  std::uint32_t height = 0;
};

// Nothing if it is none of the three. Any bytes will do; only the head of the file is read.
std::optional<PictureFacts> facts_of_picture(std::string_view bytes);

}  // namespace rapport
