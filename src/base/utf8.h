// Text from outside, made safe to keep: databases cut texts at a NUL, and refuse what is no UTF-8.

#pragma once

#include <string>
#include <string_view>

namespace rapport {

// Is this well-formed UTF-8 (no surrogates, nothing overlong) without a NUL?
bool is_utf8(std::string_view text);

// The text with each ill-formed sequence replaced by one U+FFFD and each NUL by a space.
// Well-formed text comes back unchanged.
std::string clean_utf8(std::string_view text);

}  // namespace rapport
