#include "store/sql/relevance.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(RelevanceTest, OftenIsBetterThanOnce) {
  const Relevance lamp("lamp");
  EXPECT_GT(lamp.score("lamp or lamp"), lamp.score("lamp or light"));
}

TEST(RelevanceTest, AShortPostIsMoreAboutItThanALongOne) {
  const Relevance lamp("lamp");
  EXPECT_GT(lamp.score("a lamp"),
            lamp.score("a table and a chair and a bed and a window and a lamp and a door"));
}

TEST(RelevanceTest, TheWholeWordIsBetterThanItsBeginning) {
  const Relevance blue("blue");
  EXPECT_GT(blue.score("a blue cup"), blue.score("a bluebell cup"));
  EXPECT_GT(blue.score("a bluebell cup"), 0);
}

TEST(RelevanceTest, OnlyTheLastWordMayBeABeginning) {
  EXPECT_EQ(Relevance("rain jack").score("rainy jackets"), Relevance("x jack").score("y jackets"));
}

TEST(RelevanceTest, WordsInARowAreBetterThanApart) {
  const Relevance search("rain jacket");
  EXPECT_GT(search.score("my rain jacket is torn"), search.score("my jacket in the rain"));
  EXPECT_GT(search.score("my rain jackets"), search.score("my jackets, rain"));
}

TEST(RelevanceTest, CaseAndAccentsDoNotCount) {
  const Relevance search("Über");
  EXPECT_EQ(search.score("über alles"), search.score("UBER ALLES"));
}

TEST(RelevanceTest, NothingFitsNothing) { EXPECT_EQ(0, Relevance("").score("anything")); }

}  // namespace
}  // namespace rapport
