// Readings as the inbox shows them, by a reader that knows one word.

#include <gtest/gtest.h>

#include "desk/reading/post_reader.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class OneWordReader final : public PostReader {
 public:
  Reading read(std::string_view text, const std::vector<std::string>& langs) override {
    langs_ = langs;
    Reading reading;
    const auto at = text.find("late");
    if (at == text.npos) return reading;
    reading.language = "en";
    reading.sentiment_read = reading.rest_read = true;
    reading.sentiment = Sentiment::kNegative;
    const auto begin = static_cast<std::uint32_t>(at);
    reading.sentiment_evidence.add({begin, begin + 4});
    reading.intents.push_back({Intent::kComplaint, 0.9F, {}});
    reading.reasons.push_back({"delivery", 0.8F, {}});
    reading.urgency = 0.5F;
    reading.needs_reply = true;
    return reading;
  }

  std::vector<std::string> langs_;
};

class ShownReadings : public DeskTest {
 protected:
  ConversationRow row() {
    ConversationFilter all;
    auto page = reading_inbox.list(agent, all, {}, 50);
    EXPECT_TRUE(page && page->rows.size() == 1);
    return page && !page->rows.empty() ? page->rows.front() : ConversationRow{};
  }

  std::vector<ThreadPost> thread() {
    auto page = reading_inbox.thread(agent, post_named("ask").conversation, {}, 50);
    EXPECT_TRUE(page);
    return page ? page->posts : std::vector<ThreadPost>{};
  }

  OneWordReader reader;
  Inbox reading_inbox{store(), ids, clock, &reader};
};

TEST_F(ShownReadings, StandBesideThePostAndInTheList) {
  NetworkPost ask = said("ana", "ask", "@us my parcel is late");
  ask.langs = {"en"};
  hear({ask});

  const auto reading = row().reading;
  EXPECT_EQ(reader.langs_, std::vector<std::string>{"en"});
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->sentiment, Sentiment::kNegative);
  EXPECT_EQ(reading->intents, std::vector{Intent::kComplaint});
  EXPECT_EQ(reading->reasons, std::vector<std::string>{"delivery"});
  EXPECT_TRUE(reading->needs_reply);

  const auto posts = thread();
  ASSERT_EQ(posts.size(), 1U);
  ASSERT_TRUE(posts[0].reading);
  const Span span = *posts[0].reading->sentiment_evidence.begin();
  EXPECT_EQ(posts[0].post.text.substr(span.begin, span.end - span.begin), "late");
}

TEST_F(ShownReadings, FollowAnEditAndEndWithTheWords) {
  hear({said("ana", "ask", "@us my parcel is late")});
  auto edited = said("ana", "ask", "@us my parcel is here");
  edited.revision = "rev-2";
  hear({edited});
  EXPECT_EQ(thread().at(0).reading->sentiment_read, false);
  EXPECT_EQ(row().reading->sentiment, std::nullopt);

  hear({}, {"ask"});
  EXPECT_EQ(thread().at(0).reading, std::nullopt);
}

TEST_F(ShownReadings, OfUsAreNoneNorInTheListOfWhoDoesNotWait) {
  hear({said("ana", "ask", "@us my parcel is late")});
  clock.advance(std::chrono::minutes{1});
  hear({said("us", "answer", "Sorry that it is late", "ask")});
  const auto posts = thread();
  ASSERT_EQ(posts.size(), 2U);
  EXPECT_TRUE(posts[0].reading);
  EXPECT_EQ(posts[1].reading, std::nullopt);

  ConversationFilter waiting;
  waiting.state = std::nullopt;
  const auto page = reading_inbox.list(agent, waiting, {}, 50);
  ASSERT_TRUE(page && page->rows.size() == 1);
  const auto reading = page->rows[0].reading;
  EXPECT_EQ(reading, std::nullopt);
}

TEST_F(ShownReadings, AreMissingWithoutAReader) {
  hear({said("ana", "ask", "@us my parcel is late")});
  const auto page = inbox.list(agent, {}, {}, 50);
  ASSERT_TRUE(page && page->rows.size() == 1);
  EXPECT_EQ(page->rows[0].reading, std::nullopt);
}

}  // namespace
}  // namespace rapport
