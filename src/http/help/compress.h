// Bytes made smaller for their way to a browser.

#pragma once

#include <string>
#include <string_view>

namespace rapport {

// As gzip; empty if it could not be done.
std::string gzip(std::string_view bytes);

}  // namespace rapport
