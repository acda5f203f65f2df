#include "http/help/pages.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "http/help/choose_language.h"
#include "http/help/compress.h"
#include "http/help/words.h"
#include "knowledge/testing/html_shape.h"
#include "model/help_site.h"

namespace rapport {
namespace {

constexpr const char* kOrigin = "https://rapport.example";
const Time kThen = Time{} + std::chrono::days(20'000);

PublicArticle article(std::string slug, std::string title, std::string markdown,
                      std::string language = "en") {
  PublicArticle out;
  out.slug = std::move(slug);
  out.title = std::move(title);
  out.markdown = std::move(markdown);
  out.language = std::move(language);
  out.published_at = kThen;
  out.changed_at = kThen + std::chrono::days(3);
  return out;
}

class HelpPagesTest : public ::testing::Test {
 protected:
  HelpPagesTest() {
    HelpSite site;
    site.workspace = WorkspaceId{1};
    site.slug = "northwind";
    site.enabled = true;
    site.title = "Northwind & friends";
    site.intro = "Coffee, <mostly>.";
    std::vector<PublicArticle> articles;
    std::string long_text = "Within **30 days** you may return a parcel.\n\n";
    for (const char* heading : {"Pack it", "Post it", "Wait for it"}) {
      long_text += "## " + std::string(heading) + "\n\n";
      for (int i = 0; i < 100; ++i) long_text += "word ";
      long_text += "\n\n";
    }
    articles.push_back(article("returns", "Returning a parcel", long_text));
    articles.back().category = 1;
    articles.push_back(
        article("returns", "Ein Paket zurücksenden", "Sie haben **30 Tage** Zeit.", "de"));
    articles.back().category = 1;
    articles.push_back(article("refunds", "When do I get my refund?",
                               "Your refund is made when the parcel is back.\n"));
    articles.back().questions = {"where is my money"};
    articles.push_back(article("break", "</script><script>alert(1)</script>",
                               "# Is </script> safe?\n\nYes </script><!-- really.\n"));
    articles.push_back(article("arabic", "إرجاع طرد", "يمكنك إرجاع الطرد خلال ٣٠ يومًا.", "ar"));
    PublicArticle talk = article("talk", "How beans are roasted", "A talk.");
    talk.url = "https://video.example/watch?v=1&t=2";
    talk.medium = "video";
    articles.push_back(talk);
    site_ = std::make_unique<PublicSite>(
        site, std::vector<PublicCategory>{{"money", "Money"}, {"parcels", "Parcels"}},
        std::move(articles), kThen + std::chrono::days(9));
  }

  HelpPlace place(const std::string& language = "en") const {
    return {*site_, style_, kOrigin, language};
  }
  const PublicArticle& find(std::string_view slug, std::string_view language = "en") const {
    for (const PublicArticle* each : site_->translations(slug)) {
      if (each->language == language) return *each;
    }
    ADD_FAILURE() << "no " << slug;
    return site_->articles().front();
  }
  std::string article_page(std::string_view slug, const std::string& language = "en") const {
    return good(help_article_page(place(language), find(slug, language)));
  }
  static std::string good(std::string page) {
    EXPECT_EQ("", testing::HtmlShape::wrong_with(page.substr(0, page.size() - 1))) << page;
    EXPECT_EQ(page.find("javascript:"), std::string::npos);
    return page;
  }
  static bool has(const std::string& page, std::string_view part) {
    return page.find(part) != std::string::npos;
  }
  static boost::json::object data_of(const std::string& page) {
    constexpr std::string_view kBegin = "<script type=\"application/ld+json\">";
    const auto at = page.find(kBegin) + kBegin.size();
    return boost::json::parse(page.substr(at, page.find("</script>", at) - at)).as_object();
  }

  Stylesheet style_ = help_stylesheet("#ffdd00");
  std::unique_ptr<PublicSite> site_;
};

TEST_F(HelpPagesTest, HomeShowsWhatThereIsInOneLanguage) {
  const std::string page = good(help_home_page(place()));
  EXPECT_TRUE(has(page, "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"));
  EXPECT_TRUE(has(page, "<h1>Northwind &amp; friends</h1><p>Coffee, &lt;mostly&gt;.</p>"));
  EXPECT_TRUE(has(page, "href=\"/help/northwind/returns?lang=en\">Returning a parcel</a>"));
  EXPECT_TRUE(has(page, "href=\"/help/northwind/refunds\">When do I get my refund?</a>"));
  EXPECT_TRUE(has(page, "href=\"/help/northwind/c/parcels?lang=en\">Parcels</a>"));
  EXPECT_FALSE(has(page, "Money</a>"));  // nothing stands in it
  EXPECT_FALSE(has(page, "Ein Paket"));
  EXPECT_TRUE(
      has(page, "href=\"https://video.example/watch?v=1&amp;t=2\" rel=\"nofollow noopener\""));
  EXPECT_TRUE(has(page, "(video, on another site)"));
  EXPECT_TRUE(has(page,
                  "rel=\"alternate\" hreflang=\"de\" "
                  "href=\"https://rapport.example/help/northwind?lang=de\""));
  EXPECT_EQ(data_of(page)["@type"], "WebSite");
  const std::string german = good(help_home_page(place("de")));
  EXPECT_TRUE(has(german, "<html lang=\"de\""));
  EXPECT_TRUE(has(german, "Ein Paket zurücksenden"));
  EXPECT_TRUE(has(german, ">Suchen</button>"));
}

TEST_F(HelpPagesTest, AnArticleTellsWhereItStandsAndWhatElseToRead) {
  const std::string page = article_page("returns");
  EXPECT_TRUE(has(page, "<title>Returning a parcel – Northwind &amp; friends</title>"));
  EXPECT_TRUE(
      has(page, "name=\"description\" content=\"Within 30 days you may return a parcel.\""));
  EXPECT_TRUE(has(page,
                  "rel=\"canonical\" "
                  "href=\"https://rapport.example/help/northwind/returns?lang=en\""));
  EXPECT_TRUE(has(page,
                  "hreflang=\"de\" "
                  "href=\"https://rapport.example/help/northwind/returns?lang=de\""));
  EXPECT_TRUE(has(page, "Last changed <time datetime=\"2024-10-07\">7 October 2024</time>"));
  EXPECT_TRUE(has(page, "href=\"#pack-it\">Pack it</a>"));
  EXPECT_TRUE(has(page, "<h2 id=\"pack-it\">Pack it</h2>"));
  EXPECT_TRUE(has(page, "See also"));
  EXPECT_TRUE(has(page, "When do I get my refund?"));
  EXPECT_TRUE(has(page, "og:type\" content=\"article\""));
  const auto graph = data_of(page)["@graph"].as_array();
  EXPECT_EQ(graph[0].at("@type"), "Article");
  EXPECT_EQ(graph[0].at("inLanguage"), "en");
  EXPECT_EQ(graph[1].at("itemListElement").as_array().size(), 3U);
  EXPECT_EQ(graph[1].at("itemListElement").at(1).at("item"),
            "https://rapport.example/help/northwind/c/parcels?lang=en");
  // Short ones need no table of contents.
  EXPECT_FALSE(has(article_page("refunds"), "On this page"));
}

TEST_F(HelpPagesTest, AnArticleThatAsksIsAQuestionWithItsAnswer) {
  const auto graph = data_of(article_page("refunds"))["@graph"].as_array();
  EXPECT_EQ(graph[0].at("@type"), "FAQPage");
  EXPECT_EQ(graph[0].at("mainEntity").at(0).at("name"), "When do I get my refund?");
  EXPECT_EQ(graph[0].at("mainEntity").at(0).at("acceptedAnswer").at("text"),
            "Your refund is made when the parcel is back.");
}

TEST_F(HelpPagesTest, NobodysWordsBecomeMarkup) {
  const std::string page = article_page("break");
  EXPECT_TRUE(has(page, "<h1>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1>"));
  EXPECT_EQ(page.find("<script>"), std::string::npos);
  // The one that ends our data, and no other.
  EXPECT_EQ(page.find("</script>"), page.rfind("</script>"));
  EXPECT_EQ(data_of(page)["@graph"].at(0).at("name"), "</script><script>alert(1)</script>");
}

TEST_F(HelpPagesTest, RightToLeftLanguagesRunSo) {
  const std::string page = article_page("arabic", "ar");
  EXPECT_TRUE(has(page, "<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_TRUE(has(page, "lang=\"ar\" dir=\"rtl\">"));
}

TEST_F(HelpPagesTest, FindsAndMarksWhatIsLookedFor) {
  const std::string page = good(help_search_page(place(), " refund <b> "));
  EXPECT_TRUE(has(page, "<h1>Found for “refund &lt;b&gt;”</h1>"));
  EXPECT_TRUE(has(page, "Your <mark>refund</mark> is made when"));
  EXPECT_TRUE(has(page, "name=\"robots\" content=\"noindex, follow\""));
  EXPECT_TRUE(has(page, "value=\"refund &lt;b&gt;\""));
  EXPECT_FALSE(has(page, "canonical"));
  const std::string none = good(help_search_page(place(), "zeppelin"));
  EXPECT_TRUE(has(none, "Nothing found for “zeppelin”"));
  EXPECT_TRUE(has(none, "Try fewer or other words."));
  EXPECT_TRUE(has(good(help_search_page(place(), "")), "<h1>Search</h1>"));
  good(help_search_page(place(), std::string(5000, 'x')));
  good(help_search_page(place(), "\xff\xfe\"><script>"));
}

TEST_F(HelpPagesTest, CategoriesAndMissingPagesLeadOn) {
  const std::string category = good(help_category_page(place(), 1));
  EXPECT_TRUE(has(category, "<h1>Parcels</h1>"));
  EXPECT_TRUE(has(category, "Returning a parcel"));
  const std::string empty = good(help_category_page(place(), 0));
  EXPECT_TRUE(has(empty, "noindex"));
  const std::string missing = good(help_missing_page(place()));
  EXPECT_TRUE(has(missing, "This page is not here"));
  EXPECT_TRUE(has(missing, "role=\"search\" action=\"/help/northwind/search\""));
}

TEST_F(HelpPagesTest, TheSitemapNamesEveryArticleOfOurs) {
  const std::string map = help_sitemap(*site_, kOrigin);
  EXPECT_TRUE(map.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset"));
  EXPECT_TRUE(has(map,
                  "<loc>https://rapport.example/help/northwind/returns?lang=de</loc>"
                  "<lastmod>2024-10-07</lastmod>"));
  EXPECT_TRUE(has(map, "<loc>https://rapport.example/help/northwind</loc>"));
  EXPECT_FALSE(has(map, "talk"));
}

TEST_F(HelpPagesTest, APageIsLight) {
  const std::string page = article_page("returns");
  const std::string zipped = gzip(page);
  ASSERT_FALSE(zipped.empty());
  EXPECT_LT(zipped.size(), 20'000U);
  EXPECT_LT(zipped.size(), page.size());
}

TEST(HelpStyle, AnyColourCanBeRead) {
  for (const char* accent : {"", "#ffffff", "#000000", "#ffdd00", "#0f766e", "#888888", "red"}) {
    const Stylesheet style = help_stylesheet(accent);
    const auto first = style.css.find("--accent:") + 9;
    const auto second = style.css.find("--accent:", first) + 9;
    EXPECT_GE(contrast(style.css.substr(first, 7), "#faf9f7"), 4.5) << accent;
    EXPECT_GE(contrast(style.css.substr(second, 7), "#1f1e1d"), 4.5) << accent;
    EXPECT_GE(contrast(style.css.substr(second, 7), "#2a2927"), 4.5) << accent;
    EXPECT_TRUE(style.hash.starts_with("sha256-"));
  }
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21, 0.01);
  EXPECT_EQ(colour_of("#0F766E"), "#0f766e");
  for (const char* each : {"", "#fff", "red", "#12345g", "0f766e0"}) EXPECT_FALSE(colour_of(each));
}

TEST(HelpLanguage, IsWhatTheBrowserLikesBest) {
  const std::vector<std::string> offered = {"en", "de", "pt-br"};
  EXPECT_EQ(liked_language("de-AT,de;q=0.9,en;q=0.8", offered), "de");
  EXPECT_EQ(liked_language("fr,en;q=0.3,de;q=0.5", offered), "de");
  EXPECT_EQ(liked_language("pt", offered), "pt-br");
  EXPECT_EQ(liked_language("PT-BR", offered), "pt-br");
  EXPECT_EQ(liked_language("fr", offered), std::nullopt);
  EXPECT_EQ(liked_language("de;q=0, en;q=0.1", offered), "en");
  EXPECT_EQ(liked_language("", offered), std::nullopt);
  EXPECT_EQ(liked_language(",;;q=,*", offered), std::nullopt);
}

TEST(HelpLanguage, IsNamedInItsOwnWords) {
  EXPECT_EQ(own_name_of("de"), "Deutsch");
  EXPECT_EQ(own_name_of("x-odd"), "x-odd");
  EXPECT_EQ(long_date(kThen, "de"), "4. Oktober 2024");
  EXPECT_EQ(long_date(kThen, "en"), "4 October 2024");
  EXPECT_TRUE(is_right_to_left("he"));
  EXPECT_FALSE(is_right_to_left("de"));
}

}  // namespace
}  // namespace rapport
