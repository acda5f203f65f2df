// Learning from corrections, by the engine as it is shipped.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "desk/reading/backlog.h"
#include "desk/reading/readings.h"
#include "desk/testing/desk_fixture.h"
#include "source_dir.h"
#include "text/reading/reader.h"

namespace rapport {
namespace {

std::shared_ptr<const Models> models() {
  static const auto opened = Models::open(std::string(RAPPORT_SOURCE_DIR) + "/models");
  return opened ? *opened : nullptr;
}

// A ski school: "sick" and "insane" are praise there.
constexpr std::array kSick = {"that powder run was sick", "sick jump on the second slope",
                              "insane snow this morning", "what an insane day on the north face",
                              "your park is sick",        "the half pipe is insane",
                              "sick lesson with Tom",     "insane views from the top lift",
                              "sick sick sick",           "that was an insane ride",
                              "sick edit of our run",     "insane conditions today"};

class LearningTest : public DeskTest {
 protected:
  void SetUp() override {
    ASSERT_TRUE(models());
    DeskTest::SetUp();
    for (std::size_t at = 0; at < kSick.size(); ++at) {
      hear_read("p" + std::to_string(at), kSick[at]);
    }
  }

  void hear_read(const std::string& name, const std::string& text) {
    Heard heard;
    heard.posts = {said("by-" + name, name, "@us " + text)};
    heard.posts.front().langs = {"en"};
    heard.cursor = "c";
    heard.read_from = clock.now() - std::chrono::minutes{1};
    heard.read_to = clock.now();
    ASSERT_TRUE(filing_read.file_heard(channel, "notifications", heard));
    clock.advance(std::chrono::minutes{1});
  }

  void correct_some(std::size_t from, std::size_t to, Sentiment as) {
    for (std::size_t at = from; at < to; ++at) {
      const auto done =
          readings.correct(agent, post_named("p" + std::to_string(at)).id, {as, {}, {}});
      ASSERT_TRUE(done) << done.error().message;
      clock.advance(std::chrono::seconds{1});
    }
  }

  Sentiment read(const std::string& text) {
    return reader->read(channel.workspace, text, {"en"}).sentiment;
  }

  std::unique_ptr<PostReader> reader = make_post_reader(models());
  Filing filing_read{store(), ids, clock, reader.get()};
  Readings readings{store(), ids, clock, reader.get()};
};

TEST_F(LearningTest, LearnsFromTenCorrectionsAndIsSwitchedOffAndOn) {
  ASSERT_NE(read("such a sick run"), Sentiment::kPositive);
  const auto untaught = reader->stamp(channel.workspace);
  // The engine reads some of them well already: saying so teaches nothing.
  std::vector<std::string> wrong;
  correct_some(0, 5, Sentiment::kPositive);
  auto state = readings.learning(agent);
  ASSERT_TRUE(state);
  EXPECT_TRUE(state->reading && state->on && !state->active);
  EXPECT_EQ(state->fresh, state->corrections);
  EXPECT_EQ(*readings.learn_due(), 0) << "too few";

  correct_some(5, kSick.size(), Sentiment::kPositive);
  // Of those that were read as positive before, intents stand for the example.
  for (std::size_t at = 0; readings.learning(agent)->fresh < Readings::kFreshToLearn; ++at) {
    ASSERT_LT(at, kSick.size());
    ASSERT_TRUE(readings.correct(agent, post_named("p" + std::to_string(at)).id,
                                 {{}, std::vector{Intent::kPraise}, {}}));
  }
  clock.advance(std::chrono::seconds{1});
  ASSERT_EQ(*readings.learn_due(), 1);
  state = readings.learning(agent);
  EXPECT_TRUE(state->active);
  EXPECT_GT(state->after, state->before);
  EXPECT_EQ(state->fresh, 0);
  EXPECT_GE(state->examples, 10);
  EXPECT_TRUE(state->trained_at);
  EXPECT_EQ(read("such a sick run"), Sentiment::kPositive);
  const auto taught = reader->stamp(channel.workspace);
  EXPECT_NE(taught, untaught) << "earlier posts are read again";
  EXPECT_EQ(reader->stamp(ids.make<WorkspaceId>()), untaught) << "nobody else's";
  EXPECT_EQ(*readings.learn_due(), 0);

  // Off at once, and on again; for owners and admins.
  EXPECT_FALSE(readings.switch_learning(agent, false));
  ASSERT_TRUE(readings.switch_learning(owner, false));
  EXPECT_FALSE(readings.learning(agent)->active);
  EXPECT_NE(read("such a sick run"), Sentiment::kPositive);
  EXPECT_EQ(reader->stamp(channel.workspace), untaught);
  ASSERT_TRUE(readings.switch_learning(owner, true));
  EXPECT_EQ(read("such a sick run"), Sentiment::kPositive);

  // Another process takes it up from the store.
  auto other_reader = make_post_reader(models());
  Readings other(store(), ids, clock, other_reader.get());
  ASSERT_TRUE(other.start());
  EXPECT_EQ(other_reader->read(channel.workspace, "such a sick run", {"en"}).sentiment,
            Sentiment::kPositive);
  EXPECT_EQ(other_reader->stamp(channel.workspace), taught);
}

TEST_F(LearningTest, ASummarySaysHowFarPostsAreRead) {
  const auto progress = [&] {
    const auto summary = readings.summary(agent, 30);
    EXPECT_TRUE(summary);
    return summary ? summary->progress : ReadingProgress{};
  };
  EXPECT_TRUE(progress().reads);
  EXPECT_TRUE(progress().catching_up);
  ReadingBacklog backlog(store(), reader.get(), clock);
  while (*backlog.step(5)) {
  }
  EXPECT_FALSE(progress().catching_up);
  EXPECT_FALSE(readings.topic_summary(agent, 30)->progress.catching_up);
  Readings unread{store(), ids, clock, nullptr};
  EXPECT_FALSE(unread.summary(agent, 30)->progress.reads);
}

TEST_F(LearningTest, AMergedReasonKeepsTheNameOfTheTeam) {
  ASSERT_TRUE(readings.rename_reason(owner, "delivery", "Shipping"));
  ASSERT_TRUE(readings.merge_reason(owner, "delivery", "quality"));
  const auto all = readings.reasons(owner);
  ASSERT_TRUE(all);
  const auto merged = std::ranges::find(*all, "delivery", &ReasonView::key);
  ASSERT_NE(merged, all->end());
  EXPECT_EQ(merged->name, "Shipping");
  EXPECT_EQ(merged->merged_into, "quality");
}

TEST_F(LearningTest, WhatDoesNotHelpIsNotUsed) {
  // Half of those who say nearly the same are corrected to what is wrong of all the others, which
  // members resolved as they were read.
  constexpr std::array kThings = {"bread",  "cake", "coffee", "soup",  "rolls", "tea",
                                  "pastry", "pies", "jam",    "honey", "toast", "salad"};
  for (const char* thing : kThings) {
    const std::string name = thing;
    hear_read("wrong-" + name, "thank you, what a lovely " + name);
    ASSERT_TRUE(
        readings.correct(agent, post_named("wrong-" + name).id, {Sentiment::kNegative, {}, {}}));
    for (const char* when : {"today", "again", "always"}) {
      const std::string right = name + when;
      hear_read(right, "thank you, what a lovely " + name + " " + when);
      ASSERT_TRUE(inbox.resolve(agent, post_named(right).conversation, {}, {}));
    }
  }
  clock.advance(std::chrono::seconds{1});
  ASSERT_EQ(*readings.learn_due(), 1);
  const auto state = readings.learning(agent);
  EXPECT_TRUE(state->trained_at);
  EXPECT_GT(state->examples, state->corrections) << "what was accepted is part of it";
  EXPECT_LT(state->after, state->before);
  EXPECT_FALSE(state->active);
  EXPECT_EQ(read("thank you, what a lovely bun"), Sentiment::kPositive);
}

TEST_F(LearningTest, AReasonOfItsOwnIsLearnedAndFollowsAMerge) {
  const auto piste = readings.add_reason(agent, "Pistes");
  ASSERT_TRUE(piste);
  constexpr std::array kTexts = {"the piste was pure ice and badly groomed, awful",
                                 "terrible piste, rocks everywhere",
                                 "you did not groom the piste again, this is bad",
                                 "awful piste today, full of holes",
                                 "piste number four is a disgrace",
                                 "the piste is icy and dangerous, very disappointed",
                                 "who looks after the piste? it is a mess",
                                 "another morning on a bare piste, no snow",
                                 "the blue piste was closed again",
                                 "stones all over the piste, my skis are ruined"};
  for (std::size_t at = 0; at < kTexts.size(); ++at) {
    const std::string name = "piste" + std::to_string(at);
    hear_read(name, kTexts[at]);
    ASSERT_TRUE(readings.correct(agent, post_named(name).id, {{}, {}, std::vector{piste->key}}));
  }
  const auto reasons = [&] {
    std::vector<std::string> keys;
    const auto reading =
        reader->read(channel.workspace, "this piste was pure ice again, terrible", {"en"});
    for (const auto& found : reading.reasons) keys.push_back(found.label);
    return keys;
  };
  const auto has = [&](const std::string& key) {
    const auto keys = reasons();
    return std::ranges::find(keys, key) != keys.end();
  };
  clock.advance(std::chrono::seconds{1});
  ASSERT_EQ(*readings.learn_due(), 1);
  ASSERT_TRUE(readings.learning(agent)->active);
  EXPECT_TRUE(has(piste->key));

  ASSERT_TRUE(readings.merge_reason(owner, piste->key, "usability"));
  EXPECT_FALSE(has(piste->key));
  ASSERT_EQ(*readings.learn_due(), 1) << "what was learned of it belongs to another now";
  EXPECT_TRUE(has("usability"));
  EXPECT_EQ(*readings.learn_due(), 0);
}

TEST_F(LearningTest, TakingBackIsLearnedToo) {
  correct_some(0, kSick.size(), Sentiment::kNegative);
  const auto made = readings.learning(agent)->fresh;
  for (std::size_t at = 0; at < kSick.size(); ++at) {
    ASSERT_TRUE(readings.uncorrect(agent, post_named("p" + std::to_string(at)).id));
  }
  EXPECT_GT(made, 0);
  EXPECT_EQ(readings.learning(agent)->fresh, 0) << "made and taken back since: nothing is new";
  EXPECT_EQ(*readings.learn_due(), 0);
}

}  // namespace
}  // namespace rapport
