// Readings as the inbox shows and orders by them.

#include <gtest/gtest.h>

#include <algorithm>

#include "desk/reading/backlog.h"
#include "desk/testing/desk_fixture.h"
#include "desk/testing/word_reader.h"

namespace rapport {
namespace {

class ReadPosts : public DeskTest {
 protected:
  void hear_read(std::vector<NetworkPost> posts, std::vector<std::string> deleted = {}) {
    file(reading_filing, std::move(posts), std::move(deleted));
    clock.advance(std::chrono::minutes{1});
  }

  std::optional<ReadingGist> gist(const std::string& post = "ask") {
    return conversation_of(post).reading;
  }

  std::optional<PostReading> kept(const std::string& post) {
    const auto found = store().read([&, id = post_named(post).id](Unit& unit) {
      return unit.readings().of(channel.workspace, {id});
    });
    EXPECT_TRUE(found);
    return found && !found->empty() ? std::optional(found->front()) : std::nullopt;
  }

  std::vector<ThreadPost> thread(const std::string& post = "ask") {
    auto page = reading_inbox.thread(agent, post_named(post).conversation, {}, 50);
    EXPECT_TRUE(page);
    return page ? page->posts : std::vector<ThreadPost>{};
  }

  // The excerpts of a list, in its order.
  std::vector<std::string> listed(const ConversationFilter& filter) {
    std::vector<std::string> out;
    const auto page = inbox.list(agent, filter, {}, 50);
    EXPECT_TRUE(page);
    if (page) {
      for (const auto& row : page->rows) out.push_back(row.excerpt);
    }
    return out;
  }

  // Reads all earlier posts, a few at a time; how many steps it took.
  int read_backlog(int most) {
    ReadingBacklog backlog(store(), &reader, clock);
    for (int steps = 1;; ++steps) {
      const auto more = backlog.step(most);
      EXPECT_TRUE(more) << more.error().message << " " << more.error().cause;
      if (!more || !*more) return steps;
    }
  }

  // How often browsers were told to look again at what is read.
  int told() {
    const auto events = store().read(
        [&](Unit& unit) { return unit.events().after(agent.workspace, EventId{}, 1000); });
    return static_cast<int>(std::ranges::count(*events, EventKind::kReading, &Event::kind));
  }

  WordReader reader;
  Filing reading_filing{store(), ids, clock, &reader};
  Inbox reading_inbox{store(), ids, clock, &reader};
};

TEST_F(ReadPosts, StandBesideThePostAndInTheList) {
  NetworkPost ask = said("ana", "ask", "@us my parcel is late");
  ask.langs = {"en"};
  hear_read({ask});

  EXPECT_EQ(reader.langs_, std::vector<std::string>{"en"});
  const auto reading = gist();
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->sentiment, Sentiment::kNegative);
  EXPECT_EQ(reading->intents, std::vector{Intent::kComplaint});
  EXPECT_EQ(reading->reasons, std::vector<std::string>{"delivery"});
  EXPECT_TRUE(reading->needs_reply);
  EXPECT_EQ(kept("ask")->gist, reading);
  EXPECT_EQ(kept("ask")->emotion, Emotion{});

  const auto posts = thread();
  ASSERT_EQ(posts.size(), 1U);
  ASSERT_TRUE(posts[0].reading);
  const Span span = *posts[0].reading->reading.sentiment_evidence.begin();
  EXPECT_EQ(posts[0].post.text.substr(span.begin, span.end - span.begin), "late");
}

TEST_F(ReadPosts, FollowAnEditAndEndWithTheWords) {
  hear_read({said("ana", "ask", "@us my parcel is late")});
  auto edited = said("ana", "ask", "@us my parcel is here");
  edited.revision = "rev-2";
  hear_read({edited});
  EXPECT_EQ(thread().at(0).reading->reading.sentiment, Sentiment::kNeutral);
  EXPECT_EQ(gist()->sentiment, Sentiment::kNeutral);
  EXPECT_TRUE(gist()->reasons.empty());

  hear_read({}, {"ask"});
  EXPECT_EQ(thread().at(0).reading, std::nullopt);
  EXPECT_EQ(kept("ask"), std::nullopt);
  EXPECT_EQ(gist(), std::nullopt);
}

TEST_F(ReadPosts, OfSeveralWhoWaitTellTheWorst) {
  hear_read({said("ben", "ask", "@us lovely shop")});
  EXPECT_EQ(gist()->sentiment, Sentiment::kNeutral);
  hear_read({said("ana", "rage", "@us late, I need it now", "ask")});
  EXPECT_EQ(gist()->sentiment, Sentiment::kNegative);
  EXPECT_TRUE(gist()->is_urgent());
  hear_read({said("cleo", "remark", "@us hello", "ask")});

  // Who was answered is no part of it any more.
  hear_read({said("us", "answer", "Sorry", "rage", "ask")});
  EXPECT_EQ(gist()->sentiment, Sentiment::kNeutral);
  EXPECT_FALSE(gist()->is_urgent());
  EXPECT_EQ(kept("answer"), std::nullopt) << "ours are not read";
}

TEST_F(ReadPosts, NeedNoReplyOnceTheyAreAnsweredUnlessTheyAreWantedBack) {
  hear_read({said("ana", "ask", "@us my parcel is late")});
  EXPECT_TRUE(gist()->needs_reply);
  hear_read({said("us", "answer", "Sorry that it is late", "ask")});
  EXPECT_FALSE(gist()->needs_reply);
  EXPECT_EQ(gist()->reasons, std::vector<std::string>{"delivery"});
  ConversationFilter needing;
  needing.state = std::nullopt;
  needing.reading.needs_reply = true;
  EXPECT_TRUE(listed(needing).empty());

  ASSERT_TRUE(reading_inbox.reopen(agent, conversation_of("ask").id, std::nullopt));
  EXPECT_TRUE(gist()->needs_reply) << "a member wants to see it again";
  EXPECT_EQ(listed(needing).size(), 1U);
}

TEST_F(ReadPosts, AreFoundByTheirReasonAfterTheyWereAnswered) {
  hear_read({said("ana", "ask", "@us my parcel is late")});
  hear_read({said("us", "answer", "It is on its way", "ask")});
  hear_read({said("ana", "thanks", "@us lovely", "answer")});
  ConversationFilter delivery;
  delivery.state = std::nullopt;
  delivery.reading.reason = "delivery";
  EXPECT_TRUE(listed(delivery).empty()) << "nobody waits because of it";
  delivery.reading = {};
  delivery.told = Told{{"delivery"}, {}, clock.now() - std::chrono::hours{1}};
  EXPECT_EQ(listed(delivery).size(), 1U);
}

TEST_F(ReadPosts, AreMissingWithoutAReader) {
  hear({said("ana", "ask", "@us my parcel is late")});
  EXPECT_EQ(gist(), std::nullopt);
  EXPECT_EQ(kept("ask"), std::nullopt);
}

TEST_F(ReadPosts, NarrowTheListAndOrderItByWhatMatters) {
  hear_read({said("ana", "a", "@us lovely shop")});
  hear_read({said("ben", "b", "@us late")});
  hear_read({said("cleo", "c", "@us late, I need it now")});
  hear({said("dan", "d", "@us not read")});
  clock.advance(std::chrono::minutes{1});
  hear_read({said("eve", "e", "@us late, too")});

  ConversationFilter open;
  open.state = ConversationState::kOpen;
  EXPECT_EQ(listed(open),
            (std::vector<std::string>{"@us lovely shop", "@us late", "@us late, I need it now",
                                      "@us not read", "@us late, too"}));
  open.list_order = ListOrder::kMatters;
  EXPECT_EQ(listed(open),
            (std::vector<std::string>{"@us late, I need it now", "@us late", "@us not read",
                                      "@us late, too", "@us lovely shop"}));
  const auto narrowed = [&](ReadingFilter reading) {
    ConversationFilter filter = open;
    filter.reading = std::move(reading);
    return listed(filter).size();
  };
  EXPECT_EQ(narrowed({.sentiment = Sentiment::kNegative}), 3U);
  EXPECT_EQ(narrowed({.sentiment = Sentiment::kPositive}), 0U);
  EXPECT_EQ(narrowed({.intent = Intent::kComplaint}), 3U);
  EXPECT_EQ(narrowed({.reason = "delivery"}), 3U);
  EXPECT_EQ(narrowed({.reason = "price"}), 0U);
  EXPECT_EQ(narrowed({.needs_reply = true}), 3U);
  EXPECT_EQ(narrowed({.needs_reply = false}), 1U) << "what was not read, says neither";
  EXPECT_EQ(narrowed({.urgent = true}), 1U);

  ConversationFilter found;
  found.text = "late";
  found.reading.urgent = true;
  EXPECT_EQ(listed(found), std::vector<std::string>{"@us late, I need it now"});
}

TEST_F(ReadPosts, ComeToEarlierPostsInTheBackground) {
  for (const char* name : {"a", "b", "c", "d", "e"}) {
    hear({said("ana", name, std::string("@us late ") + name)});
    clock.advance(std::chrono::minutes{1});
  }
  hear({said("us", "answer", "On its way", "a")});
  const auto version = conversation_of("b").version;
  EXPECT_EQ(gist("b"), std::nullopt);

  EXPECT_GE(read_backlog(2), 3);
  EXPECT_EQ(told(), 1) << "once, at the end";
  EXPECT_EQ(gist("b")->reasons, std::vector<std::string>{"delivery"});
  EXPECT_EQ(conversation_of("b").version, version) << "nothing that the team did has changed";
  EXPECT_EQ(kept("answer"), std::nullopt);
  EXPECT_EQ(read_backlog(2), 1) << "all were read";
  EXPECT_EQ(told(), 1);

  // Another reader reads them again, and leaves what it has read itself.
  reader.stamp_ = 2;
  hear_read({said("cleo", "new", "@us late")});
  EXPECT_EQ(kept("a")->stamp, 1);
  EXPECT_GE(read_backlog(3), 2);
  for (const char* name : {"a", "e", "new"}) EXPECT_EQ(kept(name)->stamp, 2) << name;
}

TEST_F(ReadPosts, AreReadLaterIfTheyCameWhileThereWasNoReader) {
  hear_read({said("ana", "a", "@us late")});
  EXPECT_EQ(read_backlog(10), 1);

  ReadingBacklog nobody(store(), nullptr, clock);
  EXPECT_FALSE(nobody.step(10).value());
  hear({said("ben", "b", "@us late")});
  EXPECT_FALSE(nobody.step(10).value());
  EXPECT_EQ(gist("b"), std::nullopt);

  read_backlog(10);
  EXPECT_TRUE(gist("b"));
}

}  // namespace
}  // namespace rapport
