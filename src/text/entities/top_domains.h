// Which words end a domain: the top-level domains of the public suffix list.

#pragma once

#include <string_view>

namespace rapport {

// Is `label` a top-level domain that exists? In any case; UTF-8 or as "xn--..." both do. Allocates
// nothing.
bool is_top_domain(std::string_view label);

// A country's or territory's, of two letters.
inline bool is_country_domain(std::string_view label) { return label.size() == 2; }

}  // namespace rapport
