#include "desk/listening/explain.h"

#include <gtest/gtest.h>

#include <random>

namespace rapport {
namespace {

const Time kBegin{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2}};
constexpr std::chrono::hours kHour{1};

MentionFacts fact(int number, int hour, int author, std::string text) {
  MentionFacts out;
  out.post = PostId{number};
  out.author = AccountId{author};
  out.said_at = kBegin + hour * kHour;
  out.text = std::move(text);
  return out;
}

Spike spike_of(int hour, int hours = 1) {
  Spike out;
  out.from = kBegin + hour * kHour;
  out.to = out.from + hours * kHour;
  return out;
}

TEST(SpikeExplainer, TellsEachSpikeByWhatIsSaidInItAlone) {
  std::vector<MentionFacts> facts;
  int number = 0;
  for (int hour = 0; hour < 40; ++hour) {
    facts.push_back(fact(++number, hour, 1, "quiet tea in the garden"));
  }
  for (int i = 0; i < 4; ++i) facts.push_back(fact(++number, 10, 2 + i, "kettle recall of tea"));
  facts.push_back(fact(++number, 10, 2, "kettle"));
  for (int i = 0; i < 3; ++i) facts.push_back(fact(++number, 20, 9, "tea strike strike strike"));
  const SpikeExplainer explainer(facts);

  Spike first = spike_of(10);
  explainer.explain(first);
  EXPECT_EQ(first.authors, 5);
  ASSERT_EQ(first.terms.size(), 2U);
  EXPECT_EQ(first.terms[0].word, "kettle");
  EXPECT_EQ(first.terms[0].found, 5);
  EXPECT_EQ(first.terms[1].word, "recall");
  EXPECT_EQ(first.terms[1].found, 4);
  EXPECT_EQ(first.posts, (std::vector<PostId>{PostId{41}, PostId{42}, PostId{43}}));

  Spike second = spike_of(20);
  explainer.explain(second);
  ASSERT_EQ(second.terms.size(), 1U);
  EXPECT_EQ(second.terms[0].word, "strike");
  EXPECT_EQ(second.terms[0].found, 3) << "posts, not words";

  Spike none = spike_of(50);
  explainer.explain(none);
  EXPECT_EQ(none.authors, 0);
  EXPECT_TRUE(none.terms.empty());
  EXPECT_TRUE(none.posts.empty());
}

// The same as counting the words of both sides by themselves.
TEST(SpikeExplainer, CountsAsCountingByItselfDoes) {
  std::mt19937 random(7);
  const std::vector<std::string> words{"kettle", "recall", "garden", "strike", "parcel", "winter"};
  for (int round = 0; round < 50; ++round) {
    std::vector<MentionFacts> facts;
    SaidWordCounts here;
    SaidWordCounts there;
    for (int number = 1; number <= 60; ++number) {
      const int hour = static_cast<int>(random() % 6);
      std::string text;
      for (int word = 0; word < 3; ++word) {
        text += words[(random() % 4 + (hour == 2 ? random() % 3 : 0)) % words.size()] + " ";
      }
      (hour == 2 ? here : there).add(text);
      facts.push_back(fact(number, hour, 1, text));
    }
    Spike spike = spike_of(2);
    SpikeExplainer(facts).explain(spike);
    const auto expected = telling_words(here, there, 3, 2.0, kSpikeWords);
    ASSERT_EQ(spike.terms.size(), expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at) {
      EXPECT_EQ(spike.terms[at].word, expected[at].word);
      EXPECT_EQ(spike.terms[at].found, expected[at].here);
    }
  }
}

}  // namespace
}  // namespace rapport
