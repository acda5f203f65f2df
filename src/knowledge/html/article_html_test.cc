#include "knowledge/html/article_html.h"

#include <gtest/gtest.h>

#include <set>

#include "knowledge/testing/html_shape.h"

namespace rapport {
namespace {

std::string body_of(std::string_view markdown) {
  const std::string body = article_html(markdown).body.text();
  EXPECT_EQ(testing::HtmlShape::wrong_with(body), "") << body;
  return body;
}

TEST(ArticleHtml, WritesWhatMarkdownSays) {
  EXPECT_EQ(body_of("One *two* **three** `four` ~~five~~"),
            "<p>One <em>two</em> <strong>three</strong> <code>four</code> <del>five</del></p>");
  EXPECT_EQ(body_of("- a\n- b\n\n3. c"),
            "<ul><li>a</li><li>b</li></ul><ol start=\"3\"><li>c</li></ol>");
  EXPECT_EQ(body_of("> q\n\n---\n"), "<blockquote><p>q</p></blockquote><hr>");
  EXPECT_EQ(body_of("```\na < b\n```"), "<pre><code>a &lt; b\n</code></pre>");
  EXPECT_EQ(body_of("- [x] done\n- [ ] open"),
            "<ul><li class=\"task\">☑ done</li><li class=\"task\">☐ open</li></ul>");
  EXPECT_EQ(body_of("|a|b|\n|---|--:|\n|1|2|"),
            "<div class=\"wide\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>"
            "<thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"end\">b</th></tr></thead>"
            "<tbody><tr><td>1</td><td class=\"end\">2</td></tr></tbody></table></div>");
}

TEST(ArticleHtml, PutsHeadingsUnderThePagesTitleWithoutGaps) {
  const auto made = article_html("## Send it *back*\n\n#### Deep\n\n# Top\n\n## Send it back\n");
  ASSERT_EQ(made.headings.size(), 4U);
  EXPECT_EQ(made.headings[0], (ArticleHeading{2, "send-it-back", "Send it back"}));
  EXPECT_EQ(made.headings[1], (ArticleHeading{3, "deep", "Deep"}));
  EXPECT_EQ(made.headings[2].level, 2);
  EXPECT_EQ(made.headings[3], (ArticleHeading{3, "send-it-back-2", "Send it back"}));
  EXPECT_NE(made.body.text().find("<h2 id=\"send-it-back\">Send it <em>back</em></h2>"),
            std::string::npos);
}

TEST(ArticleHtml, GivesEachHeadingAnIdOfItsOwn) {
  const auto made = article_html("# Part\n# Part 2\n# Part\n# main\n# ???\n# Größe: Überweisung\n");
  std::vector<std::string> ids;
  for (const auto& each : made.headings) ids.push_back(each.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"part", "part-2", "part-3", "main-2", "part-4",
                                           "grösse-überweisung"}));
}

TEST(ArticleHtml, CountsOnThroughManyOfOneName) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "# Part\n";
  const auto made = article_html(text);
  ASSERT_EQ(made.headings.size(), 20'000U);
  std::set<std::string> ids;
  for (const auto& each : made.headings) ids.insert(each.id);
  EXPECT_EQ(ids.size(), 20'000U);
  EXPECT_EQ(made.headings.back().id, "part-20000");
}

TEST(ArticleHtml, LetsNoForeignHtmlThrough) {
  EXPECT_EQ(body_of("<script>alert(1)</script>\n"), "");
  EXPECT_EQ(body_of("<div onclick=\"x()\">Hello <b>you</b></div>\n"), "<p>Hello you</p>");
  EXPECT_EQ(body_of("a <img src=x onerror=alert(1)> b"), "<p>a  b</p>");
  EXPECT_EQ(body_of("<!-- from somewhere -->\n\nText"), "<p>Text</p>");
}

TEST(ArticleHtml, LinksOnlyWhereLinksMayLead) {
  EXPECT_EQ(body_of("[a](https://example.org/?a=1&b=2 \"t\")"),
            "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"nofollow noopener\" title=\"t\">"
            "a</a></p>");
  EXPECT_EQ(body_of("[a](javascript:alert(1)) [b](data:text/html,x) [c](/x) [d](//x.y)"),
            "<p><span>a</span> <span>b</span> <span>c</span> <span>d</span></p>");
  EXPECT_EQ(body_of("[a](&#106;avascript:x)"), "<p><span>a</span></p>");
  EXPECT_EQ(body_of("[a](#deep)"), "<p><a href=\"#deep\">a</a></p>");
  EXPECT_EQ(body_of("<help@example.org>"),
            "<p><a href=\"mailto:help@example.org\" rel=\"nofollow noopener\">help@example.org</a>"
            "</p>");
}

TEST(ArticleHtml, ShowsPicturesByHttpsAlone) {
  EXPECT_EQ(body_of("![A *red* box](https://example.org/a.png)"),
            "<p><img src=\"https://example.org/a.png\" alt=\"A red box\" loading=\"lazy\" "
            "decoding=\"async\" referrerpolicy=\"no-referrer\"></p>");
  EXPECT_EQ(body_of("![A box](http://example.org/a.png)"), "<p>A box</p>");
  EXPECT_EQ(article_html("![](https://example.org/a.png)").picture, "https://example.org/a.png");
}

TEST(ArticleHtml, TellsItsFirstWords) {
  const auto made = article_html("# Title\n\nWithin **30 days**\nyou may.\n\nMore.");
  EXPECT_EQ(made.first_words, "Within 30 days you may.");
  EXPECT_EQ(article_html(std::string(5000, 'a')).first_words.size(), 300U);
}

TEST(ArticleHtml, TakesAnyBytes) {
  std::string odd;
  for (int i = 0; i < 256; ++i) odd += static_cast<char>(i);
  body_of(odd);
  body_of(std::string(2000, '>') + "x");
  body_of(std::string(3000, '['));
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- a\n";
  body_of(deep);
}

}  // namespace
}  // namespace rapport
