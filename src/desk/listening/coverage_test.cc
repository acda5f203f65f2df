// What was not read is shown, and asked for.

#include "desk/listening/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>

#include "desk/listening/backfilling.h"
#include "desk/listening/matching.h"
#include "desk/listening/monitors.h"
#include "desk/listening/searching.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

// A network with a search that answers with pages prepared for each question.
class Searched final : public Connector {
 public:
  std::vector<std::string> sources() const override { return {}; }
  Limits limits() const override { return {}; }
  Result<Heard> hear(std::string_view, std::string_view, Time) override { return Heard{}; }
  Result<Thread> thread(std::string_view, const std::vector<std::string>&) override {
    return not_found("The thread is gone.");
  }
  Result<NetworkAccount> profile(std::string_view) override { return not_found("Nobody."); }
  Result<Sent> send(const Outgoing&) override { return invalid("It cannot."); }
  Result<std::optional<Sent>> look_up(const Outgoing&) override { return std::optional<Sent>{}; }

  Result<Heard> search(const SearchQuestion& question, std::string_view cursor, Time) override {
    asked.push_back(question.words + "|" + std::string(cursor));
    until = question.until;
    if (broken) return unavailable("The network is away.");
    auto& waiting = pages[question.words];
    Heard heard;
    if (!waiting.empty()) {
      heard.posts = waiting.front();
      waiting.pop_front();
    }
    heard.more = !waiting.empty();
    heard.cursor = "page" + std::to_string(waiting.size());
    return heard;
  }

  std::map<std::string, std::deque<std::vector<NetworkPost>>> pages;
  std::vector<std::string> asked;
  std::optional<Time> until;  // of the last question
  bool broken = false;
};

class CoverageTest : public DeskTest {
 protected:
  MonitorView make(const std::string& query) {
    auto view = monitors.create(agent, {"Us", query, TagColor::kBlue, false});
    EXPECT_TRUE(view) << view.error().message;
    return view.value_or(MonitorView{});
  }
  Backfill ask(std::optional<MonitorId> monitor = {}) {
    clock.advance(std::chrono::minutes{1});
    const Time now = clock.now();
    auto asked = coverage.backfill(owner, {channel.id, monitor, now - std::chrono::hours{24}, now});
    EXPECT_TRUE(asked) << asked.error().message;
    return asked.value_or(Backfill{});
  }
  std::vector<std::string> found() {
    std::vector<std::string> out;
    auto page = monitors.posts(viewer, {}, {}, 100);
    EXPECT_TRUE(page);
    for (const HeardView& each : page->posts) out.push_back(each.shown.post.native_id);
    std::sort(out.begin(), out.end());
    return out;
  }
  CoverageView shown() {
    auto view = coverage.list(viewer, 30);
    EXPECT_TRUE(view) << view.error().message;
    return view.value_or(CoverageView{});
  }
  using Names = std::vector<std::string>;

  MonitorMatching matching;
  Monitors monitors{store(), matching, ids, clock, nullptr};
  Coverage coverage{store(), registry, matching, ids, clock};
  Backfilling backfilling{store(), matching, ids, clock, nullptr};
  Searched searched;
};

TEST_F(CoverageTest, ABackfillKeepsWhatMonitorsFindAndNothingElse) {
  make("tea");
  make("milk OR cream");
  NetworkPost old = said("dan", "p9", "tea long ago");
  old.created_at -= std::chrono::hours{48};
  searched.pages["tea"] = {{said("ana", "p1", "tea"), said("ben", "p2", "teatime")},
                           {said("cleo", "p3", "Tea"), old}};
  searched.pages["cream"] = {{said("ana", "p4", "cream")}};
  ask();
  ASSERT_TRUE(backfilling.read_on(searched, channel, 50));
  EXPECT_EQ(searched.asked, (Names{"tea|", "tea|page1", "milk|", "cream|"}));
  EXPECT_EQ(found(), (Names{"p1", "p3", "p4"}));
  const auto view = shown();
  ASSERT_EQ(view.backfills.size(), 1U);
  EXPECT_EQ(view.backfills[0].state, BackfillState::kDone);
  EXPECT_EQ(view.backfills[0].posts, 3);
  EXPECT_EQ(conversation_of("p1").state, ConversationState::kHeard);
  const auto source = std::ranges::find(view.sources, "search", &SourceCoverage::source);
  ASSERT_NE(source, view.sources.end());
  ASSERT_EQ(source->spans.size(), 1U);
  EXPECT_TRUE(source->spans[0].complete);
}

TEST_F(CoverageTest, ABackfillGoesOnWhereItBroke) {
  make("tea");
  searched.pages["tea"] = {{said("ana", "p1", "tea")}, {said("ben", "p2", "tea")}};
  ask();
  ASSERT_TRUE(backfilling.read_on(searched, channel, 1));
  searched.broken = true;
  EXPECT_EQ(backfilling.read_on(searched, channel, 1).error().kind, ErrorKind::kUnavailable);
  searched.broken = false;
  Backfilling after_a_restart{store(), matching, ids, clock, nullptr};
  ASSERT_TRUE(after_a_restart.read_on(searched, channel, 50));
  EXPECT_EQ(searched.asked, (Names{"tea|", "tea|page1", "tea|page1"}));
  EXPECT_EQ(found(), (Names{"p1", "p2"}));
}

TEST_F(CoverageTest, ABackfillSaysWhatItCannotAsk) {
  make("tea*");
  ask();
  ASSERT_TRUE(backfilling.read_on(searched, channel, 50));
  EXPECT_TRUE(searched.asked.empty());
  const auto view = shown();
  EXPECT_NE(view.backfills[0].note.find("“Us”"), std::string::npos) << view.backfills[0].note;
  const auto source = std::ranges::find(view.sources, "search", &SourceCoverage::source);
  ASSERT_NE(source, view.sources.end());
  EXPECT_FALSE(source->spans[0].complete);
}

TEST_F(CoverageTest, ABackfillOfOneMonitorAsksForThatOneAlone) {
  make("tea");
  const auto milk = make("milk");
  const Backfill backfill = ask(milk.monitor.id);
  clock.advance(std::chrono::hours{1});
  ASSERT_TRUE(backfilling.read_on(searched, channel, 50));
  EXPECT_EQ(searched.asked, Names{"milk|"});
  EXPECT_EQ(searched.until, backfill.to) << "nothing later is gone through";
}

TEST_F(CoverageTest, ABackfillCanBeStopped) {
  make("tea");
  searched.pages["tea"] = {{said("ana", "p1", "tea")}, {said("ben", "p2", "tea")}};
  const Backfill backfill = ask();
  ASSERT_TRUE(backfilling.read_on(searched, channel, 1));
  ASSERT_TRUE(coverage.stop(owner, backfill.id));
  ASSERT_TRUE(backfilling.read_on(searched, channel, 50));
  EXPECT_EQ(found(), Names{"p1"});
  EXPECT_EQ(shown().backfills[0].state, BackfillState::kStopped);
}

TEST_F(CoverageTest, WithoutAStreamTheSearchIsAskedAgainAndAgain) {
  make("tea OR milk");
  make("tea");
  Searching searching(store(), matching, ids, clock, nullptr);
  searched.pages["tea"] = {{said("ana", "p1", "tea"), said("ben", "p2", "teapot")}};
  const auto step = [&] {
    auto filed = searching.read_on(searched, channel);
    EXPECT_TRUE(filed) << filed.error().message;
    return filed ? filed->new_posts : -1;
  };
  EXPECT_EQ(step(), 1);
  EXPECT_EQ(searched.asked, (Names{"milk|", "tea|"})) << "each question once";
  EXPECT_EQ(found(), Names{"p1"});
  EXPECT_EQ(step(), 0);
  EXPECT_EQ(searched.asked.size(), 2U) << "not yet";
  clock.advance(std::chrono::seconds{61});
  searched.pages["milk"] = {{said("cleo", "p3", "milk")}};
  EXPECT_EQ(step(), 1);
  EXPECT_EQ(found(), (Names{"p1", "p3"}));
  const auto view = shown();
  const auto source = std::ranges::find(view.sources, "search", &SourceCoverage::source);
  ASSERT_NE(source, view.sources.end());
  ASSERT_EQ(source->spans.size(), 1U);
  EXPECT_TRUE(source->spans[0].complete);
}

TEST_F(CoverageTest, ANetworkWithoutASearchIsLeftAlone) {
  make("tea");
  Searching searching(store(), matching, ids, clock, nullptr);
  ASSERT_TRUE(searching.read_on(*network, channel));
  EXPECT_TRUE(shown().sources.empty());
}

TEST_F(CoverageTest, IsForThoseWhoManage) {
  make("tea");
  const Time now = clock.now();
  const BackfillWish wish{channel.id, {}, now - std::chrono::hours{1}, now};
  EXPECT_EQ(coverage.backfill(agent, wish).error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(coverage.backfill(owner, {channel.id, {}, now, now}).error().field, "to");
  Member other = owner;
  other.workspace = ids.make<WorkspaceId>();
  EXPECT_EQ(coverage.backfill(other, wish).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(coverage.stop(other, ask().id).error().kind, ErrorKind::kNotFound);
}

TEST_F(CoverageTest, TellsWhatEachChannelReadAndWhatItMissed) {
  hear({said("ana", "p1", "hello @us")});
  const Time now = clock.now();
  ASSERT_TRUE(store().write([&](Unit& unit) {
    return unit.channels().add_span(
        channel.workspace, channel.id, "notifications",
        {now - std::chrono::hours{5}, now - std::chrono::hours{4}, false, "The network was away."});
  }));
  const auto view = shown();
  ASSERT_EQ(view.sources.size(), 1U);
  EXPECT_EQ(view.sources[0].source, "notifications");
  EXPECT_EQ(view.sources[0].state, SourceState::kReading);
  ASSERT_EQ(view.sources[0].spans.size(), 2U);
  EXPECT_FALSE(view.sources[0].spans[0].complete);
  EXPECT_TRUE(view.sources[0].spans[1].complete);
  clock.advance(std::chrono::minutes{10});
  EXPECT_EQ(shown().sources[0].state, SourceState::kBehind);
}

}  // namespace
}  // namespace rapport
