// Bytes as text and back: RFC 4648 base64, with padding.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport {

std::string to_base64(std::string_view bytes);
// Nothing if it is no base64.
std::optional<std::string> of_base64(std::string_view text);

}  // namespace rapport
