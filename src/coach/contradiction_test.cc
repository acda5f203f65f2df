// What says otherwise than an article, or than we told somebody who asked the same.

#include <gtest/gtest.h>

#include "coach/testing/reviews.h"

namespace rapport::coach {
namespace {

struct Case {
  std::string_view post;
  std::string_view article;  // its text; the title is "About it"
  std::string_view draft;
};

bool contradicts(const Case& one) {
  Exchange exchange = exchange_of(one.post, one.draft);
  exchange.articles = {{"https://help.example/it", "About it", one.article, {}}};
  exchange.articles_ranked = true;
  return finds(exchange, Rule::kContradiction);
}

TEST(Contradiction, AnotherMeasureOfTheOnlyOneKnown) {
  constexpr std::string_view kPost = "For how long can I return the wool jumper?";
  constexpr std::string_view kArticle =
      "You can return a wool jumper within sixty days, as long as it was not washed.";
  EXPECT_TRUE(contradicts({kPost, kArticle, "Within 30 days yes, Maya."}));
  EXPECT_TRUE(contradicts({kPost, kArticle, "Yes Maya, you can return a jumper for six weeks."}));
  EXPECT_FALSE(contradicts({kPost, kArticle, "Within 60 days yes, Maya."}));
}

TEST(Contradiction, WhatTheDraftLinksIsHeldAgainstIt) {
  Exchange exchange = exchange_of("How soon do I tell you?",
                                  "Tell us six weeks before, Maya: https://help.example/moving");
  exchange.articles = {
      {"https://help.example/moving", "Moving house", "Write at least 14 days before.", {}}};
  EXPECT_TRUE(finds(exchange, Rule::kContradiction));
}

TEST(Contradiction, NearlyTheSameWordsWithANotSayTheOpposite) {
  Exchange exchange = exchange_of("Does the large bag fit under a seat?",
                                  "Hi Maya, the large bag fits under most airline seats.");
  exchange.sent = {{"Does the large bag fit under a seat?",
                    "The large bag does not fit under most airline seats, it is long."}};
  EXPECT_FALSE(finds(exchange, Rule::kContradiction)) << "right too seldom, until it is asked for";
  exchange.rules[Rule::kContradiction] = RuleSetting::kConsider;
  EXPECT_TRUE(finds(exchange, Rule::kContradiction));
  exchange.draft = "Hi Maya, mostly not: the large bag is long.";
  EXPECT_FALSE(finds(exchange, Rule::kContradiction));
}

TEST(Contradiction, WhatIsSaidOfSomeIsHeldAgainstNobody) {
  EXPECT_FALSE(contradicts({"So the account has a fee now?",
                            "From October accounts without a salary cost 2.90 a month.",
                            "Hello Maya, yes, 2.90 from October unless your salary comes in."}));
  EXPECT_FALSE(contradicts({"Do I need an appointment for the flu jab?",
                            "You can just walk in for the flu jab any weekday before five.",
                            "No Maya, come on any weekday before five."}));
}

// A stranger writes the post: it may be as long as they like.
TEST(Contradiction, ALongPostOfQuestionsIsReadOnce) {
  std::string post = "How much is postage to Norway? ";
  std::string draft = "It is 12 euros, Maya. ";
  std::string article = "Postage to Norway costs 9 euros. ";
  for (int i = 0; i < 1500; ++i) {
    post += "How much? ";
    draft += "So it is. ";
    article += "It costs 9 euros. ";
  }
  Exchange exchange = exchange_of(post, draft);
  exchange.articles = {{"https://help.example/it", "Postage", article, {}}};
  exchange.articles_ranked = true;
  EXPECT_TRUE(finds(exchange, Rule::kContradiction));
}

}  // namespace
}  // namespace rapport::coach
