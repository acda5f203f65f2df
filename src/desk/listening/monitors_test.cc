// Monitors: what they find as it is heard, and what was heard before them.

#include "desk/listening/monitors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>

#include "desk/listening/matching.h"
#include "desk/testing/desk_fixture.h"
#include "desk/testing/word_reader.h"

namespace rapport {
namespace {

// A store in which something happens after a piece of reading.
class Interrupted final : public Store {
 public:
  Interrupted(Store& store, std::function<void(int)> after_read)
      : store_(store), after_read_(std::move(after_read)) {}

  Result<Done> backup_to(const std::string& path) override { return store_.backup_to(path); }
  void on_commit(std::function<void(const std::vector<Event>&)>) override {}

 private:
  Result<Done> do_write(const Work& work) override { return store_.write(work); }
  Result<Done> do_read(const Work& work) override {
    auto done = store_.read(work);
    after_read_(++reads_);
    return done;
  }

  Store& store_;
  std::function<void(int)> after_read_;
  int reads_ = 0;
};

class MonitorsTest : public DeskTest {
 protected:
  void listen(std::vector<NetworkPost> posts, std::vector<std::string> deleted = {}) {
    file(listening, std::move(posts), std::move(deleted));
  }

  MonitorView make(const std::string& query, bool paused = false) {
    auto view =
        monitors.create(agent, {"Us " + query.substr(0, 20), query, TagColor::kBlue, paused});
    EXPECT_TRUE(view) << view.error().message;
    return view.value_or(MonitorView{});
  }

  void catch_up() {
    for (int round = 0; round < 100; ++round) {
      const auto more = monitors.catch_up(3);
      ASSERT_TRUE(more) << more.error().message << more.error().cause;
      if (!*more) return;
    }
    FAIL() << "it never ends";
  }

  std::vector<HeardView> found(const MentionFilter& filter) {
    auto page = monitors.posts(viewer, filter, {}, 50);
    EXPECT_TRUE(page) << page.error().message << page.error().cause;
    return page ? std::move(page->posts) : std::vector<HeardView>{};
  }
  std::vector<std::string> names(const MentionFilter& filter) {
    std::vector<std::string> out;
    for (const HeardView& each : found(filter)) out.push_back(each.shown.post.native_id);
    return out;
  }
  MentionFilter of(const MonitorView& monitor) {
    MentionFilter filter;
    filter.monitor = monitor.monitor.id;
    return filter;
  }

  using Names = std::vector<std::string>;

  WordReader reader;
  MonitorMatching matching;
  Filing listening{store(), ids, clock, &reader, &matching};
  Monitors monitors{store(), matching, ids, clock, &reader};
};

TEST_F(MonitorsTest, FindWhatIsHeardFromThenOn) {
  const auto tea = make("tea");
  const auto late = make("late OR slow");
  listen({said("ana", "p1", "My tea came late"), said("ben", "p2", "Coffee for me")});
  const auto posts = found(of(tea));
  ASSERT_EQ(posts.size(), 1U);
  EXPECT_EQ(posts[0].shown.post.native_id, "p1");
  EXPECT_EQ(posts[0].shown.author.handle, "ana.example");
  EXPECT_EQ(posts[0].spans, (std::vector<Span>{{3, 6}}));
  EXPECT_EQ(posts[0].state, ConversationState::kHeard);
  ASSERT_EQ(posts[0].found_by.size(), 2U);
  EXPECT_EQ(posts[0].found_by[1].monitor, late.monitor.id);
  EXPECT_EQ(posts[0].found_by[1].spans, (std::vector<Span>{{12, 16}}));
  ASSERT_TRUE(posts[0].shown.reading);
  EXPECT_EQ(names({}), Names{"p1"}) << "each post once";
}

TEST_F(MonitorsTest, FindWhatWasHeardBeforeThemTheNewestFirst) {
  for (int number = 1; number <= 8; ++number) {
    listen({said("ana", "p" + std::to_string(number), number % 2 == 0 ? "tea" : "milk")});
    clock.advance(std::chrono::minutes{1});
  }
  const auto tea = make("tea");
  EXPECT_TRUE(tea.catching_up);
  EXPECT_TRUE(names(of(tea)).empty());
  ASSERT_TRUE(monitors.catch_up(3));
  EXPECT_EQ(names(of(tea)), (Names{"p8", "p6"}));
  catch_up();
  EXPECT_EQ(names(of(tea)), (Names{"p8", "p6", "p4", "p2"}));
  const auto list = monitors.list(viewer, {}, 50);
  ASSERT_TRUE(list);
  EXPECT_FALSE(list->monitors[0].catching_up);
  EXPECT_EQ(list->monitors[0].today, 4);
  EXPECT_EQ(list->monitors[0].week, 4);
}

TEST_F(MonitorsTest, ShareOneWalkAndEachGoesOnFromItsOwnPlace) {
  for (int number = 1; number <= 8; ++number) {
    listen({said("ana", "p" + std::to_string(number), number % 2 == 0 ? "tea" : "milk")});
    clock.advance(std::chrono::minutes{1});
  }
  const auto tea = make("tea");
  ASSERT_TRUE(monitors.catch_up(3));
  const auto milk = make("milk");
  const auto english = make("(tea OR milk) -author:ben -network:mastodon");
  ASSERT_TRUE(monitors.catch_up(3));
  EXPECT_EQ(names(of(milk)), Names{"p7"});
  EXPECT_EQ(names(of(english)), (Names{"p8", "p7", "p6"}));
  EXPECT_EQ(names(of(tea)), (Names{"p8", "p6"})) << "the walk has not come to its place";
  ASSERT_TRUE(monitors.catch_up(3));
  EXPECT_EQ(names(of(milk)), (Names{"p7", "p5", "p3"}));
  EXPECT_EQ(names(of(english)), (Names{"p8", "p7", "p6", "p5", "p4", "p3"}));
  EXPECT_EQ(names(of(tea)), (Names{"p8", "p6", "p4"}));
  catch_up();
  EXPECT_EQ(names(of(tea)), (Names{"p8", "p6", "p4", "p2"}));
  EXPECT_EQ(names(of(milk)), (Names{"p7", "p5", "p3", "p1"}));
  EXPECT_EQ(names(of(english)).size(), 8U);
  EXPECT_EQ(*monitors.catch_up(3), false);
}

// The walk only reads; what happens before it keeps what it found must not be undone.
TEST_F(MonitorsTest, KeepNothingThatIsNoLongerTrueWhenTheWalkEnds) {
  listen({said("ana", "p1", "tea please"), said("ben", "p2", "tea, too"), said("cem", "p3", "milk"),
          said("dee", "p4", "more tea")});
  const auto tea = make("tea");
  const auto gone = make("tea -milk");
  const auto changed = make("too");
  int reads = 0;
  Interrupted interrupted(store(), [&](int read) {
    reads = read;
    if (read != 2) return;  // the walk, after a look whether anything waits
    clock.advance(std::chrono::minutes{2});
    listen({said("ana", "p1", "coffee please"), said("cem", "p3", "milk tea")}, {"p2"});
    EXPECT_TRUE(monitors.remove(agent, gone.monitor.id));
    EXPECT_TRUE(
        monitors.change(agent, changed.monitor.id, {"More", "more", TagColor::kBlue, false}));
  });
  Monitors walking{interrupted, matching, ids, clock, &reader};
  ASSERT_TRUE(walking.catch_up(100));
  EXPECT_EQ(reads, 2);
  EXPECT_EQ(names(of(tea)), (Names{"p4", "p3"}));
  const auto list = monitors.list(viewer, {}, 50);
  ASSERT_TRUE(list);
  ASSERT_EQ(list->monitors.size(), 2U);
  EXPECT_FALSE(list->monitors[0].catching_up);
  EXPECT_TRUE(list->monitors[1].catching_up) << "it is another one since";
  EXPECT_TRUE(names(of(changed)).empty());
  catch_up();
  EXPECT_EQ(names(of(changed)), Names{"p4"});
}

TEST_F(MonitorsTest, WhatAnotherWorkspaceOrALostQueryWaitsForHoldsNobodyUp) {
  listen({said("ana", "p1", "tea")});
  const auto tea = make("tea");
  const auto lost = make("milk");
  ASSERT_TRUE(store().write([&](Unit& unit) -> Result<Done> {
    auto monitor = unit.monitors().find(agent.workspace, lost.monitor.id);
    RAPPORT_TRY(monitor);
    monitor->query = "of:another version:(";
    RAPPORT_TRY(unit.monitors().save(*monitor));
    Monitor other = *monitor;
    other.workspace = WorkspaceId{agent.workspace.value + 1};
    other.id = MonitorId{other.id.value + 1};
    other.query = "tea";
    return unit.monitors().add(other);
  }));
  catch_up();
  EXPECT_EQ(names(of(tea)), Names{"p1"});
  const auto behind = store().read([](Unit& unit) { return unit.monitors().behind(9); });
  ASSERT_TRUE(behind);
  EXPECT_TRUE(behind->empty());
}

TEST_F(MonitorsTest, FollowEditsAndDeletions) {
  const auto tea = make("tea");
  listen({said("ana", "p1", "tea please"), said("ben", "p2", "tea, too")});
  EXPECT_EQ(names(of(tea)).size(), 2U);
  clock.advance(std::chrono::minutes{2});
  listen({said("ana", "p1", "coffee please")});
  EXPECT_EQ(names(of(tea)), Names{"p2"});
  listen({said("ana", "p1", "some tea please")});
  const auto again = found(of(tea));
  ASSERT_EQ(again.size(), 2U);
  listen({}, {"p2"});
  EXPECT_EQ(names(of(tea)), Names{"p1"});
  const auto list = monitors.list(viewer, {}, 50);
  ASSERT_TRUE(list);
  EXPECT_EQ(list->monitors[0].week, 1);
}

TEST_F(MonitorsTest, FindTitlesOfFeedItems) {
  channel.network = "feed";
  NetworkPost item = said("ana", "p1", "All about milk, and a cup of tea.");
  item.title = "News of tea";
  NetworkPost other = said("ana", "p2", "All about tea.");
  other.title = "News of milk";
  const auto before = make("title:tea");
  listen({item, other, said("ana", "p3", "tea\n\nThis one has no title.")});
  // The same, whether it was made before or after.
  const auto after = make("title:tea");
  catch_up();
  for (const auto& monitor : {before, after}) {
    EXPECT_EQ(names(of(monitor)), (Names{"p3", "p1"}));
    for (const HeardView& each : found(of(monitor))) {
      ASSERT_EQ(each.spans.size(), 1U);
      const std::string& text = each.shown.post.text;
      EXPECT_EQ(text.substr(each.spans[0].begin, each.spans[0].end - each.spans[0].begin), "tea");
      EXPECT_LT(each.spans[0].begin, 12U);
    }
  }
  // What stands in both is marked in both, each once.
  const auto both = make("tea");
  catch_up();
  for (const HeardView& each : found(of(both))) {
    if (each.shown.post.native_id != "p1") continue;
    EXPECT_EQ(each.spans.size(), 2U);
  }
  const auto tried = monitors.preview(viewer, {"title:tea", 30, {}, {}});
  ASSERT_TRUE(tried);
  EXPECT_EQ(tried->found, 2);
  const auto milk = make("title:milk");
  catch_up();
  EXPECT_EQ(names(of(milk)), Names{"p2"});
  channel.network = "fake";  // whose posts have no titles
  listen({said("ben", "p4", "milk")});
  EXPECT_EQ(names(of(milk)), Names{"p2"});
}

TEST_F(MonitorsTest, NeverFindWhatWeSaidOurselves) {
  const auto tea = make("tea");
  listen({said("us", "p1", "We make tea")});
  catch_up();
  EXPECT_TRUE(names(of(tea)).empty());
}

TEST_F(MonitorsTest, ChangedLookAtEverythingAgain) {
  const auto drink = make("tea");
  listen({said("ana", "p1", "tea"), said("ben", "p2", "milk")});
  catch_up();
  EXPECT_EQ(names(of(drink)), Names{"p1"});
  ASSERT_TRUE(monitors.change(agent, drink.monitor.id, {"Drinks", "milk", TagColor::kRed, false}));
  catch_up();
  EXPECT_EQ(names(of(drink)), Names{"p2"});
}

TEST_F(MonitorsTest, PausedKeepWhatTheyFoundAndFindNothingMore) {
  const auto tea = make("tea");
  listen({said("ana", "p1", "tea")});
  ASSERT_TRUE(monitors.change(agent, tea.monitor.id, {"Tea", "tea", TagColor::kRed, true}));
  listen({said("ben", "p2", "tea"), said("ana", "p1", "more tea")});
  catch_up();
  EXPECT_EQ(names(of(tea)), Names{"p1"});
  ASSERT_TRUE(monitors.change(agent, tea.monitor.id, {"Tea", "tea", TagColor::kRed, false}));
  catch_up();
  EXPECT_EQ(names(of(tea)).size(), 2U) << "what was said meanwhile is found after all";
}

TEST_F(MonitorsTest, GoWithWhatTheyFound) {
  const auto tea = make("tea");
  const auto milk = make("milk");
  listen({said("ana", "p1", "tea with milk")});
  ASSERT_TRUE(monitors.remove(agent, tea.monitor.id));
  EXPECT_EQ(found(of(milk))[0].found_by.size(), 1U);
  EXPECT_EQ(monitors.posts(viewer, of(tea), {}, 9).error().kind, ErrorKind::kNotFound);
  catch_up();
  listen({said("ana", "p2", "tea and milk")});
  EXPECT_EQ(names(of(milk)).size(), 2U);
}

TEST_F(MonitorsTest, LeaveThePostsTheyFoundToThoseThatComeLater) {
  const auto tea = make("tea");
  listen({said("ana", "p1", "tea please")});
  ASSERT_TRUE(monitors.remove(agent, tea.monitor.id));
  catch_up();
  EXPECT_TRUE(found({}).empty()) << "nobody listens for it";
  EXPECT_EQ(post_named("p1").text, "tea please");
  EXPECT_EQ(conversation_of("p1").state, ConversationState::kHeard);
  const auto tried = monitors.preview(viewer, {"please", 30, {}, {}});
  ASSERT_TRUE(tried);
  EXPECT_EQ(tried->found, 1);
  const auto please = make("please");
  catch_up();
  EXPECT_EQ(names(of(please)), Names{"p1"});
  // What its network takes back goes, whoever had found it.
  ASSERT_TRUE(monitors.remove(agent, please.monitor.id));
  catch_up();
  listen({}, {"p1"});
  EXPECT_TRUE(post_named("p1").text.empty());
}

TEST_F(MonitorsTest, AskWhatWasReadOfAPost) {
  const auto angry = make("sentiment:negative AND parcel");
  const auto reason = make("reason:delivery");
  listen({said("ana", "p1", "My parcel is late"), said("ben", "p2", "My parcel came")});
  EXPECT_EQ(names(of(angry)), Names{"p1"});
  EXPECT_EQ(names(of(reason)), Names{"p1"});
}

TEST_F(MonitorsTest, AskWhoSaidIt) {
  const auto ana = make("author:ana.example tea");
  const auto to_ana = make("replyto:ana.example");
  listen({said("ana", "p1", "tea"), said("ben", "p2", "tea"), said("ben", "p3", "me too", "p1")});
  EXPECT_EQ(names(of(ana)), Names{"p1"});
  EXPECT_EQ(names(of(to_ana)), Names{"p3"});
}

TEST_F(MonitorsTest, WhatIsHeardStandsInNoListUntilItIsTakenUp) {
  make("tea");
  listen({said("ana", "p1", "tea")});
  const auto heard = conversation_of("p1");
  EXPECT_EQ(heard.state, ConversationState::kHeard);
  const auto listed = [&] {
    auto page = inbox.list(viewer, {}, {}, 50);
    return page ? page->rows.size() : 99U;
  };
  EXPECT_EQ(listed(), 0U);
  ASSERT_TRUE(inbox.reopen(agent, heard.id, {}));
  EXPECT_EQ(conversation_of("p1").state, ConversationState::kOpen);
  EXPECT_EQ(listed(), 1U);
}

TEST_F(MonitorsTest, WhatIsHeardCanBeSkippedWithAReason) {
  const auto tea = make("tea");
  listen({said("ana", "p1", "tea"), said("ben", "p2", "tea")});
  ASSERT_TRUE(inbox.skip(agent, conversation_of("p1").id, SkipReason::kNotForUs, "", {}));
  MentionFilter skipped = of(tea);
  skipped.fate = "skipped";
  skipped.skip_reason = SkipReason::kNotForUs;
  EXPECT_EQ(names(skipped), Names{"p1"});
  const auto summary = monitors.summary(viewer, tea.monitor.id, 30);
  ASSERT_TRUE(summary) << summary.error().message << summary.error().cause;
  ASSERT_EQ(summary->skip_reasons.size(), 1U);
  EXPECT_EQ(summary->skip_reasons[0].key, "not_for_us");
}

TEST_F(MonitorsTest, NarrowListsByWhatWasReadAndByLinks) {
  const auto tea = make("tea");
  NetworkPost linked = said("ana", "p1", "late tea at https://www.example.org/tea");
  linked.entities.push_back({EntityKind::kLink, 12, 39, "https://www.example.org/tea"});
  listen({linked, said("ben", "p2", "tea")});
  MentionFilter filter = of(tea);
  filter.sentiment = Sentiment::kNegative;
  EXPECT_EQ(names(filter), Names{"p1"});
  filter = of(tea);
  filter.reason = "delivery";
  EXPECT_EQ(names(filter), Names{"p1"});
  filter = of(tea);
  filter.site = "example.org";
  EXPECT_EQ(names(filter), Names{"p1"});
  filter = of(tea);
  filter.link = "https://www.example.org/tea";
  EXPECT_EQ(names(filter), Names{"p1"});
  filter.link = "https://www.example.org/";
  EXPECT_TRUE(names(filter).empty());
  filter = of(tea);
  filter.network = post_named("p1").network;
  EXPECT_EQ(names(filter).size(), 2U);
  filter.network = "elsewhere";
  EXPECT_TRUE(names(filter).empty());
  filter = of(tea);
  filter.author = post_named("p2").author;
  EXPECT_EQ(names(filter), Names{"p2"});
  filter = of(tea);
  filter.language = "en";
  EXPECT_EQ(names(filter).size(), 2U);
  filter.language = "pt";
  EXPECT_TRUE(names(filter).empty());
}

TEST_F(MonitorsTest, ListsArePagedThroughTies) {
  const auto tea = make("tea");
  std::vector<NetworkPost> posts;
  for (int number = 1; number <= 7; ++number) {
    posts.push_back(said("ana", "p" + std::to_string(number), "tea"));
  }
  listen(posts);
  std::vector<std::string> seen;
  std::optional<MentionPlace> after;
  do {
    const auto page = monitors.posts(viewer, of(tea), after, 2);
    ASSERT_TRUE(page);
    for (const HeardView& each : page->posts) seen.push_back(each.shown.post.native_id);
    after = page->next;
  } while (after && seen.size() < 20);
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(seen, (Names{"p1", "p2", "p3", "p4", "p5", "p6", "p7"}));
}

TEST_F(MonitorsTest, RefuseWhatCannotBeRead) {
  const auto broken = monitors.create(agent, {"Us", "(tea", TagColor::kBlue, false});
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().field, "query");
  const auto unnamed = monitors.create(agent, {" ", "tea", TagColor::kBlue, false});
  ASSERT_FALSE(unnamed);
  EXPECT_EQ(unnamed.error().field, "name");
  EXPECT_EQ(monitors.create(viewer, {"Us", "tea", TagColor::kBlue, false}).error().kind,
            ErrorKind::kForbidden);
  const auto tea = make("tea");
  EXPECT_EQ(
      monitors.change(viewer, tea.monitor.id, {"Us", "tea", TagColor::kBlue, true}).error().kind,
      ErrorKind::kForbidden);
  EXPECT_EQ(monitors.remove(viewer, tea.monitor.id).error().kind, ErrorKind::kForbidden);
  Member other = owner;
  other.workspace = ids.make<WorkspaceId>();
  EXPECT_EQ(monitors.remove(other, tea.monitor.id).error().kind, ErrorKind::kNotFound);
}

TEST_F(MonitorsTest, PreviewStoredHistoryWithWhatEachWordBrought) {
  listen({said("ana", "p1", "acme tea"), said("ben", "p2", "acme jobs and hiring"),
          said("cleo", "p3", "northwind jobs and hiring"), said("dan", "p4", "milk")});
  PreviewQuestion question;
  question.query = "acme OR northwind";
  const auto part = monitors.preview(viewer, question);
  ASSERT_TRUE(part) << part.error().message << part.error().cause;
  EXPECT_EQ(part->looked, 4);
  EXPECT_EQ(part->found, 3);
  EXPECT_FALSE(part->next);
  ASSERT_EQ(part->days.size(), 1U);
  EXPECT_EQ(part->days.begin()->second, 3);
  ASSERT_EQ(part->terms.size(), 2U);
  EXPECT_EQ(part->terms[0].text, "acme");
  EXPECT_EQ(part->terms[0].found, 2);
  EXPECT_EQ(part->terms[0].alone, 2);
  EXPECT_EQ(part->terms[1].alone, 1);
  ASSERT_EQ(part->samples.size(), 3U);
  for (const HeardView& each : part->samples) EXPECT_EQ(each.spans.size(), 1U);
  std::vector<std::string> beside;
  for (const WordTotal& each : part->beside) beside.push_back(each.word);
  EXPECT_EQ(beside, (Names{"hiring", "jobs"}));

  question.rejected = {post_named("p2").id, post_named("p3").id};
  const auto told = monitors.preview(viewer, question);
  ASSERT_TRUE(told);
  ASSERT_EQ(told->rejected.size(), 2U);
  EXPECT_EQ(told->rejected[0].rejected, 2);
  EXPECT_EQ(told->rejected[0].kept, 0);
}

TEST_F(MonitorsTest, PreviewAsksWhatWasReadAndWhoSaidIt) {
  listen({said("ana", "p1", "late tea"), said("ben", "p2", "late tea"), said("ana", "p3", "tea")});
  PreviewQuestion question;
  question.query = "author:ana.example sentiment:negative tea";
  const auto part = monitors.preview(viewer, question);
  ASSERT_TRUE(part);
  EXPECT_EQ(part->found, 1);
  question.query = "tea (";
  EXPECT_EQ(monitors.preview(viewer, question).error().field, "query");
  question.query = "tea";
  question.days = 0;
  EXPECT_EQ(monitors.preview(viewer, question).error().field, "days");
}

TEST_F(MonitorsTest, SummaryCountsWhatWasFound) {
  const auto tea = make("tea");
  for (int day = 0; day < 3; ++day) {
    listen({said("ana", "a" + std::to_string(day), "late tea"),
            said("ben", "b" + std::to_string(day), "tea")});
    clock.advance(std::chrono::hours{24});
  }
  const auto summary = monitors.summary(viewer, tea.monitor.id, 7);
  ASSERT_TRUE(summary) << summary.error().message << summary.error().cause;
  EXPECT_EQ(summary->total, 6);
  EXPECT_EQ(summary->negative, 3);
  EXPECT_EQ(summary->looked_at, 6);
  ASSERT_EQ(summary->volume.size(), 7U);
  std::int64_t sum = 0;
  for (const VolumeStep& each : summary->volume) sum += each.total;
  EXPECT_EQ(sum, 6);
  ASSERT_EQ(summary->authors.size(), 2U);
  EXPECT_EQ(summary->authors[0].total, 3);
  ASSERT_EQ(summary->reasons.size(), 1U);
  EXPECT_EQ(summary->reasons[0].key, "delivery");
  EXPECT_EQ(summary->states[0].key, "heard");
  EXPECT_EQ(monitors.summary(viewer, {}, 7)->total, 6);
  EXPECT_EQ(monitors.summary(viewer, {}, 91).error().field, "days");
}

TEST_F(MonitorsTest, SummaryExplainsASpike) {
  const auto tea = make("tea");
  int number = 0;
  const auto say = [&](const std::string& text) {
    ++number;
    return said("person" + std::to_string(number), "p" + std::to_string(number), text);
  };
  for (int hour = 0; hour < 48; ++hour) {
    listen({say("a quiet tea in the garden")});
    clock.advance(std::chrono::hours{1});
  }
  std::vector<NetworkPost> many;
  for (int i = 0; i < 20; ++i) many.push_back(say("the kettle recall ruins my tea"));
  listen(std::move(many));
  const auto summary = monitors.summary(viewer, tea.monitor.id, 7);
  ASSERT_TRUE(summary);
  ASSERT_EQ(summary->spikes.size(), 1U);
  const Spike& spike = summary->spikes[0];
  EXPECT_EQ(spike.total, 20);
  EXPECT_EQ(spike.authors, 20);
  std::vector<std::string> terms;
  for (const WordTotal& each : spike.terms) terms.push_back(each.word);
  std::sort(terms.begin(), terms.end());
  EXPECT_EQ(terms, (Names{"kettle", "recall", "ruins"}));
  EXPECT_EQ(spike.posts.size(), 3U);
  EXPECT_EQ(summary->spike_posts.size(), 3U);
}

TEST_F(MonitorsTest, ShareOfVoiceComparesThem) {
  const auto acme = make("acme");
  const auto zephyr = make("zephyr");
  listen({said("ana", "p1", "acme"), said("ben", "p2", "acme"), said("cleo", "p3", "acme zephyr")});
  const auto share = monitors.share(viewer, 7, {});
  ASSERT_TRUE(share);
  ASSERT_EQ(share->monitors.size(), 2U);
  EXPECT_EQ(share->monitors[0].monitor, acme.monitor.id);
  EXPECT_EQ(share->monitors[0].total, 3);
  EXPECT_EQ(share->monitors[1].monitor, zephyr.monitor.id);
  EXPECT_EQ(share->monitors[1].total, 1);
  EXPECT_EQ(share->steps.size(), 7U);
  const auto one = monitors.share(viewer, 7, {zephyr.monitor.id});
  ASSERT_TRUE(one);
  ASSERT_EQ(one->monitors.size(), 1U);
  EXPECT_EQ(one->monitors[0].monitor, zephyr.monitor.id);
  EXPECT_EQ(one->monitors[0].total, 1);
  Member other = viewer;
  other.workspace = ids.make<WorkspaceId>();
  EXPECT_EQ(monitors.share(other, 7, {acme.monitor.id}).error().kind, ErrorKind::kNotFound);
  // Too many to be compared are refused, chosen or not.
  std::vector<MonitorId> many{acme.monitor.id, zephyr.monitor.id};
  while (many.size() <= Monitors::kMostCompared) many.push_back(make("acme").monitor.id);
  for (const auto& chosen : {many, std::vector<MonitorId>{}}) {
    const auto refused = monitors.share(viewer, 7, chosen);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::kInvalid);
    EXPECT_EQ(refused.error().field, "monitors");
  }
  many.pop_back();
  EXPECT_TRUE(monitors.share(viewer, 7, many));
}

TEST_F(MonitorsTest, AreListedPageByPage) {
  std::vector<MonitorId> made;
  for (const char* each : {"tea", "milk", "cream"}) made.push_back(make(each).monitor.id);
  listen({said("ana", "p1", "tea with milk"), said("ben", "p2", "cream")});
  const auto first = monitors.list(viewer, {}, 2);
  ASSERT_TRUE(first);
  ASSERT_EQ(first->monitors.size(), 2U);
  EXPECT_EQ(first->monitors[0].monitor.id, made[0]);
  EXPECT_EQ(first->monitors[1].monitor.id, made[1]);
  EXPECT_EQ(first->monitors[1].week, 1);
  ASSERT_TRUE(first->next);
  // What is made or removed meanwhile moves nothing.
  ASSERT_TRUE(monitors.remove(agent, made[0]));
  const auto second = monitors.list(viewer, first->next, 2);
  ASSERT_TRUE(second);
  ASSERT_EQ(second->monitors.size(), 1U);
  EXPECT_EQ(second->monitors[0].monitor.id, made[2]);
  EXPECT_EQ(second->monitors[0].week, 1);
  EXPECT_FALSE(second->next);
}

}  // namespace
}  // namespace rapport
