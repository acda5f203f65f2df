// Text of a case file with its escapes: "\n", "\t", "\\", "\s" (a space) and "\u{1F600}".

#pragma once

#include <string>
#include <string_view>

namespace rapport {

std::string unescaped(std::string_view written);

}  // namespace rapport
