#include "text/html/text.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace rapport {
namespace {

TEST(HtmlText, ReadsAMastodonPost) {
  const auto out = text_of_html(
      R"(<p><span class="h-card" translate="no"><a href="https://m.example/@harbour" class="u-url mention">@<span>harbour</span></a></span> is the oven&nbsp;on? &lt;3</p>)"
      R"(<p>See <a href="https://www.example.com/a/very/long/address" target="_blank"><span class="invisible">https://www.</span><span class="ellipsis">example.com/a/very</span><span class="invisible">/long/address</span></a><br>)"
      R"(<a href="https://m.example/tags/rye" class="mention hashtag" rel="tag">#<span>rye</span></a></p>)");
  EXPECT_FALSE(out.is_source);
  EXPECT_EQ(out.text, "@harbour is the oven\u00a0on? <3\n\nSee example.com/a/very…\n#rye");
  ASSERT_EQ(out.entities.size(), 3U);
  EXPECT_EQ(out.entities[0].kind, EntityKind::kMention);
  EXPECT_EQ(out.entities[0].value, "https://m.example/@harbour");
  EXPECT_EQ(out.text.substr(out.entities[0].begin, out.entities[0].end - out.entities[0].begin),
            "@harbour");
  EXPECT_EQ(out.entities[1].kind, EntityKind::kLink);
  EXPECT_EQ(out.entities[1].value, "https://www.example.com/a/very/long/address");
  EXPECT_EQ(out.text.substr(out.entities[1].begin, out.entities[1].end - out.entities[1].begin),
            "example.com/a/very…");
  EXPECT_EQ(out.entities[2].kind, EntityKind::kTag);
  EXPECT_EQ(out.entities[2].value, "rye");
}

TEST(HtmlText, KeepsTheShapeOfParagraphsListsAndCode) {
  EXPECT_EQ(text_of_html("plain text &amp; more").text, "plain text & more");
  EXPECT_EQ(text_of_html("<p>one</p>\n<p>two<br/>three</p>").text, "one\n\ntwo\nthree");
  EXPECT_EQ(text_of_html("<p>a</p><ul><li>b</li><li>c</li></ul><p>d</p>").text,
            "a\n\n- b\n- c\n\nd");
  EXPECT_EQ(text_of_html("<pre>a\nb</pre>").text, "a\nb");
  EXPECT_EQ(text_of_html("  <p> much \n  space </p> ").text, "much space");
  EXPECT_EQ(text_of_html("<p>hi <img class='emoji' alt=':wave:' src='x'></p>").text, "hi :wave:");
  EXPECT_EQ(text_of_html("<p>Привет, 世界 🎉</p>").text, "Привет, 世界 🎉");
  EXPECT_EQ(text_of_html("").text, "");
  EXPECT_EQ(text_of_html("<p></p>").text, "");
}

TEST(HtmlText, ShowsNothingOfScriptsAndStrangeAddresses) {
  EXPECT_EQ(text_of_html("<script>alert(1)</script><style>p{}</style><!-- x -->ok").text, "ok");
  const auto out = text_of_html("<a href='javascript:alert(1)'>click</a>");
  EXPECT_EQ(out.text, "click");
  EXPECT_TRUE(out.entities.empty());
}

TEST(HtmlText, ShowsTheSourceOfWhatIsNoPost) {
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  const auto nested = text_of_html(deep + "x");
  EXPECT_TRUE(nested.is_source);
  EXPECT_TRUE(nested.text.starts_with("<div><div>"));
  const auto large = text_of_html(std::string(kMostHtmlBytes + 1, 'x'));
  EXPECT_TRUE(large.is_source);
  EXPECT_FALSE(text_of_html(std::string(kMostHtmlBytes, 'x')).is_source);
}

TEST(HtmlText, StaysValidWhateverComes) {
  for (const std::string& html : {std::string("\xFF\xFE<p>\xC3</p>"), std::string("a\0b", 3),
                                  std::string("&#0;&#xD800;&#x110000;&#x1F389;"),
                                  std::string("<p><a href='https://x.example'><b>un</p>closed")}) {
    EXPECT_TRUE(is_utf8(text_of_html(html).text)) << html;
  }
}

}  // namespace
}  // namespace rapport
