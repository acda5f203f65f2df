#include "networks/address_guard.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace rapport {
namespace {

// What the registries of special-purpose addresses set aside (RFC 6890 and its updates).
constexpr std::string_view kSpecialV4[] = {
    "0.0.0.0/8",       // this network
    "10.0.0.0/8",      // private
    "100.64.0.0/10",   // shared by carriers
    "127.0.0.0/8",     // loopback
    "169.254.0.0/16",  // link-local, and where clouds keep their metadata
    "172.16.0.0/12",   // private
    "192.0.0.0/24",    // protocol assignments
    "192.0.2.0/24",    // documentation
    "192.31.196.0/24", "192.52.193.0/24",
    "192.88.99.0/24",  // old 6to4 relays
    "192.168.0.0/16",  // private
    "192.175.48.0/24",
    "198.18.0.0/15",    // benchmarks
    "198.51.100.0/24",  // documentation
    "203.0.113.0/24",   // documentation
    "224.0.0.0/4",      // multicast
    "240.0.0.0/4",      // reserved, and broadcast
};

// Within global unicast (2000::/3); all outside it is special anyway.
constexpr std::string_view kSpecialV6[] = {
    "2001::/23",      // protocol assignments: Teredo, ORCHID, benchmarks
    "2001:db8::/32",  // documentation
    "2002::/16",      // 6to4: carries an IPv4 address
    "3fff::/20",      // documentation
};

constexpr std::string_view kLoopback[] = {"127.0.0.0/8", "::1/128"};
constexpr std::array<std::uint8_t, 12> kMappedPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr std::array<std::uint8_t, 12> kNat64Prefix = {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

}  // namespace

bool AddressGuard::Range::contains(const Bytes& address) const {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (!std::equal(prefix.begin(), prefix.begin() + bits / 8, address.begin())) return false;
  if (bits % 8 == 0) return true;
  const auto mask = static_cast<std::uint8_t>(0xFF << (8 - bits % 8));
  return (prefix[whole] & mask) == (address[whole] & mask);
}

std::optional<AddressGuard::Bytes> AddressGuard::bytes_of(std::string_view address) {
  const std::string text(address);
  Bytes bytes{};
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
  std::copy(kMappedPrefix.begin(), kMappedPrefix.end(), bytes.begin());
  if (inet_pton(AF_INET, text.c_str(), bytes.data() + 12) == 1) return bytes;
  return std::nullopt;
}

std::optional<AddressGuard::Range> AddressGuard::range_of(std::string_view cidr) {
  const std::size_t slash = cidr.find('/');
  const std::string_view address = cidr.substr(0, slash);
  const auto prefix = bytes_of(address);
  if (!prefix) return std::nullopt;
  const bool v4 = address.find(':') == std::string_view::npos;
  int bits = v4 ? 32 : 128;
  if (slash != std::string_view::npos) {
    const std::string_view digits = cidr.substr(slash + 1);
    int given = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), given);
    if (error != std::errc{} || end != digits.data() + digits.size() || given < 0 || given > bits) {
      return std::nullopt;
    }
    bits = given;
  }
  return Range{*prefix, v4 ? bits + 96 : bits};
}

Result<AddressGuard> AddressGuard::make(const GuardSettings& settings) {
  AddressGuard guard;
  guard.allow_loopback_ = settings.allow_loopback;
  for (const std::string& text : settings.allow_ranges) {
    const auto range = range_of(text);
    if (!range) return invalid("\"" + text + "\" is not a range of addresses.", "allow_ranges");
    guard.allowed_.push_back(*range);
  }
  return guard;
}

bool AddressGuard::is_public(const Bytes& address) {
  static const auto specials = [] {
    std::vector<Range> ranges;
    for (const auto text : kSpecialV4) ranges.push_back(*range_of(text));
    for (const auto text : kSpecialV6) ranges.push_back(*range_of(text));
    return ranges;
  }();
  Bytes judged = address;
  // A translator would carry this to the IPv4 address inside it.
  if (std::equal(kNat64Prefix.begin(), kNat64Prefix.end(), address.begin())) {
    std::copy(kMappedPrefix.begin(), kMappedPrefix.end(), judged.begin());
  }
  const bool v4 = std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), judged.begin());
  if (!v4 && (judged[0] & 0xE0U) != 0x20U) return false;
  return std::none_of(specials.begin(), specials.end(),
                      [&](const Range& range) { return range.contains(judged); });
}

AddressVerdict AddressGuard::judge(const Bytes& address) const {
  static const auto loopback = [] {
    std::vector<Range> ranges;
    for (const auto text : kLoopback) ranges.push_back(*range_of(text));
    return ranges;
  }();
  const auto holds = [&](const Range& range) { return range.contains(address); };
  if (allow_loopback_ && std::any_of(loopback.begin(), loopback.end(), holds)) {
    return AddressVerdict::kAllowed;
  }
  if (std::any_of(allowed_.begin(), allowed_.end(), holds)) return AddressVerdict::kAllowed;
  return is_public(address) ? AddressVerdict::kPublic : AddressVerdict::kRefused;
}

AddressVerdict AddressGuard::judge(const sockaddr& address) const {
  Bytes bytes{};
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    std::memcpy(bytes.data(), &v6.sin6_addr, 16);
  } else if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    std::copy(kMappedPrefix.begin(), kMappedPrefix.end(), bytes.begin());
    std::memcpy(bytes.data() + 12, &v4.sin_addr, 4);
  } else {
    return AddressVerdict::kRefused;
  }
  return judge(bytes);
}

AddressVerdict AddressGuard::judge(std::string_view address) const {
  const auto bytes = bytes_of(address);
  return bytes ? judge(*bytes) : AddressVerdict::kRefused;
}

}  // namespace rapport
