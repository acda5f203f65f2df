// Web addresses as queries compare them.

#pragma once

#include <string>
#include <string_view>

namespace rapport {

// Without its scheme, "www." and a last '/'; the host in small letters.
std::string plain_address(std::string_view address);

std::string_view host_of(std::string_view plain);

// Does `address` stand at `asked` (a plain address) or below it? The host may be a subdomain of the
// one asked for, the path must go on from the one asked for. With a "*" in it `asked` is compared
// as a whole, "*" standing for anything.
bool address_is_under(std::string_view address, std::string_view asked);

// Is the address' host `host` or a subdomain of it?
bool address_is_on(std::string_view address, std::string_view host);

}  // namespace rapport
