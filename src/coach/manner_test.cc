#include "coach/manner.h"

#include <gtest/gtest.h>

#include "coach/rules/answer_signs.h"
#include "coach/sign_table.h"
#include "coach/word_classes.h"

namespace rapport::coach {
namespace {

TEST(Manner, AWordHasItsClassByItselfOrByItsBeginning) {
  EXPECT_EQ(class_of_word("en", "hotline"), "place");
  EXPECT_EQ(class_of_word("de", "hotline"), "place");
  EXPECT_EQ(class_of_word("de", "strengsten"), "absolute");
  EXPECT_EQ(class_of_word("en", "strengsten"), "");
  EXPECT_EQ(class_of_word("nl", "hotline"), "");
  EXPECT_EQ(class_of_word("en", ""), "");
}

TEST(Manner, TheTablesThatAreShippedAreWhole) {
  EXPECT_EQ(manner_table().wrong_lines, 0U);
  EXPECT_GT(manner_table().rows.size(), 1000U);
  EXPECT_NE(manner_table().sure_from, MannerWeights{});
  EXPECT_EQ(answer_table().wrong_lines, 0U);
  EXPECT_GT(answer_table().rows.size(), kAnswerSigns);
}

TEST(Manner, ALineThatIsNoneIsLeftOutAndCounted) {
  const SignTable<kManners> table(
      "# a remark\nsure from\t1\t2\t3\t4\t5\t6\t7\t8\t9\nalways \t-1\t0\t0\t0\t0\t0\t0\t0\t40\n"
      "few\t1\nmany\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\nwords\tone\t2\t3\t4\t5\t6\t7\t8\t9");
  EXPECT_EQ(table.wrong_lines, 3U);
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].name, "always ");
  EXPECT_EQ(table.rows[0].weights.front(), -1);
  EXPECT_EQ(table.rows[0].weights.back(), 40);
  EXPECT_EQ(table.sure_from.back(), 9);
}

TEST(Manner, TheSameSignTwiceWeighsOnce) {
  Signs once;
  once.put("list", "sell");
  Signs twice = once;
  twice.put("list", "sell");
  EXPECT_GT(score_of(weigh(once), Manner::kSells), 0);
  EXPECT_EQ(weigh(once), weigh(twice));
}

TEST(Manner, BothHaveToBeLikelyWhereOnlySomebodyUpsetCounts) {
  MannerScores scores{};
  scores[static_cast<std::size_t>(Manner::kUnheard)] = 9;
  EXPECT_TRUE(is_so_to_upset(9, scores, Manner::kUnheard));
  EXPECT_FALSE(is_so_to_upset(-9, scores, Manner::kUnheard));
  EXPECT_FALSE(is_so_to_upset(9, MannerScores{}, Manner::kUnheard));
}

}  // namespace
}  // namespace rapport::coach
