// Reposts and quotes, mutes and blocks: what can be taken back, and what it does to who waits.

#include "desk/audience/audience.h"
#include "desk/outbox/outbox.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class ToggleTest : public DeskTest {
 protected:
  void SetUp() override {
    DeskTest::SetUp();
    hear({said("ana", "q", "@us you are the worst")});
    question = post_named("q");
  }

  void deliver() {
    clock.advance(std::chrono::seconds{6});
    while (*deliverer.deliver_one()) {
    }
  }

  Account ana() {
    return *store().read(
        [&](Unit& unit) { return unit.people().account(channel.workspace, question.author); });
  }

  std::vector<AuditEntry> log() {
    return *store().read(
        [&](Unit& unit) { return unit.members().audit_log(channel.workspace, {}, 10); });
  }

  Post question;
};

TEST_F(ToggleTest, ARepostStandsUntilItIsTakenBack) {
  auto one = outbox.repost(agent, question.id);
  auto two = outbox.repost(agent, question.id);
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->act.id, two->act.id);
  EXPECT_TRUE(inbox.thread(agent, question.conversation, {}, 10)->posts[0].reposting);
  EXPECT_EQ(outbox.unrepost(agent, question.id).error().kind, ErrorKind::kConflict);
  deliver();
  EXPECT_EQ(network->sent().at(0).kind, ActKind::kRepost);
  EXPECT_EQ(network->sent().at(0).target_revision, "rev-q");
  EXPECT_FALSE(post_named("q").our_repost.empty());
  EXPECT_TRUE(post_named("q").our_like.empty()) << "a repost is no like";

  ASSERT_TRUE(outbox.unrepost(agent, question.id));
  deliver();
  EXPECT_EQ(network->sent().at(1).target_native_id, "at://us/" + network->sent()[0].record_key);
  EXPECT_TRUE(post_named("q").our_repost.empty());
}

TEST_F(ToggleTest, AQuoteIsAPostOfOurOwnThatShowsTheirs) {
  QuoteRequest request;
  request.post = question.id;
  request.text = "We hear you";
  request.client_key = "key";
  auto made = outbox.quote(agent, request);
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(outbox.quote(agent, request)->act.id, made->act.id);
  EXPECT_EQ(inbox.open(agent, question.conversation)->acts.size(), 1U) << "shown on its way";
  deliver();
  ASSERT_EQ(network->sent().size(), 1U);
  EXPECT_EQ(network->sent()[0].kind, ActKind::kQuote);
  EXPECT_EQ(network->sent()[0].target_native_id, "q");
  EXPECT_EQ(network->sent()[0].target_revision, "rev-q");

  const Post ours = post_named(outbox.find(agent, made->act.id)->act.result_native_id);
  EXPECT_EQ(ours.kind, PostKind::kQuote);
  ASSERT_TRUE(ours.quoted);
  EXPECT_EQ(ours.quoted->native_id, "q");
  EXPECT_EQ(ours.quoted->author_handle, "ana.example");
  EXPECT_NE(ours.conversation, question.conversation) << "it begins a thread of its own";
  EXPECT_EQ(conversation_of("q").state, ConversationState::kOpen) << "Ana waits still";
}

TEST_F(ToggleTest, AQuoteCanBeUndone) {
  QuoteRequest request;
  request.post = question.id;
  request.text = "We hear you";
  request.client_key = "key";
  auto made = outbox.quote(agent, request);
  ASSERT_TRUE(outbox.undo(agent, made->act.id));
  deliver();
  EXPECT_TRUE(network->sent().empty());
  request.text = "  ";
  request.client_key = "other";
  EXPECT_EQ(outbox.quote(agent, request).error().field, "text");
}

TEST_F(ToggleTest, WhoIsMutedWaitsNoMoreAndIsStillHeard) {
  ASSERT_EQ(conversation_of("q").state, ConversationState::kOpen);
  ASSERT_TRUE(outbox.mute(agent, ana().person, ana().id, "posts nothing but adverts"));
  deliver();
  EXPECT_EQ(network->sent().at(0).kind, ActKind::kMute);
  EXPECT_EQ(network->sent()[0].target_native_id, "ana");
  EXPECT_TRUE(ana().muted_by_us);
  EXPECT_EQ(conversation_of("q").state, ConversationState::kSkipped);
  EXPECT_EQ(conversation_of("q").skip_reason, SkipReason::kMuted);

  // What they say on is kept, and opens nothing.
  hear({said("ana", "again", "@us answer me"), said("ana", "below", "well?", "q")});
  EXPECT_EQ(post_named("again").text, "@us answer me");
  EXPECT_EQ(conversation_of("again").state, ConversationState::kSkipped);
  EXPECT_EQ(conversation_of("q").posts, 2);
  EXPECT_EQ(inbox.counts(agent)->conversations.open, 0);

  // Somebody else in the same thread waits as ever, and is who the list shows.
  hear({said("ben", "ben", "me too", "q")});
  EXPECT_EQ(conversation_of("q").state, ConversationState::kOpen);
  EXPECT_EQ(conversation_of("q").excerpt_post, post_named("ben").id);

  // Heard again, nothing of it was missed.
  ASSERT_TRUE(outbox.unmute(agent, ana().person, ana().id));
  deliver();
  EXPECT_FALSE(ana().muted_by_us);
  EXPECT_EQ(conversation_of("again").state, ConversationState::kOpen);
  EXPECT_EQ(conversation_of("q").answer_to, question.id);
}

TEST_F(ToggleTest, ABlockAsksAReasonAndIsAudited) {
  EXPECT_EQ(outbox.block(agent, ana().person, ana().id, "  ").error().field, "reason");
  EXPECT_EQ(outbox.block(viewer, ana().person, ana().id, "rude").error().kind,
            ErrorKind::kForbidden);
  ASSERT_TRUE(outbox.block(agent, ana().person, ana().id, "Threats"));
  Audience audience(store());
  EXPECT_TRUE(audience.card(agent, ana().person)->accounts[0].blocking);
  deliver();
  EXPECT_EQ(ana().blocked_by_us, "at://us/" + network->sent().at(0).record_key);
  EXPECT_EQ(conversation_of("q").state, ConversationState::kSkipped);
  EXPECT_EQ(log().front().verb, "account.block");
  EXPECT_EQ(log().front().detail, "Threats");

  ASSERT_TRUE(outbox.unblock(agent, ana().person, ana().id));
  deliver();
  EXPECT_EQ(network->sent().at(1).target_native_id, "at://us/" + network->sent()[0].record_key);
  EXPECT_TRUE(ana().blocked_by_us.empty());
  EXPECT_EQ(conversation_of("q").state, ConversationState::kOpen);
  EXPECT_EQ(log().front().verb, "account.unblock");
}

TEST_F(ToggleTest, AMuteInTheNetworksOwnAppCountsToo) {
  NetworkAccount profile;
  profile.native_id = "ana";
  profile.handle = "ana.example";
  profile.muted_by_us = true;
  ASSERT_TRUE(filing.file_profile(channel, profile));
  EXPECT_TRUE(ana().muted_by_us);
  EXPECT_EQ(conversation_of("q").state, ConversationState::kSkipped);
}

TEST_F(ToggleTest, NobodyMutesThemselves) {
  auto us = store().read(
      [&](Unit& unit) { return unit.people().account(channel.workspace, channel.account); });
  EXPECT_EQ(outbox.mute(agent, us->person, us->id, "why").error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(outbox.mute(agent, us->person, ana().id, "why").error().kind, ErrorKind::kNotFound);
}

TEST_F(ToggleTest, WhatCanOnlyBeReadIsNotAnsweredLikedOrFollowed) {
  channel.limits = {.text_max = 0, .images_max = 0, .image_bytes_max = 0};
  ASSERT_TRUE(store().write([&](Unit& unit) { return unit.channels().save(channel); }));
  EXPECT_EQ(outbox.like(agent, question.id).error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(outbox.repost(agent, question.id).error().kind, ErrorKind::kForbidden);
  ReplyRequest reply;
  reply.conversation = question.conversation;
  reply.post = question.id;
  reply.text = "Hello";
  reply.client_key = "key";
  const auto refused = outbox.reply(agent, reply);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kForbidden);
  EXPECT_NE(refused.error().message.find("not answered"), std::string::npos);
  QuoteRequest quote;
  quote.post = question.id;
  quote.text = "x";
  quote.client_key = "key2";
  EXPECT_EQ(outbox.quote(agent, quote).error().kind, ErrorKind::kForbidden);
  PostRequest post;
  post.channel = channel.id;
  post.text = "x";
  post.client_key = "key3";
  EXPECT_EQ(outbox.post(agent, post).error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(outbox.follow(agent, ana().person, question.author).error().kind,
            ErrorKind::kForbidden);
  EXPECT_TRUE(network->sent().empty());
}

}  // namespace
}  // namespace rapport
