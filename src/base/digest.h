// Hashes and random numbers for protocols that ask for them.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {

// The 32 bytes of SHA-256.
std::string sha256(std::string_view bytes);

// From the system's own source.
std::string random_bytes(std::size_t count);

// Base64 that may stand in an address, without padding (RFC 4648, section 5).
std::string to_base64_url(std::string_view bytes);

}  // namespace rapport
