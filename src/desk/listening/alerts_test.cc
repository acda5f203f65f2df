// Alerts: each raised once and only when it is due, and brought to whoever asked.

#include "desk/listening/alerts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "desk/listening/matching.h"
#include "desk/listening/monitors.h"
#include "desk/testing/desk_fixture.h"
#include "desk/testing/fake_carrier.h"
#include "desk/testing/word_reader.h"

namespace rapport {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class AlertsTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    store().on_commit([this](const std::vector<Event>& events) {
      for (const Event& each : events) announced.push_back(each.kind);
      alerts->hear(events);
    });
    monitor = make("tea");
  }

  Monitor make(const std::string& query) {
    auto view = monitors.create(agent, {"Us", query, TagColor::kBlue, false});
    EXPECT_TRUE(view);
    return view ? view->monitor : Monitor{};
  }

  void ask_for(AlertRuleWish wish) {
    const auto put = alerts->put_rules(agent, monitor.id, {std::move(wish)});
    ASSERT_TRUE(put) << put.error().message << put.error().cause;
  }

  // So many posts at this moment, each by somebody of their own.
  void hear_posts(int count, const std::string& text) {
    std::vector<NetworkPost> posts;
    for (int each = 0; each < count; ++each) {
      const std::string name = "p" + std::to_string(++posts_said);
      posts.push_back(said("who" + name, name, text));
    }
    file(listening, std::move(posts));
  }
  // One an hour for some days.
  void be_usual(int days, const std::string& text = "tea is nice") {
    for (int hour = 0; hour < days * 24; ++hour) {
      hear_posts(1, text);
      clock.advance(hours{1});
    }
  }

  int raise() {
    const auto raised = alerts->raise_due();
    EXPECT_TRUE(raised) << raised.error().message << raised.error().cause;
    return raised.value_or(-1);
  }
  int deliver() {
    const auto tried = alerts->deliver_due();
    EXPECT_TRUE(tried) << tried.error().message << tried.error().cause;
    return tried.value_or(-1);
  }
  std::vector<AlertView> list(const Member& by) {
    auto page = alerts->list(by, {}, 50);
    EXPECT_TRUE(page);
    return page ? std::move(page->alerts) : std::vector<AlertView>{};
  }
  Alert newest() {
    const auto all = list(viewer);
    EXPECT_FALSE(all.empty());
    return all.empty() ? Alert{} : all.front().alert;
  }
  std::unique_ptr<Alerts> make_alerts() {
    return std::make_unique<Alerts>(store(), secrets, ids, clock,
                                    AlertWays{&mail, &webhook, "https://desk.example/listen/alerts",
                                              [](const Alert& alert, const Monitor& of) {
                                                return "{\"id\":\"" + to_string(alert.id) +
                                                       "\",\"of\":\"" + of.name + "\"}";
                                              }});
  }

  WordReader reader;
  MonitorMatching matching;
  Filing listening{store(), ids, clock, &reader, &matching};
  Monitors monitors{store(), matching, ids, clock, &reader};
  FakeCarrier mail;
  FakeCarrier webhook;
  std::unique_ptr<Alerts> alerts = make_alerts();
  std::vector<EventKind> announced;
  Monitor monitor;
  int posts_said = 0;
};

TEST_F(AlertsTest, TellOfASpikeOnce) {
  ask_for({AlertKind::kSpike});
  be_usual(3);
  EXPECT_EQ(raise(), 0);
  hear_posts(9, "tea with a broken rivet");
  EXPECT_EQ(raise(), 0) << "nine are too few";
  announced.clear();
  hear_posts(5, "tea with a broken rivet");
  EXPECT_EQ(raise(), 1);
  const Alert alert = newest();
  EXPECT_EQ(alert.kind, AlertKind::kSpike);
  EXPECT_EQ(alert.says.substr(0, 52), "Us: 14 posts in an hour where 1 is usual. Most say b");
  EXPECT_NE(alert.says.find("rivet"), std::string::npos) << alert.says;
  EXPECT_EQ(alert.says.find("tea"), std::string::npos) << "everybody says what was asked for";
  EXPECT_EQ(alert.posts.size(), 3U);
  EXPECT_NE(std::ranges::find(announced, EventKind::kAlert), announced.end());

  hear_posts(20, "tea with a broken rivet");
  EXPECT_EQ(raise(), 0);
  clock.advance(hours{1});
  hear_posts(20, "tea with a broken rivet");
  EXPECT_EQ(raise(), 0) << "it goes on, and was told";
  alerts = make_alerts();
  EXPECT_EQ(raise(), 0) << "also to a process that starts anew";
  clock.advance(hours{3});
  hear_posts(30, "tea again");
  EXPECT_EQ(raise(), 1) << "another one";
}

TEST_F(AlertsTest, SayNothingOfAPausedMonitor) {
  ask_for({AlertKind::kSpike});
  be_usual(3);
  hear_posts(30, "tea");
  ASSERT_TRUE(monitors.change(agent, monitor.id, {"Us", "tea", TagColor::kBlue, true}));
  EXPECT_EQ(raise(), 0);
  ASSERT_TRUE(monitors.change(agent, monitor.id, {"Us", "tea", TagColor::kBlue, false}));
  EXPECT_EQ(raise(), 1);
}

TEST_F(AlertsTest, TellOfANegativeSurgeOnceADay) {
  ask_for({AlertKind::kNegative});
  be_usual(2);
  hear_posts(20, "tea is nice");
  hear_posts(9, "tea is late");
  EXPECT_EQ(raise(), 0) << "nine are too few";
  hear_posts(1, "tea is late");
  EXPECT_EQ(raise(), 0) << "a week is counted once a minute at most";
  clock.advance(minutes{1});
  EXPECT_EQ(raise(), 1);
  const Alert alert = newest();
  EXPECT_EQ(alert.kind, AlertKind::kNegative);
  EXPECT_EQ(alert.says, "Us: 10 of 35 posts in 6 hours are negative, 29% where 0% is usual.");
  EXPECT_EQ(alert.posts.size(), 3U);
  clock.advance(hours{1});
  hear_posts(20, "tea is late");
  EXPECT_EQ(raise(), 0);
}

TEST_F(AlertsTest, SayNothingWhereNegativeIsUsual) {
  ask_for({AlertKind::kNegative});
  be_usual(1, "tea is late");
  hear_posts(30, "tea is late");
  EXPECT_EQ(raise(), 0);
}

TEST_F(AlertsTest, TellOfAPersonWhoIsNamedOnceADay) {
  AlertRuleWish wish{AlertKind::kPerson};
  wish.handles = {" @Ana.Example"};
  file(listening, {said("ana", "old", "tea before anybody asked")});
  clock.advance(minutes{1});
  ask_for(wish);
  EXPECT_EQ(raise(), 0);
  file(listening, {said("ben", "b1", "tea"), said("ana", "a1", "tea"), said("ana", "a2", "milk")});
  EXPECT_EQ(raise(), 1);
  const Alert alert = newest();
  EXPECT_EQ(alert.says, "Us: ana (@ana.example) wrote, who is on your list.");
  EXPECT_EQ(alert.posts, std::vector{post_named("a1").id});
  EXPECT_EQ(alert.conversation, post_named("a1").conversation);
  clock.advance(hours{1});
  file(listening, {said("ana", "a3", "more tea")});
  EXPECT_EQ(raise(), 0);
  clock.advance(hours{24});
  file(listening, {said("ana", "a4", "tea again")});
  EXPECT_EQ(raise(), 1);
}

TEST_F(AlertsTest, SayNothingLateOfAPersonAfterARestart) {
  AlertRuleWish wish{AlertKind::kPerson};
  wish.handles = {"ana.example"};
  ask_for(wish);
  clock.advance(minutes{1});
  file(listening, {said("ana", "a1", "tea")});
  EXPECT_EQ(raise(), 1);
  clock.advance(hours{1});
  file(listening, {said("ana", "a2", "more tea")});
  EXPECT_EQ(raise(), 0);
  clock.advance(hours{23} + minutes{1});
  alerts = make_alerts();
  EXPECT_EQ(raise(), 0) << "that is 23 hours old";
  file(listening, {said("ana", "a3", "tea again")});
  EXPECT_EQ(raise(), 1);
}

TEST_F(AlertsTest, TellOfAPersonWeTalkedWith) {
  ask_for({AlertKind::kPerson});
  file(listening, {said("ana", "q1", "@us where is it?")});
  clock.advance(minutes{1});
  file(listening, {said("us", "r1", "On its way", "q1"), said("ben", "b1", "@us hello")});
  clock.advance(minutes{1});
  file(listening, {said("ana", "q2", "@us thanks"), said("ben", "b2", "@us hello?")});
  EXPECT_EQ(raise(), 0) << "no monitor found any of it";
  clock.advance(minutes{1});
  file(listening, {said("ana", "a1", "tea time"), said("ben", "b3", "tea, too")});
  EXPECT_EQ(raise(), 1);
  EXPECT_EQ(newest().says, "Us: ana (@ana.example) wrote, whom you answered once before.");
}

TEST_F(AlertsTest, AreReadByEachMemberByThemselves) {
  AlertRuleWish wish{AlertKind::kPerson};
  wish.handles = {"ana.example"};
  ask_for(wish);
  clock.advance(minutes{1});
  file(listening, {said("ana", "a1", "tea")});
  EXPECT_EQ(raise(), 1);
  ASSERT_TRUE(alerts->mark_read(viewer));
  EXPECT_TRUE(list(viewer).front().read);
  EXPECT_FALSE(list(agent).front().read);
}

TEST_F(AlertsTest, AreBroughtToEachReceiverOnceAndAgainAfterAFailure) {
  AlertRuleWish wish{AlertKind::kPerson};
  wish.app = false;
  wish.emails = {"Ana@Brand.example", "ana@brand.example", "ben@brand.example"};
  wish.webhook = "https://hook.example/x";
  wish.handles = {"ana.example"};
  const auto put = alerts->put_rules(agent, monitor.id, {wish});
  ASSERT_TRUE(put) << put.error().message;
  const std::string secret = put->front().secret;
  EXPECT_EQ(secret.size(), 43U);
  EXPECT_EQ(put->front().rule.emails.size(), 2U);
  const auto again = alerts->put_rules(agent, monitor.id, {wish});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->front().secret, "") << "it is told once";

  clock.advance(minutes{1});
  file(listening, {said("ana", "a1", "tea")});
  EXPECT_EQ(raise(), 1);
  EXPECT_TRUE(list(viewer).empty()) << "not in the app";
  webhook.fail_with(ErrorKind::kUnavailable);
  EXPECT_EQ(deliver(), 3);
  ASSERT_EQ(mail.brought.size(), 2U);
  EXPECT_EQ(mail.brought[0].notice.lines[0], "Us: ana (@ana.example) wrote, who is on your list.");
  EXPECT_EQ(mail.brought[0].notice.url, "https://desk.example/listen/alerts");
  EXPECT_TRUE(webhook.brought.empty());
  EXPECT_EQ(deliver(), 0) << "not at once";
  // Whoever looks at the rule sees which receiver does not get them, and why.
  const auto receivers = [&] {
    auto rules = alerts->rules(agent, monitor.id);
    EXPECT_TRUE(rules) << rules.error().message;
    EXPECT_EQ(rules->size(), 1U);
    return rules->front().receivers;
  };
  auto told = receivers();
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[0].address, "ana@brand.example");
  EXPECT_EQ(told[0].state, AlertDeliveryState::kSent);
  EXPECT_EQ(told[0].sent_at, clock.now());
  EXPECT_TRUE(told[0].error.empty());
  EXPECT_EQ(told[2].carrier, AlertCarrier::kWebhook);
  EXPECT_EQ(told[2].address, "https://hook.example/x");
  EXPECT_EQ(told[2].state, AlertDeliveryState::kWaiting);
  EXPECT_EQ(told[2].waiting, 1);
  EXPECT_EQ(told[2].sent_at, std::nullopt);
  EXPECT_FALSE(told[2].error.empty());
  EXPECT_EQ(told[2].error_at, clock.now());
  EXPECT_EQ(told[2].next_try_at, clock.now() + std::chrono::seconds{30});

  clock.advance(std::chrono::seconds{30});
  alerts = make_alerts();  // it is kept over a restart
  EXPECT_EQ(deliver(), 1);
  ASSERT_EQ(webhook.brought.size(), 1U);
  EXPECT_EQ(webhook.brought[0].to.secret, secret);
  EXPECT_EQ(webhook.brought[0].notice.id, mail.brought[0].notice.id);
  EXPECT_EQ(webhook.brought[0].notice.json,
            "{\"id\":\"" + webhook.brought[0].notice.id + "\",\"of\":\"Us\"}");
  told = receivers();
  EXPECT_EQ(told[2].state, AlertDeliveryState::kSent);
  EXPECT_EQ(told[2].waiting, 0);
  EXPECT_EQ(told[2].next_try_at, std::nullopt);
  clock.advance(hours{24});
  EXPECT_EQ(deliver(), 0);
}

TEST_F(AlertsTest, AreNotMailedAgainWhereTheyMayHaveArrived) {
  AlertRuleWish wish{AlertKind::kPerson};
  wish.emails = {"ana@brand.example"};
  wish.webhook = "https://hook.example/x";
  wish.handles = {"ana.example"};
  ask_for(wish);
  clock.advance(minutes{1});
  file(listening, {said("ana", "a1", "tea")});
  EXPECT_EQ(raise(), 1);
  mail.fail_with(ErrorKind::kUnknown);
  webhook.fail_with(ErrorKind::kUnknown);
  EXPECT_EQ(deliver(), 2);
  clock.advance(hours{1});
  EXPECT_EQ(deliver(), 1);
  EXPECT_TRUE(mail.brought.empty());
  EXPECT_EQ(webhook.brought.size(), 1U);
}

TEST_F(AlertsTest, WaitForNoReceiverThatIsAway) {
  AlertRuleWish wish{AlertKind::kPerson};
  wish.webhook = "https://Away.example/x";
  for (int each = 0; each < 8; ++each) {
    wish.handles.push_back("who" + std::to_string(each) + ".example");
  }
  ask_for(wish);
  monitor = make("milk");
  wish.webhook = "https://hook.example/y";
  wish.handles = {"ana.example"};
  ask_for(wish);
  clock.advance(minutes{1});
  std::vector<NetworkPost> posts;
  for (int each = 0; each < 8; ++each) {
    posts.push_back(said("who" + std::to_string(each), "p" + std::to_string(each), "tea"));
  }
  file(listening, std::move(posts));
  EXPECT_EQ(raise(), 8);
  file(listening, {said("ana", "a1", "milk")});
  EXPECT_EQ(raise(), 1);
  webhook.fail_with(ErrorKind::kUnavailable);
  EXPECT_EQ(deliver(), 2) << "the one that is away was asked once";
  ASSERT_EQ(webhook.brought.size(), 1U);
  EXPECT_EQ(webhook.brought[0].to.address, "https://hook.example/y");
  EXPECT_EQ(deliver(), 0);
  clock.advance(std::chrono::seconds{30});
  EXPECT_EQ(deliver(), 8) << "it is back: none of them was lost";
  EXPECT_EQ(webhook.brought.size(), 9U);
  // A slow one is no better.
  clock.advance(hours{25});
  file(listening, {said("who1", "q1", "tea"), said("who2", "q2", "tea")});
  EXPECT_EQ(raise(), 2);
  webhook.on_send = [this] { clock.advance(std::chrono::seconds{15}); };
  EXPECT_EQ(deliver(), 1);
  clock.advance(std::chrono::seconds{30});
  EXPECT_EQ(deliver(), 1);
}

TEST_F(AlertsTest, GiveUpAfterManyTriesAndWhatNobodyAsksForAnyMore) {
  AlertRuleWish wish{AlertKind::kPerson};
  wish.emails = {"ana@brand.example"};
  wish.handles = {"ana.example", "ben.example"};
  ask_for(wish);
  clock.advance(minutes{1});
  file(listening, {said("ana", "a1", "tea")});
  EXPECT_EQ(raise(), 1);
  for (int each = 0; each < 50; ++each) {
    mail.fail_with(ErrorKind::kUnavailable);
    deliver();
    clock.advance(hours{1});
  }
  EXPECT_EQ(mail.tries, Alerts::kMostAttempts);
  const auto rules = alerts->rules(agent, monitor.id);
  ASSERT_TRUE(rules);
  ASSERT_EQ(rules->front().receivers.size(), 1U);
  EXPECT_EQ(rules->front().receivers[0].state, AlertDeliveryState::kFailed);
  EXPECT_EQ(rules->front().receivers[0].failed, 1);
  EXPECT_FALSE(rules->front().receivers[0].error.empty());
  mail.failures.clear();
  file(listening, {said("ben", "b1", "tea")});
  EXPECT_EQ(raise(), 1);
  wish.emails.clear();
  ask_for(wish);
  EXPECT_EQ(deliver(), 1);
  EXPECT_TRUE(mail.brought.empty());
  EXPECT_EQ(deliver(), 0);
}

TEST_F(AlertsTest, RefuseRulesThatCannotWork) {
  const auto refused = [&](const Member& by, const AlertRuleWish& wish) {
    const auto put = alerts->put_rules(by, monitor.id, {wish});
    EXPECT_FALSE(put);
    return put ? std::string() : put.error().field;
  };
  AlertRuleWish wish{AlertKind::kSpike};
  wish.emails = {"nobody"};
  EXPECT_EQ(refused(agent, wish), "emails");
  wish.emails = {"refused@brand.example"};
  EXPECT_EQ(refused(agent, wish), "emails");
  wish.emails.clear();
  wish.webhook = "ftp://hook.example";
  EXPECT_EQ(refused(agent, wish), "webhook");
  wish.webhook = "https://refused.example";
  EXPECT_EQ(refused(agent, wish), "webhook");
  wish.webhook.clear();
  wish.handles = {"ana.example"};
  EXPECT_EQ(refused(agent, wish), "handles");
  wish.handles.clear();
  wish.app = false;
  EXPECT_EQ(refused(agent, wish), "rules");
  wish.app = true;
  const auto twice = alerts->put_rules(agent, monitor.id, {wish, wish});
  EXPECT_FALSE(twice);
  const auto by_viewer = alerts->put_rules(viewer, monitor.id, {wish});
  ASSERT_FALSE(by_viewer);
  EXPECT_EQ(by_viewer.error().kind, ErrorKind::kForbidden);
  EXPECT_FALSE(alerts->rules(viewer, monitor.id));
  Alerts unheard(store(), secrets, ids, clock, {});
  wish.emails = {"ana@brand.example"};
  const auto no_mail = unheard.put_rules(agent, monitor.id, {wish});
  ASSERT_FALSE(no_mail);
  EXPECT_EQ(no_mail.error().field, "emails");
}

}  // namespace
}  // namespace rapport
