// The public pages over HTTP: for everybody, and nothing of anybody.

#include <gtest/gtest.h>

#include "http/client.h"
#include "http/http_fixture.h"

namespace rapport::testing {
namespace {

class Help : public HttpTest {
 protected:
  Answer put(const std::string& body, const Member& by) {
    return ask(port(), "PUT", "/api/help-site", as(by, body));
  }
  Answer read(const std::string& path, const std::vector<std::string>& headers = {}) {
    return ask(port(), "GET", path, {"", "", "", "", headers});
  }
  static std::string site(const std::string& slug, bool enabled) {
    return R"({"slug":")" + slug + R"(","enabled":)" + (enabled ? "true" : "false") +
           R"(,"title":"Northwind help","intro":"Ask away.","accent":"#0F766E"})";
  }
};

TEST_F(Help, IsProposedByTheWorkspacesNameAndSwitchedOff) {
  start();
  const Answer answer = get("/api/help-site", as(viewer));
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.text("slug"), "northwind");
  EXPECT_EQ(answer.text("title"), "Northwind");
  EXPECT_NE(answer.body.find(R"("enabled":false)"), std::string::npos);
  EXPECT_EQ(read("/help/northwind").status, 404);
}

TEST_F(Help, IsReadByEverybodyOnceItIsOn) {
  start();
  ASSERT_EQ(put(site("northwind", true), owner).status, 200);
  const Answer page = read("/help/northwind");
  ASSERT_EQ(page.status, 200) << page.body;
  EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
  EXPECT_NE(page.body.find("<h1>Northwind help</h1>"), std::string::npos);
  EXPECT_EQ(page.header("set-cookie"), "");
  const std::string policy = page.header("content-security-policy");
  EXPECT_TRUE(policy.starts_with("default-src 'none'; style-src 'sha256-")) << policy;
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_EQ(page.header("x-content-type-options"), "nosniff");
  EXPECT_NE(page.header("cache-control").find("public"), std::string::npos);
  // The same as long as nothing changes.
  const std::string tag = page.header("etag");
  EXPECT_EQ(read("/help/northwind", {"if-none-match: " + tag}).status, 304);
  EXPECT_EQ(read("/help/northwind", {"if-modified-since: " + page.header("last-modified")}).status,
            304);
  ASSERT_EQ(put(R"({"slug":"northwind","enabled":true,"title":"Other"})", owner).status, 200);
  const Answer changed = read("/help/northwind", {"if-none-match: " + tag});
  EXPECT_EQ(changed.status, 200);
  EXPECT_NE(changed.body.find("<h1>Other</h1>"), std::string::npos);
}

TEST_F(Help, GoesWithItsSwitchAndItsAddress) {
  start();
  ASSERT_EQ(put(site("northwind", true), owner).status, 200);
  EXPECT_EQ(read("/help/northwind").status, 200);
  ASSERT_EQ(put(site("north", true), owner).status, 200);
  EXPECT_EQ(read("/help/northwind").status, 404);
  EXPECT_EQ(read("/help/north").status, 200);
  ASSERT_EQ(put(site("north", false), owner).status, 200);
  EXPECT_EQ(read("/help/north").status, 404);
  EXPECT_EQ(read("/help/").status, 404);
  EXPECT_EQ(read("/help/north/search").status, 404);
}

TEST_F(Help, IsSetUpByThoseWhoMayAndAsItShould) {
  start();
  EXPECT_EQ(put(site("northwind", true), agent).status, 403);
  for (const char* slug : {"", "a", "-a", "Ab", "a b", "a/b", "ä"}) {
    EXPECT_EQ(put(site(slug, true), owner).status, 400) << slug;
  }
  const Answer colour = put(R"({"slug":"northwind","title":"x","accent":"red;}"})", owner);
  EXPECT_EQ(colour.status, 400);
  EXPECT_EQ(colour.text("field"), "accent");
  ASSERT_EQ(put(site("northwind", true), owner).status, 200);
  const Answer taken = put(site("northwind", true), stranger);
  EXPECT_EQ(taken.status, 409) << taken.body;
  EXPECT_EQ(taken.text("field"), "slug");
}

// Only what is published, and only this brand's.
TEST_F(Help, ShowsWhatIsPublishedAndNothingElse) {
  int number = 0;
  const auto add = [&](const Member& by, ArticleStatus status, const std::string& slug) {
    KnowledgeEntry entry;
    entry.workspace = by.workspace;
    entry.id = ids.make<ArticleId>();
    entry.status = status;
    entry.language = "en";
    entry.slug = slug;
    entry.title = "Title of " + slug;
    entry.markdown = "Text of parcel " + std::to_string(++number) + " <script>alert(1)</script>";
    entry.created_at = clock.now();
    entry.changed_at = clock.now();
    EXPECT_TRUE(store().write([&](Unit& unit) { return unit.knowledge().add(entry); }));
    return entry;
  };
  start();
  ASSERT_EQ(put(site("northwind", true), owner).status, 200);
  EXPECT_EQ(read("/help/northwind").status, 200);
  KnowledgeEntry shown = add(owner, ArticleStatus::kPublished, "shown");
  add(owner, ArticleStatus::kDraft, "draft");
  add(owner, ArticleStatus::kArchived, "archived");
  add(stranger, ArticleStatus::kPublished, "foreign");
  const Answer home = read("/help/northwind");
  EXPECT_NE(home.body.find("href=\"/help/northwind/shown\">Title of shown</a>"), std::string::npos);
  const Answer found = read("/help/northwind/search?q=parcel+title+draft+archived+foreign");
  const Answer map = read("/help/northwind/sitemap.xml");
  for (const char* hidden : {"draft", "archived", "foreign"}) {
    EXPECT_EQ(read(std::string("/help/northwind/") + hidden).status, 404) << hidden;
    const std::string title = std::string("Title of ") + hidden;
    EXPECT_EQ(home.body.find(title), std::string::npos);
    EXPECT_EQ(found.body.find(title), std::string::npos);
    EXPECT_EQ(map.body.find(std::string("/") + hidden), std::string::npos);
  }
  const Answer page = read("/help/northwind/shown");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.header("content-language"), "en");
  EXPECT_NE(page.body.find("<p>Text of parcel 1 alert(1)</p>"), std::string::npos);
  EXPECT_NE(found.body.find("<mark>parcel</mark>"), std::string::npos);

  // An address that it had still leads to it; taken back, it is gone at once.
  shown.slug = "shown-now";
  shown.version = 2;
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.knowledge().save(shown); }));
  const Answer moved = read("/help/northwind/shown");
  EXPECT_EQ(moved.status, 301);
  EXPECT_EQ(moved.header("location"), "/help/northwind/shown-now");
  shown.status = ArticleStatus::kDraft;
  shown.version = 3;
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.knowledge().save(shown); }));
  EXPECT_EQ(read("/help/northwind/shown-now").status, 404);
  EXPECT_EQ(read("/help/northwind/shown").status, 404);
}

TEST_F(Help, AnswersOnlyReading) {
  start();
  ASSERT_EQ(put(site("northwind", true), owner).status, 200);
  EXPECT_EQ(ask(port(), "POST", "/help/northwind", {}).status, 405);
  const Answer head = ask(port(), "HEAD", "/help/northwind", {});
  EXPECT_EQ(head.status, 200);
  EXPECT_TRUE(head.body.empty());
  const Answer missing = read("/help/northwind/no-such-page");
  EXPECT_EQ(missing.status, 404);
  EXPECT_NE(missing.body.find("role=\"search\""), std::string::npos);
  EXPECT_EQ(missing.header("cache-control"), "no-store");
  const Answer moved = read("/help/northwind/");
  EXPECT_EQ(moved.status, 301);
  EXPECT_EQ(moved.header("location"), "/help/northwind");
  const Answer found = read("/help/northwind/search?q=%3Cscript%3E");
  EXPECT_EQ(found.status, 200);
  EXPECT_EQ(found.body.find("<script>"), std::string::npos);
  const Answer map = read("/help/northwind/sitemap.xml");
  EXPECT_EQ(map.header("content-type"), "application/xml; charset=utf-8");
  EXPECT_NE(map.body.find("/help/northwind</loc>"), std::string::npos);
}

TEST_F(Help, ComesSmallerToWhoTakesItSo) {
  start();
  ASSERT_EQ(put(site("northwind", true), owner).status, 200);
  const Answer plain = read("/help/northwind");
  const Answer zipped = read("/help/northwind", {"accept-encoding: gzip, br"});
  EXPECT_EQ(zipped.header("content-encoding"), "gzip");
  EXPECT_LT(zipped.body.size(), plain.body.size() / 2);
  EXPECT_NE(zipped.header("etag"), plain.header("etag"));
  EXPECT_EQ(read("/help/northwind", {"accept-encoding: gzip;q=0"}).header("content-encoding"), "");
}

}  // namespace
}  // namespace rapport::testing
