// Corrections and reasons, by a reader that knows two words.

#include "desk/reading/readings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "desk/reading/backlog.h"
#include "desk/testing/desk_fixture.h"
#include "desk/testing/word_reader.h"

namespace rapport {
namespace {

class ReadingsTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    store().on_commit([this](const std::vector<Event>& events) {
      for (const Event& each : events) {
        told.push_back(std::string(to_word(each.kind)) + ":" + each.reason);
      }
    });
    hear_read("ana", "ask", "@us my parcel is late");
    told.clear();
  }

  void hear_read(const std::string& who, const std::string& name, const std::string& text) {
    file(reading_filing, {said(who, name, text)});
    clock.advance(std::chrono::minutes{1});
  }

  ShownReading must_correct(const std::string& post, const ReadingCorrection& correction) {
    auto shown = readings.correct(agent, post_named(post).id, correction);
    EXPECT_TRUE(shown) << shown.error().message << " " << shown.error().cause;
    return shown.value_or(ShownReading{});
  }

  ShownReading in_thread(const std::string& post) {
    auto page = reading_inbox.thread(agent, post_named(post).conversation, {}, 50);
    EXPECT_TRUE(page && page->posts.size() == 1 && page->posts[0].reading);
    return page && page->posts[0].reading ? *page->posts[0].reading : ShownReading{};
  }

  std::vector<AuditEntry> audited() {
    auto log =
        store().read([&](Unit& unit) { return unit.members().audit_log(agent.workspace, {}, 50); });
    return log.value_or(std::vector<AuditEntry>{});
  }

  bool was_told(const std::string& event) { return std::ranges::find(told, event) != told.end(); }

  template <class T>
  static ErrorKind kind_of(const Result<T>& result) {
    return result ? ErrorKind::kInternal : result.error().kind;
  }

  std::vector<std::string> told;  // kind:reason of each event
  WordReader reader;
  Filing reading_filing{store(), ids, clock, &reader};
  Inbox reading_inbox{store(), ids, clock, &reader};
  Readings readings{store(), ids, clock, &reader};
};

TEST_F(ReadingsTest, ACorrectionStandsInThreadAndListAndIsAudited) {
  const auto before = conversation_of("ask");
  ASSERT_EQ(before.reading->sentiment, Sentiment::kNegative);
  const auto shown = must_correct("ask", {Sentiment::kPositive, {}, {}});
  EXPECT_EQ(shown.reading.sentiment, Sentiment::kPositive);
  EXPECT_EQ(shown.corrected, std::vector{ReadingPart::kSentiment});
  EXPECT_EQ(shown.reading.intents.size(), 1U) << "what was not named stays";
  EXPECT_EQ(in_thread("ask"), shown);

  const auto after = conversation_of("ask");
  EXPECT_EQ(after.reading->sentiment, Sentiment::kPositive);
  EXPECT_EQ(after.version, before.version + 1);
  EXPECT_EQ(after.waiting_since, before.waiting_since);
  EXPECT_TRUE(was_told("conversation:reading"));
  const auto entry = audited().front();
  EXPECT_EQ(entry.verb, "reading.correct");
  EXPECT_EQ(entry.by, agent.id);
  EXPECT_EQ(entry.object, to_string(post_named("ask").id));
  EXPECT_EQ(entry.detail, "sentiment: negative → positive");

  // Saying it again changes nothing.
  const auto lines = audited().size();
  must_correct("ask", {Sentiment::kPositive, {}, {}});
  EXPECT_EQ(audited().size(), lines);
  EXPECT_EQ(conversation_of("ask").version, after.version);
}

TEST_F(ReadingsTest, CorrectedIntentsDecideWhetherAReplyIsNeeded) {
  ASSERT_TRUE(conversation_of("ask").reading->needs_reply);
  const auto thanks = must_correct("ask", {{}, std::vector{Intent::kThanks}, {}});
  EXPECT_FALSE(thanks.reading.needs_reply);
  EXPECT_EQ(thanks.reading.why, ReplyWhy::kKind);
  EXPECT_FALSE(conversation_of("ask").reading->needs_reply);
  EXPECT_EQ(conversation_of("ask").reading->intents, std::vector{Intent::kThanks});

  const auto both = must_correct("ask", {{}, std::vector{Intent::kThanks, Intent::kQuestion}, {}});
  EXPECT_TRUE(both.reading.needs_reply);
  EXPECT_EQ(both.reading.why, ReplyWhy::kAsks);
  EXPECT_FALSE(must_correct("ask", {{}, std::vector<Intent>{}, {}}).reading.needs_reply);
}

TEST_F(ReadingsTest, TakingItBackGivesWhatTheEngineReads) {
  const auto engine = in_thread("ask");
  must_correct("ask", {Sentiment::kNeutral, std::vector<Intent>{}, std::vector<std::string>{}});
  ASSERT_NE(in_thread("ask"), engine);
  ASSERT_TRUE(conversation_of("ask").reading->reasons.empty());
  const auto back = readings.uncorrect(agent, post_named("ask").id);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, engine);
  EXPECT_EQ(in_thread("ask"), engine);
  EXPECT_EQ(conversation_of("ask").reading->sentiment, Sentiment::kNegative);
  EXPECT_EQ(conversation_of("ask").reading->reasons, std::vector<std::string>{"delivery"});
  EXPECT_EQ(audited().front().verb, "reading.uncorrect");
  // It is kept that somebody said so, and that they took it back.
  const auto kept = store().read([&](Unit& unit) {
    return unit.teaching().corrections(agent.workspace, {post_named("ask").id});
  });
  ASSERT_EQ(kept->size(), 3U);
  for (const Correction& each : *kept) EXPECT_TRUE(each.undone_at);
}

TEST_F(ReadingsTest, APartIsTakenBackByItself) {
  const auto engine = in_thread("ask");
  must_correct("ask", {Sentiment::kPositive, {}, std::vector<std::string>{"price"}});
  const auto back = readings.uncorrect(agent, post_named("ask").id, ReadingPart::kSentiment);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->corrected, std::vector{ReadingPart::kReason});
  EXPECT_EQ(back->reading.sentiment, engine.reading.sentiment);
  EXPECT_EQ(conversation_of("ask").reading->reasons, std::vector<std::string>{"price"});
}

TEST_F(ReadingsTest, ACorrectionBeatsAReaderOfLater) {
  must_correct("ask", {Sentiment::kPositive, {}, {}});
  reader.stamp_ = 2;
  ReadingBacklog backlog(store(), &reader, clock);
  ASSERT_TRUE(backlog.step(50));
  EXPECT_EQ(conversation_of("ask").reading->sentiment, Sentiment::kPositive);

  auto edited = said("ana", "ask", "@us my parcel is late, hello?");
  edited.revision = "rev-2";
  file(reading_filing, {edited});
  EXPECT_EQ(conversation_of("ask").reading->sentiment, Sentiment::kPositive);
}

TEST_F(ReadingsTest, RefusesWhatCannotBeCorrected) {
  const PostId post = post_named("ask").id;
  EXPECT_EQ(kind_of(readings.correct(viewer, post, {Sentiment::kNeutral, {}, {}})),
            ErrorKind::kForbidden);
  EXPECT_EQ(kind_of(readings.uncorrect(viewer, post)), ErrorKind::kForbidden);
  EXPECT_EQ(kind_of(readings.correct(agent, PostId{4711}, {Sentiment::kNeutral, {}, {}})),
            ErrorKind::kNotFound);
  EXPECT_EQ(kind_of(readings.correct(agent, post, {{}, {}, std::vector<std::string>{"4711"}})),
            ErrorKind::kInvalid);
  hear_read("us", "ours", "Sorry that it is late");
  EXPECT_EQ(kind_of(readings.correct(agent, post_named("ours").id, {Sentiment::kNeutral, {}, {}})),
            ErrorKind::kNotFound);
  Readings unread(store(), ids, clock, nullptr);
  EXPECT_EQ(kind_of(unread.correct(agent, post, {Sentiment::kNeutral, {}, {}})),
            ErrorKind::kUnavailable);
  EXPECT_FALSE(unread.learning(agent)->reading);
  EXPECT_TRUE(unread.reasons(agent)) << "the reasons are there without an engine";
}

TEST_F(ReadingsTest, ReasonsAreAddedRenamedAndMerged) {
  ASSERT_EQ(readings.reasons(agent)->size(), kReasons);
  EXPECT_EQ(readings.reasons(agent)->front(), (ReasonView{"delivery", "Delivery", true, ""}));
  const auto hours = readings.add_reason(agent, "  Opening hours ");
  ASSERT_TRUE(hours);
  EXPECT_EQ(hours->name, "Opening hours");
  EXPECT_TRUE(was_told("reading:"));
  EXPECT_EQ(kind_of(readings.add_reason(agent, "OPENING HOURS")), ErrorKind::kConflict);
  EXPECT_EQ(kind_of(readings.add_reason(agent, "delivery")), ErrorKind::kConflict);
  EXPECT_EQ(kind_of(readings.add_reason(agent, " \n ")), ErrorKind::kInvalid);
  EXPECT_EQ(kind_of(readings.add_reason(viewer, "Else")), ErrorKind::kForbidden);

  const auto shipping = readings.rename_reason(agent, "delivery", "Shipping");
  ASSERT_TRUE(shipping);
  EXPECT_EQ(in_thread("ask").reason_names, std::vector<std::string>{"Shipping"});
  EXPECT_EQ(kind_of(readings.rename_reason(agent, hours->key, "shipping")), ErrorKind::kConflict);
  EXPECT_EQ(kind_of(readings.rename_reason(agent, "4711", "Else")), ErrorKind::kNotFound);

  // A post about opening hours; then they are told as waiting time.
  must_correct("ask", {{}, {}, std::vector{hours->key}});
  EXPECT_EQ(conversation_of("ask").reading->reasons, std::vector{hours->key});
  EXPECT_EQ(kind_of(readings.merge_reason(agent, hours->key, "waiting")), ErrorKind::kForbidden);
  EXPECT_EQ(kind_of(readings.merge_reason(owner, hours->key, "4711")), ErrorKind::kInvalid);
  EXPECT_EQ(kind_of(readings.merge_reason(owner, hours->key, hours->key)), ErrorKind::kInvalid);
  const auto merged = readings.merge_reason(owner, hours->key, "waiting");
  ASSERT_TRUE(merged);
  EXPECT_EQ(merged->key, "waiting");
  EXPECT_EQ(in_thread("ask").reading.reasons.front().label, "waiting");
  EXPECT_EQ(in_thread("ask").reason_names, std::vector<std::string>{"Waiting time"});
  EXPECT_EQ(kind_of(readings.merge_reason(owner, "waiting", hours->key)), ErrorKind::kInvalid)
      << "that would be a ring";
  EXPECT_TRUE(readings.add_reason(agent, "Opening hours")) << "its name is free again";
  // Earlier posts follow when they are read again.
  reader.stamp_ = 2;
  ReadingBacklog backlog(store(), &reader, clock);
  ASSERT_TRUE(backlog.step(50));
  EXPECT_EQ(conversation_of("ask").reading->reasons, std::vector<std::string>{"waiting"});
}

TEST_F(ReadingsTest, OfAnotherBrandNothingIsKnown) {
  const auto hours = readings.add_reason(agent, "Opening hours");
  const Member stranger = member("Sven", Role::kOwner, ids.make<WorkspaceId>());
  EXPECT_EQ(readings.reasons(stranger)->size(), kReasons);
  EXPECT_EQ(kind_of(readings.rename_reason(stranger, hours->key, "Mine")), ErrorKind::kNotFound);
  EXPECT_EQ(kind_of(readings.merge_reason(stranger, hours->key, "price")), ErrorKind::kNotFound);
  EXPECT_EQ(
      kind_of(readings.correct(stranger, post_named("ask").id, {Sentiment::kNeutral, {}, {}})),
      ErrorKind::kNotFound);
  EXPECT_TRUE(readings.summary(stranger, 30)->totals.empty());
}

TEST_F(ReadingsTest, TheSummaryCountsPostsByReason) {
  clock.advance(std::chrono::days{10});
  for (const char* name : {"b", "c", "d", "e"}) {
    hear_read(name, name, std::string("@us it is late, says ") + name);
  }
  hear_read("f", "f", "@us hello");
  must_correct("e", {{}, {}, std::vector<std::string>{"price"}});
  const auto week = readings.summary(agent, 7);
  ASSERT_TRUE(week) << week.error().cause;
  ASSERT_EQ(week->totals.size(), 2U);
  EXPECT_EQ(week->totals[0].reason.key, "delivery");
  EXPECT_EQ(week->totals[0].posts, 3);
  EXPECT_EQ(week->totals[0].before, 1);
  ASSERT_EQ(week->totals[0].examples.size(), 3U);
  EXPECT_EQ(week->totals[0].examples[0].text, "@us it is late, says d");
  EXPECT_EQ(week->totals[0].examples[0].conversation, post_named("d").conversation);
  EXPECT_EQ(week->totals[1].reason.key, "price");
  EXPECT_EQ(week->totals[1].posts, 1);

  // Merged, both are told as one, before anything was read again.
  ASSERT_TRUE(readings.merge_reason(owner, "price", "delivery"));
  const auto merged = readings.summary(agent, 7);
  ASSERT_EQ(merged->totals.size(), 1U);
  EXPECT_EQ(merged->totals[0].posts, 4);
  EXPECT_EQ(merged->totals[0].examples[0].text, "@us it is late, says e");
  EXPECT_EQ(kind_of(readings.summary(agent, 0)), ErrorKind::kInvalid);
  EXPECT_EQ(kind_of(readings.summary(agent, 367)), ErrorKind::kInvalid);
}

}  // namespace
}  // namespace rapport
