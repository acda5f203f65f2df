// A workspace's topics: learned from its posts, renamed and merged by people, and told of posts.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "desk/reading/backlog.h"
#include "desk/reading/post_reader.h"
#include "desk/reading/readings.h"
#include "desk/testing/desk_fixture.h"
#include "source_dir.h"
#include "text/reading/reader.h"

namespace rapport {
namespace {

using Words = std::vector<std::string>;

const std::vector<Words> kSubjects{
    {"parcel", "courier", "delivery", "tracking", "shipped", "doorstep", "depot"},
    {"login", "password", "crashes", "update", "account", "reset", "screen"},
    {"discount", "price", "expensive", "voucher", "refund", "invoice", "charged"},
    {"barista", "espresso", "beans", "roast", "grinder", "crema", "milk"},
};
const Words kAside{"really",  "today",    "monday", "weather", "sister", "garden", "city",
                   "window",  "birthday", "dinner", "music",   "phone",  "blue",   "quiet",
                   "holiday", "office",   "walk",   "train",   "book",   "school"};

class TopicsTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    auto models = Models::open(RAPPORT_SOURCE_DIR "/models");
    ASSERT_TRUE(models) << models.error().message;
    reader = make_post_reader(std::move(*models));
    readings = std::make_unique<Readings>(store(), ids, clock, reader.get());
    reading_filing.emplace(store(), ids, clock, reader.get());
  }

  void hear_read(std::vector<NetworkPost> posts) { file(*reading_filing, std::move(posts)); }

  // Posts of so many people about each of four things, put together anew each time.
  void hear_about_four_things(int people) {
    std::vector<NetworkPost> posts;
    for (int i = 0; i < people; ++i) {
      for (const Words& subject : kSubjects) {
        std::string text = "@us so my ";
        for (int word = 0; word < 3; ++word) {
          text += one_of(subject) + " and the " + one_of(kAside) + " with ";
        }
        const std::string number = std::to_string(++people_heard);
        posts.push_back(said("person" + number, "p" + number, text + one_of(kAside) + " again"));
      }
    }
    hear_read(std::move(posts));
    clock.advance(std::chrono::minutes{1});
  }

  std::string one_of(const Words& words) { return words[random() % words.size()]; }

  std::vector<TopicView> topics() {
    auto list = readings->topics(viewer);
    EXPECT_TRUE(list) << list.error().message;
    return list.value_or(std::vector<TopicView>{});
  }

  // The topic with this term.
  TopicView about(const std::string& term) {
    for (const TopicView& each : topics()) {
      if (std::ranges::find(each.terms, term) != each.terms.end()) return each;
    }
    ADD_FAILURE() << "nothing is about " << term;
    return {};
  }

  std::int64_t posts_about(TopicId id) {
    const auto summary = readings->topic_summary(viewer, 30);
    EXPECT_TRUE(summary) << summary.error().message;
    for (const TopicTotal& each : summary->totals) {
      if (each.topic.id == id) return each.posts;
    }
    return 0;
  }

  void read_backlog() {
    ReadingBacklog backlog(store(), reader.get(), clock);
    for (;;) {
      const auto more = backlog.step(50);
      ASSERT_TRUE(more) << more.error().message << " " << more.error().cause;
      if (!*more) return;
    }
  }

  std::mt19937 random{1};
  int people_heard = 0;
  std::unique_ptr<PostReader> reader;
  std::unique_ptr<Readings> readings;
  std::optional<Filing> reading_filing;
};

TEST_F(TopicsTest, AreLearnedOnceThereIsEnoughToLearnFrom) {
  hear_about_four_things(5);
  EXPECT_EQ(readings->learn_topics_due().value(), 0);
  hear_about_four_things(7);
  EXPECT_EQ(readings->learn_topics_due().value(), 1) << "48 conversations are tried";
  EXPECT_TRUE(topics().empty()) << "but fewer than 50 posts show nothing";

  hear_about_four_things(80);
  EXPECT_EQ(readings->learn_topics_due().value(), 1);
  EXPECT_EQ(readings->learn_topics_due().value(), 0) << "nothing new";
  const TopicView coffee = about("espresso");
  const TopicView parcel = about("courier");
  EXPECT_NE(coffee.id, parcel.id);

  // Earlier posts are told in the background, later ones as they are heard.
  EXPECT_EQ(posts_about(coffee.id), 0);
  read_backlog();
  const auto told = posts_about(parcel.id);
  EXPECT_NEAR(told, 92, 5);
  EXPECT_NEAR(posts_about(coffee.id), 92, 5);
  hear_read({said("zoe", "late", "@us the courier lost my parcel at the depot")});
  EXPECT_EQ(posts_about(parcel.id), told + 1);

  const auto summary = readings->topic_summary(viewer, 30);
  ASSERT_TRUE(summary);
  ASSERT_EQ(summary->totals.size(), 4U);
  EXPECT_TRUE(std::ranges::is_sorted(summary->totals, std::greater{}, &TopicTotal::posts));
  const auto total =
      std::ranges::find(summary->totals, parcel.id, [](const auto& each) { return each.topic.id; });
  EXPECT_EQ(total->topic, parcel);
  EXPECT_EQ(total->before, 0);
  ASSERT_EQ(total->examples.size(), 3U);
  EXPECT_EQ(total->examples[0].text, "@us the courier lost my parcel at the depot");

  ConversationFilter filter;
  filter.reading.topic = parcel.id;
  filter.state = ConversationState::kOpen;
  const auto page = inbox.list(agent, filter, {}, 100);
  ASSERT_TRUE(page);
  EXPECT_EQ(static_cast<std::int64_t>(page->rows.size()), told + 1);
}

TEST_F(TopicsTest, KeepWhatPeopleMadeOfThem) {
  hear_about_four_things(100);
  ASSERT_EQ(readings->learn_topics_due().value(), 1);
  const TopicId coffee = about("espresso").id;
  const TopicView parcel = about("courier");

  EXPECT_EQ(readings->rename_topic(viewer, coffee, "Bar").error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(readings->rename_topic(agent, coffee, " ").error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(readings->rename_topic(agent, TopicId{1}, "Bar").error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(readings->rename_topic(agent, coffee, " Bar ")->name, "Bar");
  EXPECT_EQ(readings->rename_topic(agent, parcel.id, "bAR").error().kind, ErrorKind::kConflict);

  EXPECT_EQ(readings->merge_topic(agent, parcel.id, coffee).error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(readings->merge_topic(owner, coffee, coffee).error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(readings->merge_topic(owner, parcel.id, TopicId{1}).error().kind, ErrorKind::kInvalid);
  const auto merged = readings->merge_topic(owner, parcel.id, coffee);
  ASSERT_TRUE(merged) << merged.error().message;
  EXPECT_EQ(merged->name, "Bar");
  EXPECT_EQ(topics().size(), 3U);
  EXPECT_EQ(readings->merge_topic(owner, parcel.id, coffee).error().kind, ErrorKind::kNotFound);
  read_backlog();
  EXPECT_NEAR(posts_about(coffee), 200, 10);

  // Learned again from twice as much: still one, and still by that name.
  hear_about_four_things(101);
  ASSERT_EQ(readings->learn_topics_due().value(), 1);
  EXPECT_EQ(topics().size(), 3U);
  EXPECT_EQ(about("espresso").id, coffee);
  EXPECT_EQ(about("espresso").name, "Bar");
  read_backlog();
  EXPECT_NEAR(posts_about(coffee), 402, 20);
}

TEST_F(TopicsTest, AreWrittenDownWhenPeopleChangeThem) {
  hear_about_four_things(100);
  ASSERT_EQ(readings->learn_topics_due().value(), 1);
  const TopicView coffee = about("espresso");
  const TopicView parcel = about("courier");
  ASSERT_TRUE(readings->rename_topic(agent, coffee.id, coffee.name));
  ASSERT_TRUE(readings->rename_topic(agent, coffee.id, "Bar"));
  ASSERT_TRUE(readings->merge_topic(owner, parcel.id, coffee.id));
  const auto log =
      store().read([&](Unit& unit) { return unit.members().audit_log(agent.workspace, {}, 10); });
  ASSERT_TRUE(log);
  ASSERT_GE(log->size(), 2U);
  EXPECT_EQ((*log)[0].verb, "topic.merge");
  EXPECT_EQ((*log)[0].detail, parcel.name + " into Bar");
  EXPECT_EQ((*log)[1].verb, "topic.rename");
  EXPECT_EQ((*log)[1].detail, coffee.name + " → Bar");
}

TEST_F(TopicsTest, StayInTheirWorkspace) {
  hear_about_four_things(100);
  ASSERT_EQ(readings->learn_topics_due().value(), 1);
  Member stranger = agent;
  stranger.workspace = ids.make<WorkspaceId>();
  EXPECT_TRUE(readings->topics(stranger)->empty());
  EXPECT_TRUE(readings->topic_summary(stranger, 30)->totals.empty());
  const TopicId coffee = about("espresso").id;
  EXPECT_EQ(readings->rename_topic(stranger, coffee, "Mine").error().kind, ErrorKind::kNotFound);
}

TEST_F(TopicsTest, AreNotLearnedWithoutAReader) {
  hear_about_four_things(100);
  Readings nobody(store(), ids, clock, nullptr);
  EXPECT_EQ(nobody.learn_topics_due().value(), 0);
  EXPECT_TRUE(topics().empty());
}

}  // namespace
}  // namespace rapport
