// Hiding what somebody said below a post of ours: with a reason, for everybody to see who did, and
// undoable.

#include "desk/outbox/outbox.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class HideTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    let_hide(true);
    hear({said("us", "ours", "New hours from Monday"),
          said("troll", "bad", "buy my coins", "ours", "ours"), said("ana", "q", "@us hello"),
          said("troll", "bad2", "buy my coins", "q", "q")});
    bad = post_named("bad");
  }

  void let_hide(bool can) {
    channel.limits.hides_replies = can;
    ASSERT_TRUE(store().write([&](Unit& unit) { return unit.channels().save(channel); }));
  }
  void deliver() {
    clock.advance(std::chrono::seconds{6});
    while (*deliverer.deliver_one()) {
    }
  }
  ThreadPost shown() {
    auto page = inbox.thread(agent, bad.conversation, {}, 10);
    EXPECT_TRUE(page);
    for (ThreadPost& each : page->posts) {
      if (each.post.id == bad.id) return std::move(each);
    }
    ADD_FAILURE() << "it is not in its thread";
    return {};
  }
  std::vector<AuditEntry> log() {
    return *store().read(
        [&](Unit& unit) { return unit.members().audit_log(channel.workspace, {}, 10); });
  }

  Post bad;
};

TEST_F(HideTest, AsksAReasonAndTellsTheTeamWhoDidItAndWhy) {
  EXPECT_EQ(outbox.hide(agent, bad.id, " ").error().field, "reason");
  EXPECT_EQ(outbox.hide(viewer, bad.id, "Adverts").error().kind, ErrorKind::kForbidden);
  EXPECT_TRUE(shown().can_hide);
  const auto once = outbox.hide(agent, bad.id, " Adverts ");
  ASSERT_TRUE(once) << once.error().message;
  EXPECT_EQ(outbox.hide(agent, bad.id, "Adverts")->act.id, once->act.id);
  EXPECT_TRUE(shown().hiding);
  EXPECT_EQ(outbox.unhide(agent, bad.id).error().kind, ErrorKind::kConflict);
  deliver();
  ASSERT_EQ(network->sent().size(), 1U);
  EXPECT_EQ(network->sent()[0].kind, ActKind::kHide);
  EXPECT_EQ(network->sent()[0].target_native_id, "bad");
  EXPECT_EQ(network->sent()[0].root_native_id, "ours");
  EXPECT_EQ(network->sent()[0].text, "") << "the reason is the team's";
  ASSERT_TRUE(shown().hidden);
  EXPECT_EQ(shown().hidden->by_name, "Arun");
  EXPECT_EQ(shown().hidden->reason, "Adverts");
  EXPECT_EQ(log()[0].verb, "post.hide");
  EXPECT_EQ(log()[0].detail, "Adverts");

  ASSERT_TRUE(outbox.unhide(agent, bad.id));
  deliver();
  EXPECT_EQ(network->sent().at(1).kind, ActKind::kUnhide);
  EXPECT_EQ(network->sent()[1].target_native_id, "bad");
  EXPECT_FALSE(shown().hidden);
  EXPECT_EQ(log()[0].verb, "post.unhide");
}

TEST_F(HideTest, OnlyBelowAPostOfOursAndWhereTheNetworkLetsUs) {
  const auto elsewhere = outbox.hide(agent, post_named("bad2").id, "Adverts");
  EXPECT_EQ(elsewhere.error().kind, ErrorKind::kForbidden) << "the thread is Ana's";
  EXPECT_EQ(outbox.hide(agent, post_named("ours").id, "Why not").error().kind, ErrorKind::kInvalid);
  let_hide(false);
  const auto nowhere = outbox.hide(agent, bad.id, "Adverts");
  ASSERT_EQ(nowhere.error().kind, ErrorKind::kForbidden);
  EXPECT_NE(nowhere.error().message.find("no way to hide"), std::string::npos);
  EXPECT_FALSE(shown().can_hide);
}

TEST_F(HideTest, AnUnknownEndIsLookedUpAndARefusalLeavesItSeen) {
  network->meet(Fault::kLostAnswer);
  ASSERT_TRUE(outbox.hide(agent, bad.id, "Adverts"));
  deliver();
  EXPECT_FALSE(shown().hidden) << "nobody knows yet";
  clock.advance(std::chrono::minutes{10});
  deliver();
  EXPECT_EQ(network->look_ups(), 1);
  EXPECT_EQ(network->sent().size(), 1U) << "asked, not repeated";
  EXPECT_TRUE(shown().hidden);

  network->meet(Fault::kRejected);
  ASSERT_TRUE(outbox.unhide(agent, bad.id));
  deliver();
  EXPECT_TRUE(shown().hidden) << "it could not be shown again";
}

TEST_F(HideTest, GoesOutEvenWhereItSeemsToBeSo) {
  ASSERT_TRUE(outbox.hide(agent, bad.id, "Adverts"));
  deliver();
  ASSERT_TRUE(shown().hidden);
  // Somebody showed it again in the network's own app; nobody told us.
  ASSERT_TRUE(outbox.hide(agent, bad.id, "Adverts, still"));
  deliver();
  EXPECT_EQ(network->sent().size(), 2U);
}

TEST_F(HideTest, WhatWasRefusedIsNotTriedAgainOverANewerWish) {
  network->meet(Fault::kRejected);
  const auto refused = outbox.hide(agent, bad.id, "Adverts");
  ASSERT_TRUE(refused);
  deliver();
  ASSERT_TRUE(outbox.hide(agent, bad.id, "Adverts"));
  deliver();
  ASSERT_TRUE(outbox.unhide(agent, bad.id));
  deliver();
  EXPECT_EQ(outbox.retry(agent, refused->act.id).error().kind, ErrorKind::kConflict);
  EXPECT_FALSE(shown().hidden);
}

}  // namespace
}  // namespace rapport
