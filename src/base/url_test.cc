#include "base/url.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Url, ReadsWebAddresses) {
  const auto url = parse_web_url("HTTPS://Bsky.Social/path?q=1");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->origin(), "https://bsky.social");
  EXPECT_EQ(url->path, "/path?q=1");
  EXPECT_EQ(parse_web_url("http://localhost:2583")->origin(), "http://localhost:2583");
  EXPECT_EQ(parse_web_url("https://a.example:443/")->origin(), "https://a.example");
  EXPECT_EQ(parse_web_url("http://[::1]:80")->origin(), "http://[::1]");
  EXPECT_EQ(parse_web_url("http://[::1]:8080/x")->port, 8080);
  EXPECT_EQ(parse_web_url("https://a.example?x")->path, "/?x");
}

TEST(Url, RefusesEverythingElse) {
  for (const char* text :
       {"", "bsky.social", "ftp://a.example", "https://", "https:///x", "https://user@a.example",
        "https://a.example:0", "https://a.example:99999", "https://a.example:", "https://a b",
        "https://a.example\\@b", "javascript:alert(1)", "https://[::1", "https://a.example:8x"}) {
    EXPECT_FALSE(parse_web_url(text)) << text;
  }
}

TEST(Url, EncodesValues) {
  EXPECT_EQ(encode_url_value("at://did:plc:x/a b"), "at%3A%2F%2Fdid%3Aplc%3Ax%2Fa%20b");
  EXPECT_EQ(encode_url_value("ü~"), "%C3%BC~");
}

}  // namespace
}  // namespace rapport
