// What counts as a question, and how many do.

#include <gtest/gtest.h>

#include <algorithm>

#include "coach/testing/reviews.h"

namespace rapport::coach {
namespace {

std::size_t questions_in(std::string_view post) {
  const Review review = review_of(post, "Hello Maya.");
  return static_cast<std::size_t>(
      std::count_if(review.points.begin(), review.points.end(),
                    [](const Point& point) { return point.kind == PointKind::kQuestion; }));
}

TEST(Points, WhatIsQuotedAsksNothing) {
  EXPECT_EQ(questions_in("Your usher laughed. \"Are you lost? Have you a ticket?\" To my son!"),
            0U);
  EXPECT_EQ(questions_in("Your usher laughed. “Are you lost? Have you a ticket?” To my son!"), 0U);
}

TEST(Points, InchesAndQuotationsThatHaveEndedHideNoQuestion) {
  EXPECT_EQ(questions_in("I have a 24\" monitor. Does the arm fit it?"), 1U);
  EXPECT_EQ(questions_in("Auf eurer Seite steht „ausverkauft“. Wann kommt sie wieder?"), 1U);
  EXPECT_EQ(questions_in("Your page says \"sold out\". When is it back?"), 1U);
}

TEST(Points, NobodyAnswersMoreThanForty) {
  std::string post;
  std::string draft;
  for (int i = 0; i < 900; ++i) {
    post += "Is word" + std::to_string(i) + " open? ";
    draft += "Yes, word" + std::to_string(i) + " is open. ";
  }
  EXPECT_EQ(review_of(post, draft).points.size(), 40U);
}

TEST(Points, AChoiceIsMadeByItsWordsAndNotByAThe) {
  const auto answered = [](std::string_view draft) {
    const Review review = review_of("Would that be tea or the cocoa?", draft);
    return !review.points.empty() && review.points[0].answered;
  };
  EXPECT_TRUE(answered("Cocoa, Maya."));
  EXPECT_FALSE(answered("Please send us a message, the team is here for you."));
}

}  // namespace
}  // namespace rapport::coach
