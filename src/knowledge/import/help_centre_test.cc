#include "knowledge/import/help_centre.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

std::vector<ImportedArticle> read(std::string_view json, HelpCentre from = HelpCentre::kAny) {
  auto found = read_help_centre(json, from);
  EXPECT_TRUE(found) << found.error().message;
  return found.value_or(std::vector<ImportedArticle>{});
}

constexpr std::string_view kZendesk = R"({
  "count": 3, "next_page": null,
  "sections": [{"id": 7, "name": "Orders", "category_id": 9, "locale": "en-us"}],
  "categories": [{"id": 9, "name": "Shop"}],
  "articles": [
    {"id": 36, "url": "https://acme.zendesk.example/api/v2/help_center/en-us/articles/36.json",
     "html_url": "https://acme.zendesk.example/hc/en-us/articles/36-Returns",
     "title": "Returns", "name": "Returns", "locale": "en-us", "source_locale": "en-us",
     "draft": false, "section_id": 7, "label_names": ["a"], "vote_sum": 3,
     "body": "<p>Within <strong>30 days</strong>. <a href=\"/hc/x\">More</a></p>"},
    {"id": 37, "name": "Draft", "locale": "en-us", "draft": true, "section_id": 8, "body": null},
    {"id": 38, "body": "<p>x</p>"},
    "nonsense",
    {"id": 39, "title": "For agents", "body": "<p>x</p>", "user_segment_id": 5},
    {"id": 40, "title": "For some", "body": "<p>x</p>", "user_segment_ids": [5, 6]},
    {"id": 41, "title": "For all", "body": "<p>x</p>", "user_segment_id": null,
     "user_segment_ids": []}]})";

TEST(HelpCentre, ReadsZendesk) {
  const auto all = read(kZendesk);
  ASSERT_EQ(7u, all.size());
  EXPECT_EQ("zendesk:36", all[0].source);
  EXPECT_EQ("Returns", all[0].title);
  EXPECT_EQ("en-us", all[0].language);
  EXPECT_EQ("Orders", all[0].category);
  EXPECT_EQ(ArticleStatus::kPublished, all[0].status);
  EXPECT_EQ("https://acme.zendesk.example/hc/en-us/articles/36-Returns", all[0].url);
  EXPECT_EQ("Within **30 days**. [More](https://acme.zendesk.example/hc/x)", all[0].markdown);
  EXPECT_EQ("", all[0].wrong);
  EXPECT_EQ("Draft", all[1].title);
  EXPECT_EQ(ArticleStatus::kDraft, all[1].status);
  EXPECT_EQ("", all[1].category);
  EXPECT_EQ("It has no title.", all[2].wrong);
  EXPECT_EQ("Article 4", all[3].name);
  EXPECT_EQ("This is no article.", all[3].wrong);
  EXPECT_EQ(ArticleStatus::kDraft, all[4].status) << "it was not for everybody there";
  EXPECT_EQ(ArticleStatus::kDraft, all[5].status);
  EXPECT_EQ(ArticleStatus::kPublished, all[6].status);
}

TEST(HelpCentre, ReadsChatwoot) {
  const auto all = read(R"({"payload": [
    {"id": 4, "title": "Rückgabe", "content": "Innerhalb von **30 Tagen**.", "slug": "170-rueckgabe",
     "status": "published", "description": "x", "category": {"id": 1, "name": "Bestellungen",
     "slug": "b", "locale": "de"}},
    {"id": 5, "title": "Old", "content": "x", "status": 2, "locale": "en"},
    {"id": 6, "title": "New", "content": "x", "status": "draft",
     "portal": {"config": {"default_locale": "fr"}}}],
    "meta": {"articles_count": 3}})");
  ASSERT_EQ(3u, all.size());
  EXPECT_EQ("chatwoot:4", all[0].source);
  EXPECT_EQ("Innerhalb von **30 Tagen**.", all[0].markdown);
  EXPECT_EQ("de", all[0].language);
  EXPECT_EQ("Bestellungen", all[0].category);
  EXPECT_EQ("170-rueckgabe", all[0].slug);
  EXPECT_EQ(ArticleStatus::kPublished, all[0].status);
  EXPECT_EQ(ArticleStatus::kArchived, all[1].status);
  EXPECT_EQ(ArticleStatus::kDraft, all[2].status);
  EXPECT_EQ("fr", all[2].language);
}

TEST(HelpCentre, ReadsAListOfPagesWithSectionsOnAnother) {
  const auto all = read(R"([{"articles": [{"id": 1, "title": "A", "section_id": 7, "body": "a"}]},
    {"sections": [{"id": 7, "name": "Orders"}]}])");
  ASSERT_EQ(1u, all.size());
  EXPECT_EQ("Orders", all[0].category);
}

TEST(HelpCentre, RefusesWhatIsNoExport) {
  for (const char* each : {"", "[]", "{}", "nonsense", R"({"articles": 3})", R"([1, 2])"}) {
    const auto found = read_help_centre(each, HelpCentre::kAny);
    ASSERT_FALSE(found) << each;
    EXPECT_EQ("export", found.error().field);
  }
  EXPECT_FALSE(read_help_centre(kZendesk, HelpCentre::kChatwoot));
  EXPECT_FALSE(read_help_centre(R"({"payload": []})", HelpCentre::kZendesk));
  EXPECT_TRUE(read_help_centre(R"({"payload": []})", HelpCentre::kAny));
}

TEST(ImportedFile, IsReadBackAsTheSame) {
  const auto article = imported_of_file(
      "---\ntitle: \"A: b\"\nid: returns\nlanguage: de\nstatus: archived\nslug: back\n"
      "kind: resource\nmedium: video\ncategory: \"Orders, \\\"old\\\"\"\n"
      "link: https://x.example/\nreview: 2027-01-01T00:00:00Z\nquestions:\n  - Wie?\n"
      "tags: [a]\n---\n# Body\n",
      "folder/returns.md");
  EXPECT_EQ("folder/returns.md", article.name);
  EXPECT_EQ("markdown:returns", article.source);
  EXPECT_EQ(ArticleKind::kResource, article.kind);
  EXPECT_EQ(ArticleStatus::kArchived, article.status);
  EXPECT_EQ(Medium::kVideo, article.medium);
  EXPECT_EQ("back", article.slug);
  EXPECT_EQ("Orders, \"old\"", article.category);
  EXPECT_EQ("2027-01-01T00:00:00Z", article.review_at);
  const auto back = imported_of_file(file_of_imported(article), "other.md");
  EXPECT_EQ(article.source, back.source);
  EXPECT_EQ(article.kind, back.kind);
  EXPECT_EQ(article.status, back.status);
  EXPECT_EQ(article.medium, back.medium);
  EXPECT_EQ(article.slug, back.slug);
  EXPECT_EQ(article.category, back.category);
  EXPECT_EQ(article.review_at, back.review_at);
  EXPECT_EQ(article.questions, back.questions);
  EXPECT_EQ(article.markdown, back.markdown);
}

TEST(ImportedFile, WithoutFrontMatterIsPublishedUnderItsHeading) {
  const auto article = imported_of_file("# Opening hours\n\nFrom nine.", "help/hours.md");
  EXPECT_EQ("Opening hours", article.title);
  EXPECT_EQ("markdown:help/hours", article.source);
  EXPECT_EQ(ArticleStatus::kPublished, article.status);
  EXPECT_EQ(ArticleStatus::kDraft,
            imported_of_file("---\ntitle: x\ndraft: true\n---\ny", "a.md").status);
  EXPECT_EQ("zendesk:36", imported_of_file("---\nid: \"zendesk:36\"\n---\ny", "a.md").source);
}

}  // namespace
}  // namespace rapport
