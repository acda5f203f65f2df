// The public pages as requests meet them: for everybody, and nothing of anybody.

#include "http/help/help_response.h"

#include <gtest/gtest.h>

#include "desk/help/help_desk.h"
#include "store/store.h"
#include "store/testing/samples.h"
#include "store/testing/temp_store.h"

namespace rapport {
namespace {

class HelpResponseTest : public ::testing::Test {
 protected:
  void SetUp() override {
    owner_.role = Role::kOwner;
    stranger_.role = Role::kOwner;
    for (const int number : {1, 2}) {
      ASSERT_TRUE(temp_.store->write(
          [&](Unit& unit) { return unit.members().add_workspace(sample::workspace(number)); }));
    }
  }

  Result<HelpSite> set_up(const std::string& slug, bool enabled = true) {
    return HelpDesk(*temp_.store, clock_)
        .save(owner_, {slug, enabled, "Northwind help", "Ask away.", "#0F766E"});
  }

  KnowledgeEntry add(const Member& by, ArticleStatus status, const std::string& slug,
                     const std::string& language = "en") {
    KnowledgeEntry entry;
    entry.workspace = by.workspace;
    entry.id = ArticleId{++number_};
    entry.status = status;
    entry.language = language;
    entry.slug = slug;
    entry.title = "Title of " + slug;
    entry.markdown = "Text of parcel " + std::to_string(number_) + " <script>alert(1)</script>";
    entry.created_at = clock_.now();
    entry.changed_at = clock_.now();
    const auto added = temp_.store->write([&](Unit& unit) { return unit.knowledge().add(entry); });
    EXPECT_TRUE(added) << added.error().message << added.error().cause;
    return entry;
  }

  void save(const KnowledgeEntry& entry) {
    ASSERT_TRUE(temp_.store->write([&](Unit& unit) { return unit.knowledge().save(entry); }));
  }

  Response read(const std::string& path, const std::string& query = {}, Headers headers = {}) {
    Request request;
    request.path = path;
    request.query = query;
    request.headers = std::move(headers);
    request.headers.emplace_back("host", "localhost:8080");
    request.peer = "127.0.0.1";
    return pages_.respond(request, settings_);
  }

  static std::string header(const Response& response, std::string_view name) {
    for (const auto& [each, value] : response.headers) {
      if (each == name) return value;
    }
    return {};
  }
  static bool has(const Response& response, std::string_view part) {
    return response.body.find(part) != std::string::npos;
  }

  TempStore temp_;
  HandClock clock_{sample::at(1000)};
  HttpSettings settings_;
  HelpPages pages_{*temp_.store, clock_};
  Member owner_ = sample::member(sample::workspace(1).id, 1);
  Member stranger_ = sample::member(sample::workspace(2).id, 2);
  std::int64_t number_ = 0;
};

TEST_F(HelpResponseTest, IsProposedByTheWorkspacesNameAndSwitchedOff) {
  const auto proposed = HelpDesk(*temp_.store, clock_).settings(owner_);
  ASSERT_TRUE(proposed);
  EXPECT_FALSE(proposed->enabled);
  EXPECT_EQ(proposed->title, sample::workspace(1).name);
  EXPECT_EQ(read("/help/" + proposed->slug).status, 404);
  EXPECT_EQ(help_slug_of("Northwind Café & Söhne!"), "northwind-cafe-sohne");
  EXPECT_EQ(help_slug_of("咖啡"), "help");
}

TEST_F(HelpResponseTest, IsSetUpByThoseWhoMayAndAsItShould) {
  for (const char* slug : {"", "a", "-a", "a-", "Ab", "a b", "a/b", "ä"}) {
    const auto refused = set_up(slug);
    ASSERT_FALSE(refused) << slug;
    EXPECT_EQ(refused.error().field, "slug");
  }
  HelpDesk desk(*temp_.store, clock_);
  EXPECT_EQ(desk.save(owner_, {"northwind", true, "x", "", "red;}"}).error().field, "accent");
  EXPECT_EQ(desk.save(owner_, {"northwind", true, "", "", ""}).error().field, "title");
  EXPECT_EQ(desk.save(owner_, {"northwind", true, "a\nb", "", ""}).error().field, "title");
  Member agent = owner_;
  agent.role = Role::kAgent;
  EXPECT_EQ(desk.save(agent, {"northwind", true, "x", "", ""}).error().kind, ErrorKind::kForbidden);
  const auto saved = set_up("northwind");
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->accent, "#0f766e");
  const auto taken = desk.save(stranger_, {"northwind", true, "x", "", ""});
  EXPECT_EQ(taken.error().kind, ErrorKind::kConflict);
  EXPECT_EQ(taken.error().field, "slug");
  EXPECT_EQ(*desk.settings(owner_), *saved);
}

TEST_F(HelpResponseTest, IsReadByEverybodyOnceItIsOn) {
  ASSERT_TRUE(set_up("northwind"));
  const Response page = read("/help/northwind");
  ASSERT_EQ(page.status, 200);
  EXPECT_EQ(header(page, "content-type"), "text/html; charset=utf-8");
  EXPECT_TRUE(has(page, "<h1>Northwind help</h1>"));
  EXPECT_EQ(header(page, "set-cookie"), "");
  const std::string policy = header(page, "content-security-policy");
  EXPECT_TRUE(policy.starts_with("default-src 'none'; style-src 'sha256-")) << policy;
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_EQ(header(page, "cache-control"), "public, max-age=60");
  EXPECT_EQ(header(page, "last-modified"), "Sun, 01 Nov 2026 12:16:40 GMT");
  // The same as long as nothing changes.
  const std::string tag = header(page, "etag");
  const Response same = read("/help/northwind", "", {{"if-none-match", tag}});
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(same.body, "");
  EXPECT_EQ(
      read("/help/northwind", "", {{"if-modified-since", header(page, "last-modified")}}).status,
      304);
  clock_.advance(std::chrono::minutes(1));
  add(owner_, ArticleStatus::kPublished, "shown");
  const Response changed = read("/help/northwind", "", {{"if-none-match", tag}});
  EXPECT_EQ(changed.status, 200);
  EXPECT_TRUE(has(changed, "Title of shown"));
}

TEST_F(HelpResponseTest, GoesWithItsSwitchAndItsAddress) {
  ASSERT_TRUE(set_up("northwind"));
  EXPECT_EQ(read("/help/northwind").status, 200);
  ASSERT_TRUE(set_up("north"));
  EXPECT_EQ(read("/help/northwind").status, 404);
  EXPECT_EQ(read("/help/north").status, 200);
  ASSERT_TRUE(set_up("north", false));
  for (const char* path :
       {"/help/north", "/help/north/search", "/help/north/sitemap.xml", "/help/", "/help/nobody"}) {
    EXPECT_EQ(read(path).status, 404) << path;
  }
}

// Only what is published, and only this brand's.
TEST_F(HelpResponseTest, ShowsWhatIsPublishedAndNothingElse) {
  ASSERT_TRUE(set_up("northwind"));
  KnowledgeEntry shown = add(owner_, ArticleStatus::kPublished, "shown");
  add(owner_, ArticleStatus::kDraft, "draft");
  add(owner_, ArticleStatus::kArchived, "archived");
  add(stranger_, ArticleStatus::kPublished, "foreign");
  const Response home = read("/help/northwind");
  EXPECT_TRUE(has(home, "href=\"/help/northwind/shown\">Title of shown</a>"));
  const Response found = read("/help/northwind/search", "q=parcel+title+draft+archived+foreign");
  EXPECT_TRUE(has(found, "<mark>parcel</mark>"));
  const Response map = read("/help/northwind/sitemap.xml");
  EXPECT_EQ(header(map, "content-type"), "application/xml; charset=utf-8");
  EXPECT_TRUE(has(map, "<loc>http://localhost:8080/help/northwind/shown</loc>"));
  for (const std::string hidden : {"draft", "archived", "foreign"}) {
    EXPECT_EQ(read("/help/northwind/" + hidden).status, 404) << hidden;
    EXPECT_FALSE(has(home, "Title of " + hidden));
    EXPECT_FALSE(has(found, "Title of " + hidden));
    EXPECT_FALSE(has(map, "/" + hidden));
  }
  const Response page = read("/help/northwind/shown");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(header(page, "content-language"), "en");
  EXPECT_TRUE(has(page, "<p>Text of parcel 1 alert(1)</p>"));

  // An address that it had still leads to it; taken back, it is gone at once.
  shown.slug = "shown-now";
  ++shown.version;
  save(shown);
  const Response moved = read("/help/northwind/shown");
  EXPECT_EQ(moved.status, 301);
  EXPECT_EQ(header(moved, "location"), "/help/northwind/shown-now");
  shown.status = ArticleStatus::kDraft;
  ++shown.version;
  save(shown);
  EXPECT_EQ(read("/help/northwind/shown-now").status, 404);
  EXPECT_EQ(read("/help/northwind/shown").status, 404);
}

TEST_F(HelpResponseTest, ACategoryOfDraftsIsNotThereYet) {
  ASSERT_TRUE(set_up("northwind"));
  for (const int number : {1, 2}) {
    const std::string name = "Secret " + std::to_string(number);
    ArticleCategory category{owner_.workspace, ArticleCategoryId{number}, name, name};
    category.slug = "secret-" + std::to_string(number);
    ASSERT_TRUE(
        temp_.store->write([&](Unit& unit) { return unit.knowledge().add_category(category); }));
  }
  KnowledgeEntry draft = add(owner_, ArticleStatus::kDraft, "draft");
  draft.category = ArticleCategoryId{1};
  ++draft.version;
  save(draft);
  KnowledgeEntry shown = add(owner_, ArticleStatus::kPublished, "shown");
  shown.category = ArticleCategoryId{2};
  ++shown.version;
  save(shown);
  EXPECT_EQ(read("/help/northwind/c/secret-1").status, 404);
  EXPECT_EQ(read("/help/northwind/c/secret-2").status, 200);
  EXPECT_FALSE(has(read("/help/northwind"), "Secret 1"));
  EXPECT_TRUE(has(read("/help/northwind/c/secret-2"), "Title of shown"));
}

TEST_F(HelpResponseTest, AnEarlierAddressLeadsToTheLanguageThatIsAskedFor) {
  ASSERT_TRUE(set_up("northwind"));
  for (const std::string language : {"en", "de"}) {
    KnowledgeEntry entry = add(owner_, ArticleStatus::kPublished, "once", language);
    entry.slug = language == "en" ? "returns" : "rueckgabe";
    ++entry.version;
    save(entry);
  }
  EXPECT_EQ(header(read("/help/northwind/once", "lang=de"), "location"),
            "/help/northwind/rueckgabe");
  EXPECT_EQ(header(read("/help/northwind/once", "lang=en"), "location"), "/help/northwind/returns");
  const Response liked = read("/help/northwind/once", "", {{"accept-language", "de-AT,en"}});
  EXPECT_EQ(header(liked, "location"), "/help/northwind/rueckgabe");
  EXPECT_EQ(header(liked, "vary"), "accept-language");
}

TEST_F(HelpResponseTest, SpeaksTheLanguageThatIsAskedFor) {
  ASSERT_TRUE(set_up("northwind"));
  add(owner_, ArticleStatus::kPublished, "returns", "en");
  add(owner_, ArticleStatus::kPublished, "returns", "de");
  add(owner_, ArticleStatus::kPublished, "other", "en");
  const Response liked = read("/help/northwind/returns", "", {{"accept-language", "de-AT,en"}});
  EXPECT_EQ(header(liked, "content-language"), "de");
  EXPECT_EQ(header(liked, "vary"), "accept-encoding, accept-language");
  const Response named =
      read("/help/northwind/returns", "lang=en", {{"accept-language", "de-AT,en"}});
  EXPECT_EQ(header(named, "content-language"), "en");
  EXPECT_EQ(header(named, "vary"), "accept-encoding");
  EXPECT_EQ(header(read("/help/northwind/other", "lang=de"), "content-language"), "en");
  EXPECT_EQ(header(read("/help/northwind", "lang=xx"), "content-language"), "en");
}

TEST_F(HelpResponseTest, LeadsOnFromWhereThereIsNothing) {
  ASSERT_TRUE(set_up("northwind"));
  const Response missing = read("/help/northwind/no-such-page");
  EXPECT_EQ(missing.status, 404);
  EXPECT_TRUE(has(missing, "role=\"search\""));
  EXPECT_EQ(header(missing, "cache-control"), "no-store");
  EXPECT_EQ(read("/help/northwind/c/none").status, 404);
  const Response moved = read("/help/northwind/");
  EXPECT_EQ(moved.status, 301);
  EXPECT_EQ(header(moved, "location"), "/help/northwind");
  const Response found = read("/help/northwind/search", "q=%3Cscript%3E");
  EXPECT_EQ(found.status, 200);
  EXPECT_FALSE(has(found, "<script>"));
}

TEST_F(HelpResponseTest, NamesItselfAsItsOperatorDoes) {
  settings_.public_url = "https://help.example/";
  ASSERT_TRUE(set_up("northwind"));
  EXPECT_TRUE(has(read("/help/northwind"),
                  "rel=\"canonical\" href=\"https://help.example/help/northwind\""));
}

TEST_F(HelpResponseTest, ComesSmallerToWhoTakesItSo) {
  ASSERT_TRUE(set_up("northwind"));
  const Response plain = read("/help/northwind");
  const Response zipped = read("/help/northwind", "", {{"accept-encoding", "gzip, br"}});
  EXPECT_EQ(header(zipped, "content-encoding"), "gzip");
  EXPECT_LT(zipped.body.size(), plain.body.size() / 2);
  EXPECT_NE(header(zipped, "etag"), header(plain, "etag"));
  EXPECT_EQ(
      header(read("/help/northwind", "", {{"accept-encoding", "gzip;q=0"}}), "content-encoding"),
      "");
}

}  // namespace
}  // namespace rapport
