#include "coach/manner.h"

#include <gtest/gtest.h>

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
