// Random secrets for cookies and tokens, and the hashes that are kept of them.

#pragma once

#include <string>
#include <string_view>

namespace rapport {

// 32 random bytes as URL-safe text.
std::string random_secret();

// BLAKE2b-256 as hex. Secrets are random and long, so a fast hash is enough.
std::string hash_secret(std::string_view secret);

}  // namespace rapport
