// What was asked, and what is an answer, a promise or somebody's own.

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "coach/testing/reviews.h"

namespace rapport::coach {
namespace {

std::size_t questions_in(std::string_view post) {
  const Review review = review_of(post, "");
  return static_cast<std::size_t>(
      std::count_if(review.points.begin(), review.points.end(),
                    [](const Point& point) { return point.kind == PointKind::kQuestion; }));
}

TEST(CoachAsked, FindsQuestionsWithoutAMark) {
  EXPECT_EQ(questions_in("I was wondering whether the old dog may come along."), 1U);
  EXPECT_EQ(questions_in("I wonder what size I need, and whether it has wheels."), 2U);
  EXPECT_EQ(questions_in("lovely but does it include a lid"), 1U);
  EXPECT_EQ(questions_in("is it open on monday & do you take cards"), 2U);
  EXPECT_EQ(questions_in("Is the cider vegan? And the perry?"), 2U);
  EXPECT_EQ(questions_in("Je me demandais si le concert sera rediffusé."), 1U);
}

TEST(CoachAsked, NeitherQuotesNorRhetoricAreQuestions) {
  EXPECT_EQ(questions_in("\"can you keep it down\" is what your usher said to my son."), 0U);
  EXPECT_EQ(questions_in("What am I paying council tax for?"), 0U);
  EXPECT_EQ(questions_in("Someone sat down and did that. Thank you."), 0U);
  // One question, whatever it gives to choose from.
  EXPECT_EQ(questions_in("Do I get a hotel or do I sleep on the floor?"), 1U);
}

TEST(CoachAsked, PromisesWhatIsStillToCome) {
  const std::string_view post = "My bag did not arrive.";
  EXPECT_TRUE(finds(post, "You'll have it back by noon tomorrow, Maya.", Rule::kPromise));
  EXPECT_TRUE(finds(post, "All four months are coming back to you, Maya.", Rule::kPromise));
  EXPECT_TRUE(finds(post, "You will receive 50 euros by Monday, Maya.", Rule::kPromise));
  EXPECT_FALSE(finds(post, "It went out on 4 October, Maya.", Rule::kPromise));
  EXPECT_FALSE(finds(post, "I'll tell you here by Friday what I find, Maya.", Rule::kPromise));
}

TEST(CoachAsked, WhereTheyLiveIsTheirs) {
  const std::string_view post = "Where is my parcel?";
  EXPECT_TRUE(finds(post, "It is with your neighbour at 22 Loom Street, Maya.", Rule::kPrivate));
  EXPECT_TRUE(finds(post, "Yours is KQ7T2M, and moved already.", Rule::kPrivate));
  EXPECT_TRUE(finds(post, "I see maya@lindqvist.example has two.", Rule::kPrivate));
  EXPECT_FALSE(finds(post, "Our shop is at 22 Loom Street, Maya.", Rule::kPrivate));
  EXPECT_FALSE(finds(post, "Write to archive@club.example, Maya.", Rule::kPrivate));
}

TEST(CoachAsked, CourtesyAloneIsThin) {
  const std::string_view post = "The chairs in the foyer are wobbly.";
  EXPECT_TRUE(
      finds(post, "Thank you for shopping with us, we hope to see you again soon!", Rule::kThin));
  EXPECT_FALSE(finds(post, "Thank you, the carpenter has them on Monday.", Rule::kThin));
  EXPECT_FALSE(finds(post, "It does, Maya 😊", Rule::kThin));
}

TEST(CoachAsked, OursIsSaidToBeOurs) {
  const std::string_view post = "Which boots are good for wet forests?";
  const auto hides = [post](std::string_view draft) {
    Exchange exchange = exchange_of(post, draft);
    exchange.voice.own = {"Tindra"};
    return finds(exchange, Rule::kOpen);
  };
  EXPECT_TRUE(hides("A Tindra Mid, Maya. You won't need another."));
  EXPECT_TRUE(hides("Vets everywhere agree that leather is better, Maya."));
  EXPECT_FALSE(hides("Our own Tindra Mid, Maya, but we are biased."));
}

TEST(CoachAsked, AHandleWithItsDomainIsWhole) {
  const auto limited = [](std::string_view draft) {
    Exchange exchange = exchange_of("Who has the diary?", draft);
    exchange.network = "bluesky";
    return finds(exchange, Rule::kLimits);
  };
  EXPECT_FALSE(limited("That's @moira.example, Maya."));
  EXPECT_TRUE(limited("That's @moira, Maya."));
}

}  // namespace
}  // namespace rapport::coach
