#include "knowledge/gaps/gaps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "knowledge/gaps/answered.h"

namespace rapport {
namespace {

const Time kNow = Time{} + std::chrono::days(20'000);

AskedQuestion asked(std::string_view text, std::int64_t person, int hours_ago = 1,
                    std::string_view language = "en") {
  return {text, language, person, kNow - std::chrono::hours(hours_ago), std::nullopt};
}

// Other things people ask, so that words are as rare as they are in life.
std::vector<AskedQuestion> with_others(std::vector<AskedQuestion> questions) {
  for (const char* each : {"When do you close on Sunday?", "Is the blue teapot coming back?",
                           "Do you have gift boxes for tea?", "Which grinder fits a French press?",
                           "Are your bags compostable?", "Who designs your mugs?",
                           "Can I visit the roastery?", "What does a light roast taste like?"}) {
    questions.push_back(asked(each, 1000 + static_cast<std::int64_t>(questions.size())));
  }
  return questions;
}

std::string names(const std::vector<FoundGap>& gaps) {
  std::string out;
  for (const FoundGap& each : gaps) out += each.name + "; ";
  return out;
}

TEST(Gaps, PutsTogetherWhatAsksTheSame) {
  const auto questions = with_others({
      asked("How do I pause my subscription?", 1),
      asked("can i pause the subscription for a month", 2),
      asked("I'd like to pausing my subscriptions while on holiday, how?", 3),
      asked("Do you ship to Norway?", 4),
      asked("Is shipping to Norway possible??", 5),
  });
  const auto gaps = find_gaps(questions, kNow);
  ASSERT_EQ(gaps.size(), 2U);
  auto first = gaps[0].questions;
  std::ranges::sort(first);
  EXPECT_EQ(first, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(gaps[0].people, 3U);
  EXPECT_EQ(gaps[0].name.substr(0, 18), "pause subscription");
  EXPECT_EQ(gaps[1].people, 2U);
  EXPECT_NE(gaps[1].name.find("norway"), std::string::npos);
}

TEST(Gaps, RanksByWhoWaitsThenByWhoAskedThenByTheLast) {
  auto questions = with_others({
      asked("Where is the invoice of my order?", 1, 2),
      asked("where is the invoice of my order", 1, 3),
      asked("Where is my invoice for the order?", 1, 4),
      asked("where's the invoice of the order", 1, 5),
      asked("Where's my invoice of that order?", 1, 6),
      asked("Can I return opened coffee beans?", 5, 20),
      asked("can I return coffee beans that are opened", 6, 20),
      asked("return opened beans of coffee, can I?", 7, 20),
  });
  GapOptions options;
  options.fewest_people = 1;
  auto gaps = find_gaps(questions, kNow, options);
  ASSERT_GE(gaps.size(), 2U) << names(gaps);
  EXPECT_NE(gaps[0].name.find("beans"), std::string::npos) << "three people wait";
  EXPECT_EQ(gaps[0].waiting, 3U);
  EXPECT_EQ(gaps[0].questions.size(), 3U);
  EXPECT_EQ(gaps[1].waiting, 1U);
  const auto often = std::ranges::max_element(
      gaps, {}, [](const FoundGap& each) { return each.questions.size(); });
  EXPECT_EQ(often->questions.size(), 5U) << names(gaps);
  EXPECT_EQ(often->waiting, 1U) << "one asked five times";

  // Who has an answer waits no more.
  questions[2].person = 2;
  for (const std::size_t answered : {5U, 6U}) questions[answered].answered_at = kNow;
  gaps = find_gaps(questions, kNow);
  ASSERT_EQ(gaps.size(), 2U) << names(gaps);
  EXPECT_NE(gaps[0].name.find("invoice"), std::string::npos) << names(gaps);
  EXPECT_EQ(gaps[0].longest_wait, std::chrono::hours(6));
  EXPECT_EQ(gaps[1].people, 3U);

  // As many wait: more asked.
  questions[5].answered_at.reset();
  gaps = find_gaps(questions, kNow);
  EXPECT_NE(gaps[0].name.find("beans"), std::string::npos) << names(gaps);

  // And as many asked: the one that was asked last.
  questions[6].person = questions[7].person;
  gaps = find_gaps(questions, kNow);
  ASSERT_EQ(gaps.size(), 2U) << names(gaps);
  EXPECT_EQ(gaps[0].people, gaps[1].people);
  EXPECT_NE(gaps[0].name.find("invoice"), std::string::npos) << names(gaps);
}

TEST(Gaps, ASingleWordInCommonIsNoneOfTwoPeople) {
  EXPECT_EQ("", names(find_gaps(with_others({asked("Is the buckle mended?", 1),
                                             asked("Where can I buy this buckle?", 2)}),
                                kNow)));
}

TEST(Gaps, WhatOnePersonSaysTwiceIsNotWhatTwoSay) {
  // Of both there is only the driver.
  const auto questions = with_others({
      asked("Lost under the bus driver: can I put my daughter's nebuliser in it tomorrow?", 1),
      asked("I carry my daughter's nebuliser in mine. Is it safe, driver?", 1),
      asked("You can use it. Please put in the driver.", 2),
  });
  EXPECT_EQ("", names(find_gaps(questions, kNow)));
  auto both = questions;
  both[2].text = "Is my daughter's nebuliser safe in it?";
  const auto gaps = find_gaps(both, kNow);
  ASSERT_EQ(1U, gaps.size()) << names(gaps);
  EXPECT_NE(gaps[0].name.find("nebuliser"), std::string::npos) << names(gaps);
  EXPECT_EQ(gaps[0].name.find("driver"), std::string::npos) << names(gaps);
}

TEST(Gaps, WhoAsksAHundredTimesNamesNothingAlone) {
  std::vector<AskedQuestion> questions;
  for (int i = 0; i < 150; ++i) {
    questions.push_back(asked("Is my daughter's nebuliser safe with the driver of your bus?", 1));
  }
  questions.push_back(asked("Is a pushchair safe with the driver of your bus?", 2));
  questions.push_back(asked("Is a pushchair safe with your driver, in the bus?", 3));
  const auto gaps = find_gaps(with_others(questions), kNow);
  ASSERT_EQ(1U, gaps.size()) << names(gaps);
  EXPECT_EQ(3U, gaps[0].people);
  EXPECT_NE(gaps[0].name.find("pushchair"), std::string::npos) << names(gaps);
  EXPECT_EQ(gaps[0].name.find("nebuliser"), std::string::npos) << names(gaps);
}

TEST(Gaps, OnePersonIsNoGap) {
  EXPECT_EQ("", names(find_gaps(with_others({asked("Where is the invoice?", 1),
                                             asked("where is the invoice?", 1)}),
                                kNow)));
  EXPECT_TRUE(find_gaps({}, kNow).empty());
  const std::vector<AskedQuestion> empty = {asked("", 1), asked("??", 2), asked("", 3)};
  EXPECT_TRUE(find_gaps(empty, kNow).empty());
}

TEST(Gaps, KeepsLanguagesApart) {
  const auto questions = with_others({
      asked("Wann kommt der Newsletter Express?", 1, 1, "de"),
      asked("wann kommt der newsletter express", 2, 1, "de-AT"),
      asked("Wann kommt der Newsletter Express?", 3, 1, "nl"),
      asked("wann kommt der newsletter express", 4, 1, "nl"),
  });
  const auto gaps = find_gaps(questions, kNow);
  ASSERT_EQ(gaps.size(), 2U);
  EXPECT_EQ(gaps[0].questions, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(gaps[1].questions, (std::vector<std::size_t>{2, 3}));
}

TEST(Gaps, IsTheSameHoweverOftenItIsAsked) {
  std::vector<std::string> texts;
  std::vector<AskedQuestion> questions;
  constexpr std::array kThings = {"kettle", "grinder", "filter", "invoice",    "voucher",
                                  "parcel", "teapot",  "roast",  "newsletter", "subscription"};
  constexpr std::array kWays = {"How do I exchange a ", "can i exchange my ", "exchanging the ",
                                "I want to exchange this "};
  for (const char* thing : kThings) {
    for (const char* way : kWays) texts.push_back(std::string(way) + thing + "?");
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    questions.push_back(asked(texts[i], static_cast<std::int64_t>(i)));
  }
  const auto once = find_gaps(questions, kNow);
  const auto again = find_gaps(questions, kNow);
  ASSERT_EQ(once.size(), again.size());
  EXPECT_EQ(once.size(), kThings.size());
  for (std::size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].questions, again[i].questions);
    EXPECT_EQ(once[i].name, again[i].name);
    EXPECT_EQ(once[i].questions.size(), kWays.size());
  }
}

TEST(Gaps, TellsWhatAnArticleAnswers) {
  std::vector<Article> articles(2);
  articles[0].title = "Sending something back";
  articles[0].language = "en";
  articles[0].questions = {"Can I return a parcel?", "Is there a way to get a refund?"};
  articles[0].markdown = "Within 30 days. A gift card from our shop in Norway counts as money.";
  articles[1].title = "Opening hours";
  articles[1].language = "en";
  articles[1].markdown = "We open at eight.";
  const ArticleIndex index(articles);
  const AnswerCheck check(articles);
  const auto share = [&](const char* question) { return check.best(index, question, "en").share; };
  EXPECT_GE(share("How do I return a parcel?"), kAnsweredShare);
  EXPECT_GE(share("returning parcels"), kAnsweredShare);
  EXPECT_EQ(check.best(index, "What are your opening hours?", "en").article, 1U);
  // A word in common, and the rest of it only somewhere in the text.
  EXPECT_GT(share("Can I return the gift card my aunt bought in Norway?"), 0);
  EXPECT_LT(share("Can I return the gift card my aunt bought in Norway?"), kAnsweredShare);
  EXPECT_EQ(share("Does the kettle whistle?"), 0);
  EXPECT_EQ(share(""), 0);
  // The quick look says no only where each article is too far away.
  for (const char* question :
       {"How do I return a parcel?", "returning parcels", "What are your opening hours?", "hours",
        "Can I return the gift card my aunt bought in Norway?", "Does the kettle whistle?", "",
        "a refund for the gift card of a parcel"}) {
    const double best = std::max(check.share(0, question, "en"), check.share(1, question, "en"));
    for (const double least : {0.2, kAnsweredShare, 0.7, 1.0}) {
      EXPECT_EQ(best >= least, check.may_be_answered(question, "en", least))
          << question << " " << best;
    }
  }
}

}  // namespace
}  // namespace rapport
