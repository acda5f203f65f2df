#include "knowledge/html/html_writer.h"

#include <gtest/gtest.h>

#include "knowledge/testing/html_shape.h"

namespace rapport {
namespace {

TEST(HtmlWriter, EscapesWhateverIsNotItsOwn) {
  HtmlWriter writer;
  writer.open("p").with("title", "\"><script>").text("<b>&\x01\xff</b>");
  EXPECT_EQ(std::move(writer).finish().text(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;\xEF\xBF\xBD&lt;/b&gt;</p>");
}

TEST(HtmlWriter, ClosesWhatIsOpen) {
  HtmlWriter writer;
  writer.open("div").open("ul").open("li");
  writer.open("br");
  writer.text("x");
  EXPECT_EQ(std::move(writer).finish().text(), "<div><ul><li><br>x</li></ul></div>");
}

TEST(HtmlWriter, WritesAddressesOnlyAsSuch) {
  HtmlWriter writer;
  writer.open("a").with("href", "javascript:alert(1)").text("a");
  EXPECT_EQ(std::move(writer).finish().text(), "<a>a</a>");
}

TEST(HtmlWriter, EndsNoScriptByItsData) {
  HtmlWriter writer;
  writer.open("script").with("type", "application/ld+json");
  writer.data_block(R"({"a":"</script><!-- & -->"})");
  const std::string text = std::move(writer).finish().text();
  EXPECT_EQ(text,
            "<script type=\"application/ld+json\">"
            R"({"a":"\u003c/script\u003e\u003c!-- \u0026 --\u003e"})"
            "</script>");
}

TEST(SafeUrl, LeadsOnlyWhereItMay) {
  EXPECT_EQ(SafeUrl::parse(" https://example.org/a?b=c#d ")->text(), "https://example.org/a?b=c#d");
  EXPECT_EQ(SafeUrl::parse("mailto:a@example.org")->text(), "mailto:a@example.org");
  for (const char* each :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "ftp://x.y",
        "//example.org", "/x", "", "java\nscript:x", "https://user:pass@example.org",
        "mailto:", "https://example.org/\"onload=x", "file:///etc/passwd", " \x01javascript:x"}) {
    EXPECT_FALSE(SafeUrl::parse(each)) << each;
  }
  EXPECT_TRUE(SafeUrl::path("/help/a?b=c"));
  EXPECT_FALSE(SafeUrl::path("//evil.example"));
  EXPECT_FALSE(SafeUrl::path("/\\evil.example"));
  EXPECT_FALSE(SafeUrl::path("https://evil.example"));
}

}  // namespace
}  // namespace rapport
