#include "knowledge/import/html_markdown.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "knowledge/passages/passages.h"

namespace rapport {
namespace {

// The words that are read back from what was written.
std::string words_of_markdown(std::string_view markdown) {
  std::string words;
  for (const Passage& each : passages_of(markdown)) words += each.text + "|";
  return words;
}

TEST(HtmlMarkdown, KeepsHeadingsParagraphsAndEmphasis) {
  EXPECT_EQ("## Sending back\n\nWithin **30 days**, *please*.\n\nNext ~~week~~.",
            markdown_of_html("<h2>Sending <span>back</span></h2><p>Within <b>30 days</b>,"
                             "\n <em>please</em>.</p>Next <s>week</s>."));
  EXPECT_EQ("a **b** c", markdown_of_html("a<b> b </b>c"));
  EXPECT_EQ("**ab**", markdown_of_html("<b>a</b><strong>b</strong>"));
  EXPECT_EQ("**a b**", markdown_of_html("<b>a <b>b</b></b>"));
  EXPECT_EQ("a\\\nb", markdown_of_html("<p>a<br>b<br></p>"));
}

TEST(HtmlMarkdown, KeepsListsQuotationsAndCode) {
  EXPECT_EQ("- one\n- two\n  1. in\n  2. side\n\n  more\n- three",
            markdown_of_html("<ul><li>one</li><li>two<ol><li>in</li><li><p>side</p></li></ol>"
                             "<p>more</p></li><li>three</li></ul>"));
  EXPECT_EQ("3. c\n4. d", markdown_of_html("<ol start=3><li>c<li>d</ol>"));
  EXPECT_EQ("> a\n>\n> b", markdown_of_html("<blockquote><p>a</p><p>b</p></blockquote>"));
  EXPECT_EQ("Type ```a``b``` or ``c`d``.",
            markdown_of_html("Type <code>a``b</code> or <kbd>c`d</kbd>."));
  EXPECT_EQ("```\nif (a)\n  b *c*;\n```",
            markdown_of_html("<pre><code>if (a)\n  b *c*;\n</code></pre>"));
  EXPECT_EQ("````\n```\n````", markdown_of_html("<pre>```</pre>"));
}

TEST(HtmlMarkdown, KeepsTables) {
  EXPECT_EQ("| Size | Price |\n| --- | --- |\n| a\\|b | **2** € |\n| c |  |",
            markdown_of_html("<table><thead><tr><th>Size</th><th>Price</th></tr></thead><tbody>"
                             "<tr><td><p>a|b</p></td><td><b>2</b> €</td></tr><tr><td>c</td></tr>"
                             "</tbody></table>"));
}

TEST(HtmlMarkdown, LinksLeadToTheWebOrAreTheirWords) {
  const std::string base = "https://help.example/hc/en/articles/1";
  EXPECT_EQ("[here](https://x.example/a%28b%29)",
            markdown_of_html("<a href='https://x.example/a(b)'>here</a>"));
  EXPECT_EQ("[a](https://help.example/b) [m](mailto:a@b.example)",
            markdown_of_html("<a href='/b'>a</a> <a href='mailto:a@b.example'>m</a>", base));
  EXPECT_EQ("a b c d",
            markdown_of_html("<a href='javascript:alert(1)'>a</a> <a href='#x'>b</a>"
                             " <a href='data:text/html,x'>c</a> <a href='JaVaScRiPt:x'>d</a>",
                             base));
  EXPECT_EQ("a", markdown_of_html("<a href='/b'>a</a>")) << "nobody knows where that is";
  EXPECT_EQ("**[a](https://x.example/)**",
            markdown_of_html("<b><a href='https://x.example/'>a</a></b>"));
  EXPECT_EQ("x", markdown_of_html("<a href='https://x.example/'></a>x"));
  EXPECT_EQ("[Video](https://tube.example/1)",
            markdown_of_html("<iframe src='https://tube.example/1'></iframe>"));
}

TEST(HtmlMarkdown, PicturesStayWhereTheyAre) {
  EXPECT_EQ("![A \\[cup\\]](https://x.example/a.png)",
            markdown_of_html("<img src='https://x.example/a.png' alt='A [cup]'>"));
  EXPECT_EQ("A cup", markdown_of_html("<img src='http://x.example/a.png' alt='A cup'>"));
  EXPECT_EQ("", markdown_of_html("<img src='data:image/png;base64,x' onerror='alert(1)'>"));
}

TEST(HtmlMarkdown, ScriptsStylesAndCommentsAreNothing) {
  EXPECT_EQ("a b", markdown_of_html("a<script>alert(1)</script><style>p{}</style><!-- x --> b"
                                    "<template>t</template><button>k</button>"));
}

TEST(HtmlMarkdown, WordsAreNeverTakenForMarks) {
  for (const std::string words :
       {"# no heading", "1. no item", "- no item", "> no quote", "a *b* _c_ `d` [e](f) <g>",
        "| a | b |", "--- ", "&lt; &amp;copy;", "~~x~~", "snake_case_name", "\\*", "+ a",
        "=====", "![x](y)", "12) x", "* * *"}) {
    std::string html = "<p>";
    for (const char c : words) html += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    const std::string markdown = markdown_of_html(html + "</p>");
    std::string trimmed = words;
    while (trimmed.ends_with(' ')) trimmed.pop_back();
    EXPECT_EQ(trimmed + "|", words_of_markdown(markdown)) << markdown;
  }
}

TEST(HtmlMarkdown, TakesWhatIsBrokenOrMuch) {
  EXPECT_EQ("", markdown_of_html(""));
  EXPECT_EQ("", markdown_of_html("  <p> </p> "));
  EXPECT_EQ("a\n\nb", markdown_of_html("<p>a<div>b"));
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<ul><li><blockquote><div><b>";
  EXPECT_TRUE(is_utf8(markdown_of_html(deep + "word")));
  std::string lists;
  for (int i = 0; i < 60; ++i) lists += "<ul><li>x";
  const std::string nested = markdown_of_html(lists);
  EXPECT_LT(nested.size(), 10'000u);
  EXPECT_EQ("", markdown_of_html(std::string(kMostImportedHtml + 1, 'x')));
}

}  // namespace
}  // namespace rapport
