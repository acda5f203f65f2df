#include "desk/outbox/outbox.h"

#include "base/tid.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class OutboxTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    hear({said("ana", "q", "@us where is my order?")});
    question = post_named("q");
  }

  ReplyRequest answer(const std::string& text, const std::string& key = "key-1") {
    ReplyRequest request;
    request.conversation = question.conversation;
    request.post = question.id;
    request.text = text;
    request.client_key = key;
    request.seen_post = question.id;
    return request;
  }

  Act reply(const std::string& text, const std::string& key = "key-1") {
    auto made = outbox.reply(agent, answer(text, key));
    EXPECT_TRUE(made) << made.error().message;
    EXPECT_TRUE(std::holds_alternative<ActView>(*made));
    return std::get<ActView>(*made).act;
  }

  Act act(ActId id) { return outbox.find(owner, id)->act; }

  // Delivers everything that is due now.
  void deliver() {
    for (;;) {
      auto worked = deliverer.deliver_one();
      ASSERT_TRUE(worked) << worked.error().message << worked.error().cause;
      if (!*worked) return;
    }
  }
  void wait(std::chrono::seconds time) { clock.advance(time); }

  std::optional<Draft> draft_of(const Member& by) {
    return *store().read([&](Unit& unit) {
      return unit.conversations().draft(by.workspace, question.conversation, by.id);
    });
  }

  Post question;
};

TEST_F(OutboxTest, AReplyIsSentOnceAfterFiveSeconds) {
  const Act made = reply("It left the house today, Ana.");
  EXPECT_EQ(made.not_before, clock.now() + kUndoWindow);
  deliver();
  EXPECT_TRUE(network->written().empty()) << "it can still be undone";

  wait(std::chrono::seconds{5});
  deliver();
  const Act sent = act(made.id);
  EXPECT_EQ(sent.state, ActState::kAccepted);
  ASSERT_EQ(network->sent().size(), 1U);
  EXPECT_EQ(network->sent()[0].target_native_id, "q");
  EXPECT_EQ(network->sent()[0].root_native_id, "q");
  EXPECT_EQ(network->sent()[0].root_revision, "rev-q");
  EXPECT_EQ(conversation_of("q").state, ConversationState::kWaiting);
  ASSERT_TRUE(sent.result_post);
  const Post ours = post_named(sent.result_native_id);
  EXPECT_EQ(ours.text, "It left the house today, Ana.");
  EXPECT_EQ(ours.address, Address::kOurs);

  // The own repository tells of it as well.
  hear({said("us", sent.result_native_id, "It left the house today, Ana.", "q")});
  EXPECT_EQ(conversation_of("q").posts, 2);
}

TEST_F(OutboxTest, TheSameRequestTwiceIsOneAct) {
  const Act one = reply("Hello Ana");
  const Act other = reply("Hello Ana");
  EXPECT_EQ(one.id, other.id);
  wait(std::chrono::seconds{6});
  deliver();
  EXPECT_EQ(network->written().size(), 1U);
}

TEST_F(OutboxTest, UndoInTimePutsTheWordsBack) {
  const Act made = reply("Too hasty");
  EXPECT_FALSE(draft_of(agent));
  ASSERT_TRUE(outbox.undo(agent, made.id));
  EXPECT_EQ(draft_of(agent)->text, "Too hasty");
  wait(std::chrono::seconds{10});
  deliver();
  EXPECT_TRUE(network->written().empty());
  EXPECT_EQ(act(made.id).state, ActState::kUndone);
}

TEST_F(OutboxTest, UndoAfterItWasSentIsRefused) {
  const Act made = reply("Hello Ana");
  wait(std::chrono::seconds{6});
  deliver();
  auto undone = outbox.undo(agent, made.id);
  ASSERT_FALSE(undone);
  EXPECT_EQ(undone.error().kind, ErrorKind::kConflict);
}

TEST_F(OutboxTest, ALostAnswerIsLookedUpAndNotRepeated) {
  network->meet(Fault::kLostAnswer);
  const Act made = reply("Hello Ana");
  wait(std::chrono::seconds{5});
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kUnknown);

  wait(std::chrono::seconds{10});
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kAccepted);
  EXPECT_EQ(network->look_ups(), 1);
  EXPECT_EQ(network->written().begin()->second, 1) << "it was not sent twice";
}

TEST_F(OutboxTest, ALostRequestIsLookedUpAndThenSent) {
  network->meet(Fault::kLostRequest);
  const Act made = reply("Hello Ana");
  wait(std::chrono::seconds{5});
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kUnknown);
  wait(std::chrono::seconds{10});
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kAccepted);
  EXPECT_EQ(network->look_ups(), 1);
  EXPECT_EQ(network->written().size(), 1U);
}

TEST_F(OutboxTest, AsLongAsItCannotBeLookedUpNothingIsSent) {
  network->meet(Fault::kLostAnswer);
  for (int i = 0; i < 3; ++i) network->meet_at_look_up(Fault::kNotSent);
  const Act made = reply("Hello Ana");
  for (int i = 0; i < 3; ++i) {
    wait(std::chrono::minutes{6});
    deliver();
    EXPECT_EQ(act(made.id).state, ActState::kUnknown);
  }
  wait(std::chrono::minutes{6});
  deliver();
  wait(std::chrono::minutes{6});
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kAccepted);
  EXPECT_EQ(network->written().begin()->second, 1);
}

TEST_F(OutboxTest, ANetworkThatIsDownIsTriedAgainWithTheSameKey) {
  network->meet(Fault::kNotSent);
  const Act made = reply("Hello Ana");
  wait(std::chrono::seconds{5});
  deliver();
  const Act waiting = act(made.id);
  EXPECT_EQ(waiting.state, ActState::kQueued);
  EXPECT_GT(waiting.not_before, clock.now());
  EXPECT_FALSE(waiting.error.empty());
  wait(std::chrono::minutes{1});
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kAccepted);
  EXPECT_EQ(act(made.id).record_key, waiting.record_key);
  EXPECT_EQ(act(made.id).record_created_at, waiting.record_created_at);
}

TEST_F(OutboxTest, ARateLimitIsWaitedOut) {
  network->meet(Fault::kTooMany);
  const Act made = reply("Hello Ana");
  wait(std::chrono::seconds{5});
  deliver();
  EXPECT_GE(act(made.id).not_before, clock.now() + std::chrono::seconds{60});
}

TEST_F(OutboxTest, ARejectedReplyKeepsItsWordsAndSaysWhy) {
  network->meet(Fault::kRejected);
  const Act made = reply("Hello Ana");
  wait(std::chrono::seconds{5});
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kRejected);
  EXPECT_EQ(act(made.id).error, "The network did not accept this.");
  EXPECT_EQ(act(made.id).text, "Hello Ana");
  EXPECT_EQ(conversation_of("q").state, ConversationState::kOpen) << "Ana still waits";
  wait(std::chrono::hours{1});
  deliver();
  EXPECT_TRUE(network->written().empty()) << "a no is not asked again";

  ASSERT_TRUE(outbox.dismiss(agent, made.id));
  EXPECT_EQ(draft_of(agent)->text, "Hello Ana");
}

TEST_F(OutboxTest, ARejectedReplyCanBeTriedAgain) {
  network->meet(Fault::kRejected);
  const Act made = reply("Hello Ana");
  wait(std::chrono::seconds{5});
  deliver();
  ASSERT_TRUE(outbox.retry(agent, made.id));
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kAccepted);
}

TEST_F(OutboxTest, OnlyARealRefusalAsksToReconnect) {
  network->meet(Fault::kUnauthorized);
  const Act made = reply("Hello Ana");
  wait(std::chrono::seconds{5});
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kQueued) << "it goes out once somebody reconnected";
  auto now =
      store().read([&](Unit& unit) { return unit.channels().find(channel.workspace, channel.id); });
  EXPECT_EQ(now->state, ChannelState::kReconnect);
}

TEST_F(OutboxTest, AProcessThatDiedIsTakenUp) {
  const Act made = reply("Hello Ana");
  wait(std::chrono::seconds{5});
  // What a process leaves behind that was killed while its request was under way.
  ASSERT_TRUE(store().write([&](Unit& unit) -> Result<Done> {
    Act left = *unit.outbox().find(channel.workspace, made.id);
    left.state = ActState::kSending;
    left.attempts = 1;
    RAPPORT_TRY(unit.outbox().save(left));
    Delivery delivery;
    delivery.workspace = channel.workspace;
    delivery.id = ids.make<DeliveryId>();
    delivery.act = made.id;
    delivery.idempotency_key = left.record_key;
    delivery.started_at = clock.now();
    return unit.outbox().add_delivery(delivery);
  }));
  deliver();
  EXPECT_TRUE(network->written().empty()) << "what is on its way is nobody else's";
  ASSERT_TRUE(deliverer.recover());
  EXPECT_EQ(act(made.id).state, ActState::kUnknown);
  deliver();
  EXPECT_EQ(act(made.id).state, ActState::kAccepted);
  EXPECT_EQ(network->look_ups(), 1);
  auto deliveries = store().read(
      [&](Unit& unit) { return unit.outbox().deliveries(channel.workspace, made.id); });
  ASSERT_EQ(deliveries->size(), 2U);
  EXPECT_EQ((*deliveries)[0].outcome, Outcome::kUnknown);
  EXPECT_EQ((*deliveries)[1].outcome, Outcome::kAccepted);
}

TEST_F(OutboxTest, ATextThatIsTooLongIsKeptAsTheDraft) {
  const std::string text(312, 'x');
  auto made = outbox.reply(agent, answer(text));
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(made.error().field, "text");
  EXPECT_NE(made.error().message.find("12 too many"), std::string::npos) << made.error().message;
  EXPECT_EQ(draft_of(agent)->text, text);
}

TEST_F(OutboxTest, SendingAsksWhenATeammateAnsweredMeanwhile) {
  auto first = outbox.reply(owner, answer("Hello from Olga", "olga"));
  ASSERT_TRUE(first);
  auto second = outbox.reply(agent, answer("Hello from Arun", "arun"));
  ASSERT_TRUE(second);
  ASSERT_TRUE(std::holds_alternative<AnsweredMeanwhile>(*second));
  EXPECT_EQ(std::get<AnsweredMeanwhile>(*second).who, "Olga");

  auto request = answer("Hello from Arun", "arun");
  request.confirm = true;
  auto confirmed = outbox.reply(agent, request);
  ASSERT_TRUE(confirmed);
  EXPECT_TRUE(std::holds_alternative<ActView>(*confirmed));
}

TEST_F(OutboxTest, SendingAsksWhenTheBrandsOwnAppAnsweredMeanwhile) {
  clock.advance(std::chrono::seconds{30});
  hear({said("us", "native", "Hi from the phone", "q")});
  auto made = outbox.reply(agent, answer("Hello from Arun"));
  ASSERT_TRUE(made);
  ASSERT_TRUE(std::holds_alternative<AnsweredMeanwhile>(*made));
  EXPECT_EQ(std::get<AnsweredMeanwhile>(*made).answers,
            std::vector<PostId>{post_named("native").id});

  auto request = answer("Hello from Arun");
  request.seen_post = post_named("native").id;
  auto seen = outbox.reply(agent, request);
  ASSERT_TRUE(seen);
  EXPECT_TRUE(std::holds_alternative<ActView>(*seen)) << "they had it on the screen";
}

TEST_F(OutboxTest, MyOwnSecondAnswerIsNoSurprise) {
  reply("First", "1");
  wait(std::chrono::seconds{6});
  deliver();
  auto second = outbox.reply(agent, answer("And one more thing", "2"));
  ASSERT_TRUE(second);
  EXPECT_TRUE(std::holds_alternative<ActView>(*second));
}

TEST_F(OutboxTest, AViewerCannotAnswer) {
  auto made = outbox.reply(viewer, answer("Hello"));
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, ErrorKind::kForbidden);
}

TEST_F(OutboxTest, LikingTwiceIsOneLikeAndUnlikingTakesItAway) {
  auto one = outbox.like(agent, question.id);
  auto two = outbox.like(agent, question.id);
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->act.id, two->act.id);
  deliver();
  EXPECT_FALSE(post_named("q").our_like.empty());
  ASSERT_TRUE(outbox.like(agent, question.id));
  deliver();
  EXPECT_EQ(network->sent().size(), 1U);

  ASSERT_TRUE(outbox.unlike(agent, question.id));
  deliver();
  EXPECT_TRUE(post_named("q").our_like.empty());
  ASSERT_EQ(network->sent().size(), 2U);
  EXPECT_EQ(network->sent()[1].target_native_id, "at://us/" + network->sent()[0].record_key);
}

TEST_F(OutboxTest, ALikeOutlastsANetworkThatLags) {
  ASSERT_TRUE(outbox.like(agent, question.id));
  deliver();
  auto stale = said("ana", "q", "@us where is my order?");
  stale.our_like = "";
  hear({stale});
  EXPECT_FALSE(post_named("q").our_like.empty());
  wait(std::chrono::minutes{2});
  hear({stale});
  EXPECT_TRUE(post_named("q").our_like.empty()) << "taken back in the network's own app";
}

TEST_F(OutboxTest, TheRecordIsFixedWithTheAct) {
  const Act made = reply("Hello Ana");
  EXPECT_TRUE(is_tid(made.record_key));
  EXPECT_EQ(made.record_created_at, made.not_before);
  wait(std::chrono::minutes{3});
  deliver();
  EXPECT_EQ(network->sent().front().record_key, made.record_key);
  EXPECT_EQ(network->sent().front().created_at, made.not_before);
}

TEST_F(OutboxTest, FollowingIsKeptOnTheAccount) {
  auto account = store().read(
      [&](Unit& unit) { return unit.people().account(channel.workspace, question.author); });
  ASSERT_TRUE(outbox.follow(agent, account->person, account->id));
  deliver();
  account = store().read(
      [&](Unit& unit) { return unit.people().account(channel.workspace, question.author); });
  EXPECT_FALSE(account->followed_by_us.empty());
  ASSERT_TRUE(outbox.unfollow(agent, account->person, account->id));
  deliver();
  account = store().read(
      [&](Unit& unit) { return unit.people().account(channel.workspace, question.author); });
  EXPECT_TRUE(account->followed_by_us.empty());
}

TEST_F(OutboxTest, DeletingOurAnswerAsksAReasonAndIsAudited) {
  reply("Wrong thread");
  wait(std::chrono::seconds{6});
  deliver();
  const Act sent = act(reply("Wrong thread").id);
  ASSERT_FALSE(outbox.remove(agent, *sent.result_post, "  "));
  ASSERT_FALSE(outbox.remove(agent, question.id, "I do not like it"));
  ASSERT_TRUE(outbox.remove(agent, *sent.result_post, "It went to the wrong thread"));
  deliver();
  EXPECT_TRUE(post_named(sent.result_native_id).deleted_at);
  EXPECT_EQ(conversation_of("q").state, ConversationState::kOpen) << "Ana waits again";
  auto log =
      store().read([&](Unit& unit) { return unit.members().audit_log(channel.workspace, {}, 10); });
  ASSERT_FALSE(log->empty());
  EXPECT_EQ(log->front().verb, "post.delete");
  EXPECT_EQ(log->front().detail, "It went to the wrong thread");
}

}  // namespace
}  // namespace rapport
