#include "coach/phrases.h"

#include <gtest/gtest.h>

#include <string>

namespace rapport::coach {
namespace {

std::string first(const Phrases& phrases, std::string_view text, std::string_view language = "en") {
  Side side;
  cut_side(text, side);
  side.language = language;
  const auto spans = phrases.spans(side);
  return spans.empty() ? "" : std::string(side.of(spans[0]));
}

TEST(CoachPhrases, TakeAlternativesBeginningsAndGaps) {
  const Phrases phrases = {{"en", {"thank|thanks .. for reaching", "apolog*", "dm us"}}};
  EXPECT_EQ(first(phrases, "Hi, thank you so much for reaching out."),
            "thank you so much for reaching");
  EXPECT_EQ(first(phrases, "We APOLOGISE."), "APOLOGISE");
  EXPECT_EQ(first(phrases, "Thanks a lot and all the best to you for reaching it"), "");
}

TEST(CoachPhrases, StayInTheirSentenceAndTheirLanguage) {
  const Phrases phrases = {{"en", {"dm us"}}, {"", {"haha*"}}};
  EXPECT_EQ(first(phrases, "No dm. Us too."), "");
  EXPECT_EQ(first(phrases, "Please DM us.", "de"), "");
  EXPECT_EQ(first(phrases, "hahaha", "de"), "hahaha");
}

TEST(CoachPhrases, AGapStaysInItsSentence) {
  const Phrases phrases = {{"en", {"will|birthday .. by|on|about 0*|00*"}}};
  EXPECT_EQ(first(phrases, "Happy birthday Maya. About 10 candles next time!"), "");
  EXPECT_EQ(first(phrases, "We will. Come in on 4 May, Maya."), "");
  EXPECT_EQ(first(phrases, "We will, Maya, be there on 4 May."), "will, Maya, be there on 4");
}

TEST(CoachSide, CutsSentencesAndKnowsQuestions) {
  Side side;
  cut_side("Hi there. Where is it? Thanks 😀", side);
  ASSERT_EQ(side.sentences.size(), 3U);
  EXPECT_FALSE(side.sentences[0].asks);
  EXPECT_TRUE(side.sentences[1].asks);
  EXPECT_EQ(side.of(side.sentences[1].span), "Where is it?");
  EXPECT_EQ(side.emoji.size(), 1U);
}

TEST(CoachSide, StemsAreBeginnings) {
  EXPECT_TRUE(same_stem("crash", "crashes"));
  EXPECT_TRUE(same_stem("delivery", "delivered"));
  EXPECT_TRUE(same_stem("lid", "lids"));
  EXPECT_FALSE(same_stem("park", "paris"));
  EXPECT_FALSE(same_stem("car", "carpet"));
}

}  // namespace
}  // namespace rapport::coach
