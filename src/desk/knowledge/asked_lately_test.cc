#include "desk/knowledge/asked_lately.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>

namespace rapport {
namespace {

std::vector<Article> shop() {
  std::vector<Article> out(3);
  out[0].title = "How do I return something?";
  out[0].markdown = "Send it back within 30 days.";
  out[1].title = "When are you open?";
  out[1].markdown = "Monday to Saturday, from nine to six.";
  out[2].title = "Where are you open on Sundays?";
  out[2].markdown = "In Lyon and in Ghent.";
  for (Article& each : out) each.language = "en";
  return out;
}

std::string post(std::size_t number) {
  return std::to_string(number) +
         (number % 2 == 0 ? ": on Saturday, or in Ghent?" : ": can I return it?");
}

TEST(AskedLatelyTest, AnswersAsTheIndexDoesHoweverOftenAndWhateverWasAskedBetween) {
  const ArticleIndex index(shop());
  AskedLately lately(index, 1);
  for (std::size_t round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < 2 * AskedLately::kMost; ++i) {
      for (const std::size_t number : {i, i / 2}) {
        ASSERT_EQ(index.suggest(post(number), 1), *lately.suggest(post(number)));
      }
    }
  }
}

TEST(AskedLatelyTest, LooksOnceAsLongAsItIsRemembered) {
  const ArticleIndex index(shop());
  AskedLately lately(index, 3);
  const AskedLately::Answer first = lately.suggest(post(0));
  EXPECT_EQ(2U, first->size());
  for (std::size_t i = 1; i < AskedLately::kMost; ++i) lately.suggest(post(i));
  EXPECT_EQ(first, lately.suggest(post(0))) << "the very same";
  for (std::size_t i = 1; i <= AskedLately::kMost; ++i) lately.suggest(post(i));
  const AskedLately::Answer again = lately.suggest(post(0));
  EXPECT_NE(first, again) << "forgotten meanwhile";
  EXPECT_EQ(*first, *again);
}

TEST(AskedLatelyTest, ManyAskAtOnce) {
  const ArticleIndex index(shop());
  AskedLately lately(index, 3);
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < 200; ++i) {
        const std::string text = post((i * (t + 1)) % 50);
        if (*lately.suggest(text) != index.suggest(text, 3)) ++wrong;
      }
    });
  }
  for (std::thread& each : threads) each.join();
  EXPECT_EQ(0, wrong);
}

}  // namespace
}  // namespace rapport
