// Web addresses: just enough to keep a service's base address and to build requests on it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport {

struct WebUrl {
  std::string scheme;  // "http" or "https"
  std::string host;    // lower case; an IPv6 address in brackets
  std::uint16_t port = 0;
  std::string path;  // with query and fragment as they were; empty or begins with '/'

  // "https://host" or, with another port than the scheme's own, "https://host:8443".
  std::string origin() const;
};

// Reads an absolute http or https address. Nothing for anything else, also if it holds a user name,
// white space, control characters or a host with characters no host has.
std::optional<WebUrl> parse_web_url(std::string_view text);

// Percent-encodes all but the unreserved characters, for a value of a query or a path segment.
std::string encode_url_value(std::string_view value);

}  // namespace rapport
