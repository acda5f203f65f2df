#include "networks/address_guard.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace rapport {
namespace {

TEST(AddressGuard, LetsPublicAddressesPass) {
  const AddressGuard guard;
  for (const char* address : {"1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1",
                              "172.32.0.1", "223.255.255.255", "192.0.1.1", "2606:4700::1111",
                              "2a00:1450::1", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8"}) {
    EXPECT_EQ(guard.judge(address), AddressVerdict::kPublic) << address;
  }
}

TEST(AddressGuard, RefusesEverythingSpecial) {
  const AddressGuard guard;
  for (const char* address : {"0.0.0.0",
                              "0.1.2.3",
                              "10.0.0.1",
                              "100.64.0.1",
                              "100.127.255.255",
                              "127.0.0.1",
                              "127.9.9.9",
                              "169.254.169.254",
                              "172.16.0.1",
                              "172.31.255.255",
                              "192.0.0.1",
                              "192.0.2.1",
                              "192.168.1.1",
                              "192.88.99.1",
                              "198.18.0.1",
                              "198.19.255.255",
                              "198.51.100.1",
                              "203.0.113.9",
                              "224.0.0.1",
                              "239.255.255.250",
                              "240.0.0.1",
                              "255.255.255.255",
                              "::",
                              "::1",
                              "::ffff:127.0.0.1",
                              "::ffff:10.0.0.1",
                              "::127.0.0.1",
                              "64:ff9b::7f00:1",
                              "64:ff9b::10.0.0.1",
                              "64:ff9b:1::1",
                              "100::1",
                              "2001::1",
                              "2001:db8::1",
                              "2002:7f00:1::1",
                              "3fff::1",
                              "5f00::1",
                              "fc00::1",
                              "fd12:3456::1",
                              "fe80::1",
                              "fec0::1",
                              "ff02::1",
                              "",
                              "localhost",
                              "0x7f.1"}) {
    EXPECT_EQ(guard.judge(address), AddressVerdict::kRefused) << address;
  }
}

TEST(AddressGuard, SettingsAllowMore) {
  const auto loopback = AddressGuard::make({.allow_loopback = true, .allow_ranges = {}});
  ASSERT_TRUE(loopback);
  EXPECT_EQ(loopback->judge("127.0.0.1"), AddressVerdict::kAllowed);
  EXPECT_EQ(loopback->judge("::1"), AddressVerdict::kAllowed);
  EXPECT_EQ(loopback->judge("::ffff:127.0.0.1"), AddressVerdict::kAllowed);
  EXPECT_EQ(loopback->judge("10.0.0.1"), AddressVerdict::kRefused);
  EXPECT_EQ(loopback->judge("9.9.9.9"), AddressVerdict::kPublic);

  const auto ranges =
      AddressGuard::make({.allow_loopback = false, .allow_ranges = {"10.20.0.0/15", "fd00::/8"}});
  ASSERT_TRUE(ranges);
  EXPECT_EQ(ranges->judge("10.21.255.1"), AddressVerdict::kAllowed);
  EXPECT_EQ(ranges->judge("10.22.0.1"), AddressVerdict::kRefused);
  EXPECT_EQ(ranges->judge("fd99::1"), AddressVerdict::kAllowed);
  EXPECT_EQ(ranges->judge("127.0.0.1"), AddressVerdict::kRefused);

  for (const char* bad : {"", "10.0.0.0/33", "10.0.0.0/", "fd00::/129", "host/8", "10.0.0.0/8x"}) {
    EXPECT_FALSE(AddressGuard::make({.allow_loopback = false, .allow_ranges = {bad}})) << bad;
  }
}

TEST(AddressGuard, JudgesSocketAddresses) {
  const AddressGuard guard;
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  inet_pton(AF_INET, "192.168.0.1", &v4.sin_addr);
  EXPECT_EQ(guard.judge(reinterpret_cast<const sockaddr&>(v4)), AddressVerdict::kRefused);
  inet_pton(AF_INET, "9.9.9.9", &v4.sin_addr);
  EXPECT_EQ(guard.judge(reinterpret_cast<const sockaddr&>(v4)), AddressVerdict::kPublic);
  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  inet_pton(AF_INET6, "::ffff:192.168.0.1", &v6.sin6_addr);
  EXPECT_EQ(guard.judge(reinterpret_cast<const sockaddr&>(v6)), AddressVerdict::kRefused);
  sockaddr other{};
  other.sa_family = AF_UNIX;
  EXPECT_EQ(guard.judge(other), AddressVerdict::kRefused);
}

}  // namespace
}  // namespace rapport
