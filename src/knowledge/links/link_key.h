// Links as they are recognised: the same page under the ways people copy its address.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// Without scheme, "www.", a last '/', the place on the page, and what campaigns add to an address;
// the host in lower case. Empty for what is no http or https address. "example.org/help" without a
// scheme is one, too.
std::string link_key(std::string_view url);

// Addresses that stand in a text, as they stand there; once each.
std::vector<std::string> links_in(std::string_view text);

}  // namespace rapport
