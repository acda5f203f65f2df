#include "knowledge/passages/passages.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "base/utf8.h"

namespace rapport {
namespace {

std::string shown(const std::vector<Passage>& passages) {
  std::string out;
  for (const Passage& passage : passages) {
    out += to_word(passage.kind);
    if (passage.section != Passage::kNone) out += " under " + passages[passage.section].text;
    out += ": " + passage.text + "\n";
  }
  return out;
}

TEST(PassagesTest, EachBlockIsOneOfItsKind) {
  EXPECT_EQ(shown(passages_of("Before.\n\n# Returns\n\nSend it *back* within\n[30 days](/x).\n\n"
                              "1. Pack it\n2. Print the `label`\n   - at home\n\n"
                              "## Costs\n\n| Where | Price |\n| --- | --- |\n| EU | free |\n\n"
                              "```\nrma new\n```\n")),
            "paragraph: Before.\n"
            "heading: Returns\n"
            "paragraph under Returns: Send it back within 30 days.\n"
            "list_item under Returns: Pack it\n"
            "list_item under Returns: Print the label\n"
            "list_item under Returns: at home\n"
            "heading: Costs\n"
            "table_row under Costs: Where Price\n"
            "table_row under Costs: EU free\n"
            "code under Costs: rma new\n");
}

TEST(PassagesTest, ALooseItemIsAnItemToo) {
  EXPECT_EQ(shown(passages_of("- one\n\n- two\n\n  more\n\nafter")),
            "list_item: one\nlist_item: two\nlist_item: more\nparagraph: after\n");
}

TEST(PassagesTest, HtmlIsItsText) {
  EXPECT_EQ(shown(passages_of("<div>Ring <b>us</b><script>x()</script></div>\n\nFish &amp; "
                              "chips<br>now")),
            "paragraph: Ring us\nparagraph: Fish & chipsnow\n");
}

TEST(PassagesTest, NothingIsNoPassage) {
  EXPECT_TRUE(passages_of("").empty());
  EXPECT_TRUE(passages_of(" \n\n---\n\n&nbsp;\n").empty());
}

RC_GTEST_PROP(PassagesTest, AnyBytesGiveWholeText, (const std::string& bytes)) {
  for (const Passage& passage : passages_of(bytes)) {
    RC_ASSERT(is_utf8(passage.text));
    RC_ASSERT(!passage.text.empty());
  }
}

}  // namespace
}  // namespace rapport
