// The web app's files, with and without the app inside this build.

#include <gtest/gtest.h>

#include "http/assets.h"
#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

using WebApp = HttpTest;

TEST_F(WebApp, EveryPathOfTheAppIsItsPage) {
  start();
  const Answer home = get("/", {});
  EXPECT_EQ(home.status, 200);
  EXPECT_EQ(home.header("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(get("/inbox/42", {}).body, home.body);
  EXPECT_EQ(get("/setup?code=x", {}).body, home.body);
  EXPECT_EQ(get("/nothing.js", {}).status, 404);
  EXPECT_EQ(get("/assets/nothing", {}).status, 404);
  EXPECT_EQ(get("/..%2f..%2fetc/passwd.txt", {}).status, 404);
  EXPECT_EQ(get("/%zz", {}).status, 400);
}

TEST_F(WebApp, WithoutTheAppAPageTellsHowToBuildIt) {
  if (find_asset("/index.html")) GTEST_SKIP() << "the app is inside";
  start();
  EXPECT_NE(get("/", {}).body.find("make build"), std::string::npos);
}

TEST_F(WebApp, FilesAreCompressedTaggedAndKept) {
  start();
  int files = 0;
  for (const Asset& asset : assets()) {
    if (asset.gzip_body.empty()) continue;
    SCOPED_TRACE(std::string(asset.path));
    const std::string path(asset.path);
    const Answer plain = get(path, {});
    EXPECT_EQ(plain.body, asset.body);
    EXPECT_EQ(plain.header("content-encoding"), "");
    EXPECT_EQ(plain.header("vary"), "accept-encoding");
    const Answer zipped = get(path, {"", "", "", "", {"Accept-Encoding: br, gzip"}});
    EXPECT_EQ(zipped.header("content-encoding"), "gzip");
    EXPECT_EQ(zipped.body, asset.gzip_body);
    EXPECT_NE(zipped.header("etag"), plain.header("etag"));
    EXPECT_EQ(get(path, {"", "", "", "", {"Accept-Encoding: gzip;q=0"}}).header("content-encoding"),
              "");
    const Answer same = get(path, {"", "", "", "", {"If-None-Match: " + plain.header("etag")}});
    EXPECT_EQ(same.status, 304);
    EXPECT_TRUE(same.body.empty());
    const bool hashed = path.starts_with("/assets/");
    EXPECT_EQ(plain.header("cache-control").find("immutable") != std::string::npos, hashed);
    if (++files == 5) break;
  }
  if (files == 0) GTEST_SKIP() << "no files inside";
}

}  // namespace
}  // namespace rapport::testing
