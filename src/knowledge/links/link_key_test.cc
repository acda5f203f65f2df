#include "knowledge/links/link_key.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(LinkKey, IsTheSameForWaysToWriteOneAddress) {
  const std::string key = link_key("https://example.org/help/returns");
  EXPECT_EQ("example.org/help/returns", key);
  for (const char* each :
       {"http://www.example.org/help/returns/", "https://EXAMPLE.org/help/returns#how",
        "example.org/help/returns", "https://example.org/help/returns?utm_source=x&fbclid=1",
        "https://example.org:443/help/returns"}) {
    EXPECT_EQ(key, link_key(each)) << each;
  }
}

TEST(LinkKey, KeepsWhatNamesAnotherPage) {
  EXPECT_EQ("example.org/a?id=2&v=3", link_key("https://example.org/a?id=2&utm_medium=y&v=3"));
  EXPECT_NE(link_key("https://example.org/a"), link_key("https://example.org/A"));
  EXPECT_NE(link_key("https://example.org/a"), link_key("https://example.org:8443/a"));
  EXPECT_EQ("", link_key("mailto:a@example.org"));
  EXPECT_EQ("", link_key("ftp://example.org/a"));
  EXPECT_EQ("", link_key(""));
}

TEST(LinksIn, FindsTheAddressesOfAText) {
  EXPECT_EQ((std::vector<std::string>{"https://example.org/a?b=c", "example.net/help"}),
            links_in("See https://example.org/a?b=c, or example.net/help. And again"
                     " https://example.org/a?b=c !"));
  EXPECT_TRUE(links_in("Nothing here, ask @ana or #help").empty());
}

}  // namespace
}  // namespace rapport
