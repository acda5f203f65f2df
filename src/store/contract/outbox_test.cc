#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, KeepsActsWithEveryMember) {
  Act act = sample::act(here, 1);
  write([&](Unit& unit) { return unit.outbox().add(act); });
  EXPECT_TRUE(same(act, read([&](Unit& unit) { return unit.outbox().find(here, act.id); })));
  act.state = ActState::kRejected;
  act.conversation.reset();
  act.post.reset();
  act.account = AccountId{5};
  act.text = "Thank you, Maria!";
  act.not_before = sample::at(50);
  act.record_key = "3kabc";
  act.record_created_at = sample::at(51);
  act.attempts = 3;
  act.error = "Bluesky did not accept this reply.";
  act.result_native_id = "at://mine";
  act.result_post = PostId{9};
  act.dismissed = true;
  act.changed_at = sample::at(52);
  write([&](Unit& unit) { return unit.outbox().save(act); });
  EXPECT_TRUE(same(act, read([&](Unit& unit) { return unit.outbox().find(here, act.id); })));
  EXPECT_EQ(ErrorKind::kNotFound,
            write_fails([&](Unit& unit) { return unit.outbox().save(sample::act(here, 9)); }));
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.outbox().find(elsewhere, act.id); }));
}

TEST_P(StoreContract, TakesARequestOnce) {
  const Act act = sample::act(here, 1);
  write([&](Unit& unit) { return unit.outbox().add(act); });
  Act again = sample::act(here, 2);
  again.client_key = act.client_key;
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.outbox().add(again); }));
  again.by = MemberId{99};
  write([&](Unit& unit) { return unit.outbox().add(again); });
  const auto found =
      read([&](Unit& unit) { return unit.outbox().by_client_key(here, act.by, act.client_key); });
  ASSERT_TRUE(found);
  EXPECT_TRUE(same(act, *found));

  // An act that nobody gave a key is like no other.
  for (int number = 3; number <= 4; ++number) {
    Act like = sample::act(here, number);
    like.client_key.clear();
    write([&](Unit& unit) { return unit.outbox().add(like); });
    EXPECT_TRUE(same(like, read([&](Unit& unit) { return unit.outbox().find(here, like.id); })));
  }
  EXPECT_FALSE(read([&](Unit& unit) { return unit.outbox().by_client_key(here, act.by, ""); }));
}

TEST_P(StoreContract, HandsOutWhatIsDue) {
  const auto make = [](WorkspaceId workspace, int number, ActState state, int not_before) {
    Act act = sample::act(workspace, number);
    act.state = state;
    act.not_before = sample::at(not_before);
    return act;
  };
  const Act late = make(here, 1, ActState::kQueued, 30);
  const Act early = make(elsewhere, 2, ActState::kUnknown, 10);
  const Act sending = make(here, 3, ActState::kSending, 1);
  const Act accepted = make(here, 4, ActState::kAccepted, 1);
  for (const Act& each : {late, early, sending, accepted}) {
    write([&](Unit& unit) { return unit.outbox().add(each); });
  }
  const auto due = [&](int second, int most) {
    return read([&](Unit& unit) { return unit.outbox().due(sample::at(second), most); });
  };
  EXPECT_TRUE(due(9, 10).empty());
  EXPECT_TRUE(same({early}, due(10, 10)));
  EXPECT_TRUE(same({early, late}, due(30, 10)));
  EXPECT_TRUE(same({early}, due(30, 1)));
  EXPECT_TRUE(same({sending}, read([](Unit& unit) { return unit.outbox().in_flight(); })));
}

TEST_P(StoreContract, HurriesWhatWaitsOnOneChannelForALaterTry) {
  const auto add = [&](WorkspaceId workspace, int number, int not_before, auto change) {
    Act act = sample::act(workspace, number);
    act.channel = ChannelId{7};
    act.state = ActState::kQueued;
    act.attempts = 2;
    act.not_before = sample::at(not_before);
    change(act);
    write([&](Unit& unit) { return unit.outbox().add(act); });
    return act;
  };
  const Act later = add(here, 1, 400, [](Act&) {});
  const Act soon = add(here, 2, 300, [](Act& act) { act.state = ActState::kUnknown; });
  const Act last = add(here, 3, 500, [](Act&) {});
  const std::vector<Act> others = {
      add(here, 4, 300, [](Act& act) { act.attempts = 0; }),
      add(here, 5, 300, [](Act& act) { act.state = ActState::kRejected; }),
      add(here, 6, 300, [](Act& act) { act.channel = ChannelId{8}; }),
      add(elsewhere, 7, 300, [](Act&) {}),
      add(here, 8, 100, [](Act&) {}),  // due already
  };
  const auto now = sample::at(200);
  write([&](Unit& unit) { return unit.outbox().hurry(here, ChannelId{7}, now, 2); });
  const auto stored = [&](const Act& act) {
    return read([&](Unit& unit) { return unit.outbox().find(act.workspace, act.id); });
  };
  for (Act hurried : {later, soon}) {
    hurried.not_before = hurried.changed_at = now;
    EXPECT_TRUE(same(hurried, stored(hurried)));
  }
  EXPECT_TRUE(same(last, stored(last))) << "two were asked for";
  for (const Act& other : others) EXPECT_TRUE(same(other, stored(other)));
}

TEST_P(StoreContract, ShowsTheActsOfAConversation) {
  std::vector<Act> acts;
  for (int number = 1; number <= 7; ++number) {
    Act act = sample::act(here, number);
    act.state = static_cast<ActState>((number - 1) % 6);
    acts.push_back(act);
  }
  acts[6].state = ActState::kRejected;
  acts[6].dismissed = true;
  Act like = sample::act(here, 8);
  like.kind = ActKind::kLike;
  acts.push_back(like);
  for (const Act& each : acts) write([&](Unit& unit) { return unit.outbox().add(each); });
  const ConversationId conversation = *acts[0].conversation;

  // Queued, sending, unknown, rejected; the like is on its way too.
  EXPECT_TRUE(same({acts[0], acts[1], acts[2], acts[4], acts[7]},
                   read([&](Unit& unit) { return unit.outbox().open_of(here, conversation); })));
  EXPECT_TRUE(same({acts[1], acts[2], acts[3]}, read([&](Unit& unit) {
                     return unit.outbox().replies_since(here, conversation, sample::at(1));
                   })));
  const auto counts = read([&](Unit& unit) {
    return unit.conversations().act_counts(here, {ConversationId{404}, conversation});
  });
  EXPECT_TRUE(same({ActCounts{conversation, 4, 1}}, counts));
}

TEST_P(StoreContract, FindsTheLatestActOnAPostOrAnAccount) {
  const PostId post{70};
  const AccountId account{71};
  const auto make = [&](int number, ActKind kind) {
    Act act = sample::act(here, number);
    act.kind = kind;
    act.post = post;
    act.account = account;
    return act;
  };
  const Act like = make(1, ActKind::kLike);
  const Act unlike = make(2, ActKind::kUnlike);
  Act undone = make(3, ActKind::kLike);
  undone.state = ActState::kUndone;
  Act other_channel = make(4, ActKind::kLike);
  other_channel.channel = ChannelId{99};
  for (const Act& each : {like, unlike, undone, other_channel}) {
    write([&](Unit& unit) { return unit.outbox().add(each); });
  }
  const auto on_post = [&](std::vector<ActKind> kinds) {
    return read(
        [&](Unit& unit) { return unit.outbox().latest_on_post(here, like.channel, post, kinds); });
  };
  EXPECT_TRUE(same(std::optional(unlike), on_post({ActKind::kLike, ActKind::kUnlike})));
  EXPECT_TRUE(same(std::optional(like), on_post({ActKind::kLike})));
  EXPECT_FALSE(on_post({ActKind::kReply}));
  EXPECT_FALSE(on_post({}));
  EXPECT_TRUE(same(std::optional(unlike), read([&](Unit& unit) {
                     return unit.outbox().latest_on_account(here, like.channel, account,
                                                            {ActKind::kLike, ActKind::kUnlike});
                   })));
}

TEST_P(StoreContract, KeepsTheLedgerOfDeliveries) {
  const Act act = sample::act(here, 1);
  Delivery first;
  first.workspace = here;
  first.id = DeliveryId{1};
  first.act = act.id;
  first.idempotency_key = "3kabc";
  first.started_at = sample::at(1);
  EXPECT_EQ(ErrorKind::kNotFound,
            write_fails([&](Unit& unit) { return unit.outbox().add_delivery(first); }));
  write([&](Unit& unit) { return unit.outbox().add(act); });
  write([&](Unit& unit) { return unit.outbox().add_delivery(first); });
  Delivery second = first;
  second.id = DeliveryId{2};
  second.attempt = 2;
  second.started_at = sample::at(5);
  write([&](Unit& unit) { return unit.outbox().add_delivery(second); });
  first.finished_at = sample::at(2);
  first.outcome = Outcome::kUnknown;
  first.native_id = "at://mine";
  first.error = "timed out";
  write([&](Unit& unit) { return unit.outbox().save_delivery(first); });
  EXPECT_TRUE(same({first, second},
                   read([&](Unit& unit) { return unit.outbox().deliveries(here, act.id); })));
}

}  // namespace
}  // namespace rapport
