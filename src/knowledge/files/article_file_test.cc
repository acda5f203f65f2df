#include "knowledge/files/article_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "base/utf8.h"

namespace rapport {
namespace {

TEST(ArticleFileTest, FrontMatterSaysWhatTheArticleIs) {
  const Article article = article_of_file(
      "---\r\ntitle: 'Who''s paying?'\nlang: en  # British\ndraft: true\n"
      "tags:\n  - money\nquestions:\n  - \"Do I \\\"pay\\\"?\"\n  - And: who pays\n"
      "url: https://example.org/a#b\n---\n# Costs\n\nNobody.\n",
      "costs");
  EXPECT_EQ(article.id, "costs");
  EXPECT_EQ(article.title, "Who's paying?");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.link, "https://example.org/a#b");
  EXPECT_EQ(article.questions, (std::vector<std::string>{"Do I \"pay\"?", "And: who pays"}));
  EXPECT_EQ(article.markdown, "# Costs\n\nNobody.\n");
}

TEST(ArticleFileTest, AListMayStandInBrackets) {
  const Article article =
      article_of_file("---\nquestions: [\"a, b?\", c , 'd']\nid: 7\n---\n", "x");
  EXPECT_EQ(article.questions, (std::vector<std::string>{"a, b?", "c", "d"}));
  EXPECT_EQ(article.id, "7");
}

TEST(ArticleFileTest, WithoutFrontMatterTheHeadingOrTheNameIsTheTitle) {
  EXPECT_EQ(article_of_file("# Our *hours*\n\nNine to six.", "hours").title, "Our hours");
  EXPECT_EQ(article_of_file("Nine to six.", "hours").title, "hours");
  const Article ruled = article_of_file("---\ntitle: no end", "rule");
  EXPECT_EQ(ruled.markdown, "---\ntitle: no end");
}

RC_GTEST_PROP(ArticleFileTest, WhatIsWrittenIsReadBack, ()) {
  const auto text = [] { return clean_utf8(*rc::gen::arbitrary<std::string>()); };
  Article article;
  article.id = "i" + text();
  article.title = "t" + text();
  article.language = text();
  article.link = text();
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) article.questions.push_back("q" + text());
  article.markdown = text();
  const Article back = article_of_file(file_of_article(article), "name");
  RC_ASSERT(back.id == article.id);
  RC_ASSERT(back.title == article.title);
  RC_ASSERT(back.language == article.language);
  RC_ASSERT(back.link == article.link);
  RC_ASSERT(back.questions == article.questions);
  RC_ASSERT(back.markdown == article.markdown);
}

}  // namespace
}  // namespace rapport
