// The smallest picture worth the name.

#pragma once

#include <string>

namespace rapport {

// A PNG of 3 by 2 pixels, as far as anybody looks who does not draw it.
inline std::string tiny_picture() {
  using namespace std::string_literals;
  const auto chunk = [](const std::string& name, const std::string& data) {
    return "\0\0\0"s + static_cast<char>(data.size()) + name + data + "sum!";
  };
  return "\x89PNG\r\n\x1A\n"s + chunk("IHDR", "\0\0\0\3\0\0\0\2\x08\2\0\0\0"s) +
         chunk("IDAT", "pixels") + chunk("IEND", "");
}

}  // namespace rapport
