// Which addresses an outgoing connection may reach: public ones, and what a setting allows.
//
// Names that strangers choose (a handle, a server in an identity document) decide where we connect,
// so the guard judges the address a name resolved to, at the moment the socket is made. A name that
// answers differently the second time gains nothing.

#pragma once

#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapport {

struct GuardSettings {
  bool allow_loopback = false;            // for development
  std::vector<std::string> allow_ranges;  // CIDR, such as "10.20.0.0/16" or "fd00::/8"
};

enum class AddressVerdict {
  kPublic,   // anywhere on the Internet
  kAllowed,  // not public, but a setting lets it pass
  kRefused,
};

class AddressGuard {
 public:
  AddressGuard() = default;  // public addresses only

  // Fails with invalid if a range cannot be read.
  static Result<AddressGuard> make(const GuardSettings& settings);

  AddressVerdict judge(const sockaddr& address) const;

  // For an address as text; refused if it is none.
  AddressVerdict judge(std::string_view address) const;

 private:
  // IPv4 addresses are kept as ::ffff:a.b.c.d, so one comparison serves both families.
  using Bytes = std::array<std::uint8_t, 16>;
  struct Range {
    Bytes prefix{};
    int bits = 0;
    bool contains(const Bytes& address) const;
  };

  static std::optional<Bytes> bytes_of(std::string_view address);
  static std::optional<Range> range_of(std::string_view cidr);
  AddressVerdict judge(const Bytes& address) const;
  static bool is_public(const Bytes& address);

  bool allow_loopback_ = false;
  std::vector<Range> allowed_;
};

}  // namespace rapport
