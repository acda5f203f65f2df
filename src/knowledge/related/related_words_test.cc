#include "knowledge/related/related_words.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "knowledge/search/terms.h"

namespace rapport {
namespace {

std::uint64_t stem(std::string_view word) {
  SearchTerms terms;
  TermCutter("en").cut(word, terms);
  return terms.words.at(0).key;
}

float weight(std::string_view word, std::string_view other) {
  const auto all = related_words("en")->of(stem(word));
  const auto found = std::ranges::find(all, stem(other), &RelatedWord::key);
  return found == all.end() ? 0 : found->weight;
}

TEST(RelatedWordsTest, StandForOneAnother) {
  ASSERT_NE(related_words("en"), nullptr);
  EXPECT_GT(weight("folder", "directory"), 0);
  EXPECT_GT(weight("directories", "folders"), 0) << "whatever the form";
  EXPECT_GT(weight("refund", "reimburse"), 0);
  EXPECT_GT(weight("car", "automobile"), 0) << "by WordNet";
  EXPECT_EQ(weight("folder", "refund"), 0);
  EXPECT_EQ(weight("folder", "folder"), 0) << "a word is no other for itself";
}

TEST(RelatedWordsTest, ARareWordIsRarer) {
  const RelatedWords& english = *related_words("en");
  EXPECT_GT(english.rarity(stem("strudel")), english.rarity(stem("person")) + 2);
  EXPECT_GE(english.rarity(stem("qwrtzblx")), english.rarity(stem("strudel")));
}

TEST(RelatedWordsTest, OnlyEnglishHasThem) {
  EXPECT_EQ(related_words("de"), nullptr);
  EXPECT_EQ(related_words(""), related_words("en")) << "as the stemmer has it";
}

TEST(RelatedWordsTest, WhatIsNoTableIsEmpty) {
  EXPECT_TRUE(RelatedWords("").empty());
  EXPECT_TRUE(RelatedWords("rapport related 1").empty());
  EXPECT_TRUE(RelatedWords("rapport related 1\x02...\x01...\x08 cut off").empty());
  EXPECT_TRUE(RelatedWords("something else, as long as a table would have to be").empty());
}

}  // namespace
}  // namespace rapport
