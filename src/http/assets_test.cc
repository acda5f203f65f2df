#include "http/assets.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rapport {
namespace {

TEST(Assets, KnowsTheTypesABrowserNeeds) {
  EXPECT_EQ(content_type_of("index.html"), "text/html; charset=utf-8");
  EXPECT_EQ(content_type_of("assets/inbox-3f9a.js"), "text/javascript; charset=utf-8");
  EXPECT_EQ(content_type_of("inter.woff2"), "font/woff2");
  EXPECT_EQ(content_type_of("README"), "application/octet-stream");
}

// The web app may or may not be inside a test build; what is inside must be findable and whole.
TEST(Assets, FindsEveryFileByItsPath) {
  EXPECT_TRUE(std::ranges::is_sorted(assets(), {}, &Asset::path));
  for (const Asset& asset : assets()) {
    EXPECT_EQ(find_asset(asset.path), &asset);
    EXPECT_TRUE(asset.path.starts_with('/'));
    EXPECT_FALSE(asset.path.ends_with(".gz"));
    EXPECT_EQ(asset.etag.size(), 34u);
    if (!asset.gzip_body.empty()) {
      EXPECT_LT(asset.gzip_body.size(), asset.body.size());
      EXPECT_TRUE(asset.gzip_body.starts_with("\x1f\x8b"));
    }
  }
  EXPECT_EQ(find_asset("/no such file"), nullptr);
}

}  // namespace
}  // namespace rapport
