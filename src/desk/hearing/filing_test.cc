#include "desk/hearing/filing.h"

#include <algorithm>

#include "desk/testing/desk_fixture.h"
#include "store/testing/raw_database.h"

namespace rapport {
namespace {

class FilingTest : public DeskTest {
 protected:
  ConversationCounts counts() {
    auto found = inbox.counts(owner);
    EXPECT_TRUE(found);
    return found.value_or(InboxCounts{}).conversations;
  }
};

TEST_F(FilingTest, AMentionOpensAConversation) {
  const auto filed = hear({said("ana", "q", "@us where is my order?")});
  EXPECT_EQ(filed.new_posts, 1);
  EXPECT_EQ(filed.threads_to_read, std::vector<std::string>{"q"});
  EXPECT_EQ(filed.profiles_to_read, std::vector<std::string>{"ana"});

  const auto conversation = conversation_of("q");
  EXPECT_EQ(conversation.state, ConversationState::kOpen);
  EXPECT_EQ(conversation.waiting_since, clock.now());
  EXPECT_EQ(conversation.posts, 1);
  EXPECT_EQ(conversation.people, 1);
  EXPECT_EQ(counts().open, 1);
  EXPECT_EQ(counts().unassigned, 1);
}

TEST_F(FilingTest, HearingItAgainChangesNothing) {
  const auto post = said("ana", "q", "@us hello?");
  hear({post});
  const auto before = conversation_of("q");
  const auto again = hear({post, post});
  EXPECT_EQ(again.new_posts, 0);
  EXPECT_EQ(again.changed_posts, 0);
  EXPECT_EQ(conversation_of("q").version, before.version);
  EXPECT_EQ(counts().open, 1);
}

TEST_F(FilingTest, AnAnswerFromTheNetworksOwnAppEndsTheWait) {
  hear({said("ana", "q", "@us hello?")});
  clock.advance(std::chrono::minutes{2});
  hear({said("us", "a", "Hello Ana", "q")});
  const auto conversation = conversation_of("q");
  EXPECT_EQ(conversation.state, ConversationState::kWaiting);
  EXPECT_FALSE(conversation.waiting_since);
  EXPECT_EQ(conversation.first_reply_at, clock.now());
  EXPECT_EQ(counts().open, 0);
  EXPECT_EQ(counts().waiting, 1);
}

TEST_F(FilingTest, AReplyToOursConcernsUsThoughItNamesNobody) {
  hear({said("us", "launch", "Our new roast is out")});
  EXPECT_EQ(conversation_of("launch").state, ConversationState::kResolved);
  clock.advance(std::chrono::minutes{1});
  hear({said("ben", "r", "Is there decaf?", "launch")});
  EXPECT_EQ(post_named("r").address, Address::kDirect);
  EXPECT_EQ(conversation_of("r").state, ConversationState::kOpen);
  EXPECT_EQ(post_named("r").parent, post_named("launch").id);
}

TEST_F(FilingTest, ChildrenThatCameBeforeTheirParentsAreJoined) {
  auto child = said("ben", "child", "same here", "q", "q");
  hear({child});
  EXPECT_EQ(post_named("child").address, Address::kContext);
  EXPECT_FALSE(post_named("child").parent);

  hear({said("ana", "q", "@us it broke")});
  EXPECT_EQ(post_named("child").parent, post_named("q").id);
  EXPECT_EQ(post_named("child").address, Address::kBranch) << "it stands below a post to us";
  EXPECT_EQ(conversation_of("q").people, 2);
}

TEST_F(FilingTest, TheBranchBesideIsContext) {
  hear({said("cleo", "root", "Which coffee do you like?"),
        said("ana", "q", "@us of course", "root", "root"),
        said("ben", "other", "tea!", "root", "root")});
  EXPECT_EQ(post_named("other").address, Address::kContext);
  EXPECT_EQ(post_named("q").address, Address::kDirect);
  EXPECT_EQ(conversation_of("root").lead, post_named("q").author);
}

TEST_F(FilingTest, WhatTwoOthersSayToOneAnotherIsTheirOwnTalk) {
  hear({said("ana", "q", "@us it broke"), said("ben", "b", "mine too", "q", "q"),
        said("cleo", "c", "poor Ben", "b", "q"), said("ben", "d", "thanks Cleo", "c", "q"),
        said("ana", "e", "so, what now?", "c", "q")});
  EXPECT_EQ(post_named("b").address, Address::kBranch) << "me too, said to one who spoke to us";
  EXPECT_EQ(post_named("c").address, Address::kContext);
  EXPECT_EQ(post_named("d").address, Address::kContext);
  EXPECT_EQ(post_named("e").address, Address::kBranch) << "Ana spoke to us here";
}

TEST_F(FilingTest, WhatWasSaidBeforeTheConnectDoesNotWait) {
  auto old = said("ana", "old", "@us hello?");
  old.created_at = channel.connected_at - std::chrono::days{3};
  hear({old});
  EXPECT_TRUE(post_named("old").before_rapport);
  EXPECT_EQ(conversation_of("old").state, ConversationState::kResolved);
  EXPECT_TRUE(conversation_of("old").before_rapport);
  EXPECT_EQ(counts().open, 0);
}

TEST_F(FilingTest, ANameThatCannotBeSeenIsNoName) {
  auto post = said("ana", "q", "@us hello?");
  post.author.name = " \u200b\u3164";
  hear({post});
  const Post filed = post_named("q");
  auto account = store().read(
      [&](Unit& unit) { return unit.people().account(channel.workspace, filed.author); });
  ASSERT_TRUE(account);
  EXPECT_EQ(account->name, "");
  auto person = store().read(
      [&](Unit& unit) { return unit.people().person(channel.workspace, account->person); });
  EXPECT_EQ(person->name, "ana.example");
}

TEST_F(FilingTest, ABackdatedPostWaitsAllTheSame) {
  auto sly = said("ana", "q", "@us hello?");
  sly.created_at = channel.connected_at - std::chrono::days{3000};
  sly.indexed_at = clock.now();
  hear({sly});
  EXPECT_EQ(conversation_of("q").state, ConversationState::kOpen);
}

TEST_F(FilingTest, APostFromTheFutureIsFromNow) {
  auto early = said("ana", "q", "@us hello?");
  early.created_at = clock.now() + std::chrono::days{30};
  hear({early});
  EXPECT_EQ(post_named("q").created_at, clock.now());
}

TEST_F(FilingTest, AnEditIsTakenOverAndMarked) {
  hear({said("ana", "q", "@us helo")});
  clock.advance(std::chrono::minutes{1});
  auto edited = said("ana", "q", "@us hello");
  edited.revision = "rev-2";
  const auto filed = hear({edited});
  EXPECT_EQ(filed.changed_posts, 1);
  EXPECT_EQ(post_named("q").text, "@us hello");
  EXPECT_EQ(post_named("q").edited_at, clock.now());
}

TEST_F(FilingTest, ADeletionTakesTheWordsAwayAndEndsTheWait) {
  hear({said("ana", "q", "@us my address is 5 Elm Street")});
  const auto filed = hear({}, {"q", "never heard of"});
  EXPECT_EQ(filed.changed_posts, 1);
  EXPECT_EQ(post_named("q").text, "");
  EXPECT_EQ(post_named("q").deleted_at, clock.now());
  EXPECT_EQ(conversation_of("q").state, ConversationState::kSkipped);
  ConversationFilter filter;
  filter.text = "Elm";
  auto found = inbox.list(owner, filter, std::nullopt, 10);
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->rows.empty()) << "the words are gone from the search too";
}

TEST_F(FilingTest, ANetworkThatLagsDoesNotBringADeletedPostBack) {
  const auto post = said("ana", "q", "@us hello");
  hear({post});
  hear({}, {"q"});
  clock.advance(std::chrono::seconds{10});
  hear({post});
  EXPECT_TRUE(post_named("q").deleted_at);
  clock.advance(std::chrono::minutes{2});
  hear({post});
  EXPECT_FALSE(post_named("q").deleted_at) << "it is there after all";
}

TEST_F(FilingTest, LikesAndFollowsAreCountedOnce) {
  hear({said("us", "launch", "Our new roast is out")});
  NetworkInteraction like;
  like.kind = InteractionKind::kLike;
  like.native_id = "like1";
  like.actor.native_id = "ana";
  like.actor.handle = "ana.example";
  like.object_post_native_id = "launch";
  like.at = clock.now();
  NetworkInteraction follow = like;
  follow.kind = InteractionKind::kFollow;
  follow.native_id = "follow1";
  follow.object_post_native_id.clear();
  Heard heard;
  heard.interactions = {like, like, follow};
  heard.read_from = heard.read_to = clock.now();
  EXPECT_EQ(filing.file_heard(channel, "notifications", heard)->new_interactions, 2);
  EXPECT_EQ(filing.file_heard(channel, "notifications", heard)->new_interactions, 0);

  auto account = store().read([&](Unit& unit) {
    return unit.people().account_by_native_id(channel.workspace, "fake", "ana");
  });
  ASSERT_TRUE(account && *account);
  EXPECT_EQ((*account)->follows_us, true);
}

TEST_F(FilingTest, CoverageGrowsWithEachReadAndKeepsGaps) {
  Heard heard;
  heard.cursor = "1";
  heard.read_from = clock.now() - std::chrono::hours{5};
  heard.read_to = clock.now() - std::chrono::hours{3};
  ASSERT_TRUE(filing.file_heard(channel, "notifications", heard));
  heard.cursor = "2";
  heard.gap_from = clock.now() - std::chrono::hours{3};
  heard.gap_reason = "the network forgot it";
  heard.read_from = clock.now() - std::chrono::hours{1};
  heard.read_to = clock.now();
  ASSERT_TRUE(filing.file_heard(channel, "notifications", heard));

  auto spans = store().read([&](Unit& unit) {
    return unit.channels().spans(channel.workspace, channel.id, "notifications", 10);
  });
  ASSERT_TRUE(spans);
  ASSERT_EQ(spans->size(), 3U);
  EXPECT_TRUE((*spans)[0].complete);
  EXPECT_FALSE((*spans)[1].complete);
  EXPECT_EQ((*spans)[1].reason, "the network forgot it");
  EXPECT_TRUE((*spans)[2].complete);
  auto source = store().read([&](Unit& unit) {
    return unit.channels().source(channel.workspace, channel.id, "notifications");
  });
  EXPECT_EQ(source->cursor, "2");
  EXPECT_EQ(source->read_to, clock.now());
}

TEST_F(FilingTest, AWalkHalfDoneIsNotReadUpToItsNewest) {
  Heard heard;
  heard.cursor = "half way";
  heard.more = true;
  heard.read_from = clock.now() - std::chrono::hours{1};
  heard.read_to = clock.now();
  ASSERT_TRUE(filing.file_heard(channel, "notifications", heard));
  const auto source = [&] {
    return *store().read([&](Unit& unit) {
      return unit.channels().source(channel.workspace, channel.id, "notifications");
    });
  };
  EXPECT_FALSE(source().read_to);
  heard.more = false;
  ASSERT_TRUE(filing.file_heard(channel, "notifications", heard));
  EXPECT_EQ(source().read_to, clock.now());
}

TEST_F(FilingTest, AnAnswerFromHereThatTheListenerSawFirstAnswersOnlyWhatWasSeen) {
  hear({said("ana", "q", "@us hello?")});
  clock.advance(std::chrono::seconds{20});
  auto more = said("ana", "more", "and is it refundable?", "q");
  ReplyRequest request;
  request.conversation = post_named("q").conversation;
  request.post = post_named("q").id;
  request.text = "Hello Ana";
  request.client_key = "key-1";
  ASSERT_TRUE(outbox.reply(agent, request));
  clock.advance(std::chrono::seconds{5});
  DelivererSettings settings;
  settings.answered = [&](const Act& act) {
    auto ours = said("us", "at://us/" + act.record_key, act.text, "q");
    ours.created_at = *act.record_created_at;
    hear({ours});
  };
  Deliverer quick{store(), connectors, ids, clock, settings};
  ASSERT_TRUE(*quick.deliver_one());
  clock.advance(std::chrono::seconds{5});
  hear({more});
  EXPECT_EQ(conversation_of("q").state, ConversationState::kOpen)
      << "nobody here had seen her second question when the answer was written";
  EXPECT_EQ(conversation_of("q").answer_to, post_named("more").id);
}

TEST_F(FilingTest, AnEditThatNamesUsSpeaksToUsWhereverItStood) {
  hear({said("ana", "q", "@us it broke"), said("ben", "b", "mine too", "q", "q")});
  EXPECT_EQ(post_named("b").address, Address::kBranch);
  auto edited = said("ben", "b", "@us mine too", "q", "q");
  edited.revision = "rev-2";
  hear({edited});
  EXPECT_EQ(post_named("b").address, Address::kDirect);
}

TEST_F(FilingTest, AReplyHeardBeforeItsParentIsInTheLedgerToo) {
  const auto ledger = [&] {
    return RawDatabase(temp.file_to_look_at()).ledger(channel.workspace.value).size();
  };
  hear({said("us", "a", "Gladly", "q", "q")});
  EXPECT_EQ(ledger(), 0U);
  EXPECT_EQ(hear({said("ana", "q", "@us hello?")}).new_interactions, 2)
      << "her mention of us, and our reply to her";
  EXPECT_EQ(ledger(), 2U);
}

TEST_F(FilingTest, WhichOfTwoPostsWentLastMakesNoDifference) {
  for (const bool forward : {true, false}) {
    const std::string first = forward ? "a" : "c";
    const std::string second = forward ? "b" : "d";
    hear({said("ana", first, "@us hello?")});
    clock.advance(std::chrono::seconds{1});
    hear({said("ben", second, "me too", first, first)});
    hear({}, {forward ? first : second});
    hear({}, {forward ? second : first});
    EXPECT_EQ(conversation_of(first).lead, post_named(second).author);
    EXPECT_EQ(conversation_of(first).last_post_at, post_named(second).created_at);
  }
}

// Some networks show a reply without what stands far above it.
TEST_F(FilingTest, TwoHalvesOfAThreadMeet) {
  hear({said("ana", "root", "@us it broke")});
  hear({said("ben", "deep", "@us mine too", "middle", "middle")});
  const auto half = conversation_of("deep").id;
  ASSERT_NE(half, conversation_of("root").id);
  ASSERT_TRUE(inbox.add_note(agent, half, "Ben called"));
  ASSERT_TRUE(inbox.assign(owner, half, agent.id, {}));
  EXPECT_EQ(counts().open, 2);

  hear({said("cleo", "middle", "what happened?", "root", "root")});
  const auto whole = conversation_of("root");
  EXPECT_EQ(whole.posts, 3);
  EXPECT_EQ(whole.people, 3);
  EXPECT_EQ(whole.owner, agent.id) << "who had the half has the whole";
  EXPECT_EQ(conversation_of("deep").id, whole.id);
  EXPECT_EQ(post_named("deep").parent, post_named("middle").id);
  EXPECT_EQ(post_named("deep").root_native_id, "root");
  EXPECT_EQ(counts().open, 1);
  EXPECT_EQ(counts().mine, 0);
  EXPECT_EQ(inbox.counts(agent)->conversations.mine, 1);
  auto opened = inbox.open(agent, whole.id);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->notes.size(), 1U);
  EXPECT_FALSE(inbox.open(agent, half));

  // What claims the middle as its root from now on finds its way, too.
  hear({said("ben", "deeper", "hello?", "deep", "middle")});
  EXPECT_EQ(conversation_of("deeper").id, whole.id);
}

TEST_F(FilingTest, AHalfThatIsHeardFirstBecomesTheWhole) {
  hear({said("ben", "deep", "@us mine too", "middle", "middle")});
  const auto half = conversation_of("deep").id;
  hear({said("cleo", "middle", "what happened?", "root", "root"), said("ana", "root", "it broke")});
  EXPECT_EQ(conversation_of("root").id, half);
  EXPECT_EQ(conversation_of("root").posts, 3);
  EXPECT_EQ(conversation_of("root").root_native_id, "root");
}

// Whatever the order in which a thread is heard, the conversation ends the same.
TEST_F(FilingTest, AnyOrderOfArrivalEndsInTheSamePlace) {
  std::vector<NetworkPost> story = {
      said("cleo", "root", "Which coffee?"), said("ana", "q", "@us yours?", "root", "root"),
      said("ben", "b", "yes please", "q", "root"), said("us", "a", "Gladly", "q", "root"),
      said("ana", "t", "thank you", "a", "root")};
  for (std::size_t i = 0; i < story.size(); ++i) story[i].created_at += std::chrono::seconds{i};
  clock.advance(std::chrono::minutes{1});
  std::vector<int> order = {0, 1, 2, 3, 4};
  int round = 0;
  do {
    const std::string mark = std::to_string(round++);
    for (const int each : order) {
      auto post = story[static_cast<std::size_t>(each)];
      post.native_id += mark;
      if (!post.parent_native_id.empty()) post.parent_native_id += mark;
      post.root_native_id += mark;
      hear({post});
    }
    const auto conversation = conversation_of("root" + mark);
    ASSERT_EQ(conversation.state, ConversationState::kOpen) << round;
    ASSERT_EQ(conversation.posts, 5);
    ASSERT_EQ(conversation.people, 3);
    ASSERT_EQ(conversation.answer_to, post_named("b" + mark).id);
    ASSERT_EQ(post_named("t" + mark).address, Address::kDirect);
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_EQ(round, 120);
}

TEST_F(FilingTest, ATitleIsTheFirstParagraphOfItsPost) {
  auto post = said("ana", "t", "Opens soon");
  post.title = "Größe";
  post.entities = {{EntityKind::kLink, 6, 10, "https://x.example/"}};
  hear({post});
  const Post kept = post_named("t");
  EXPECT_EQ(kept.text, "Größe\n\nOpens soon");
  ASSERT_EQ(kept.entities.size(), 1U);
  EXPECT_EQ(kept.text.substr(kept.entities[0].begin, kept.entities[0].end - kept.entities[0].begin),
            "soon");
  const auto again = hear({post});
  EXPECT_EQ(again.changed_posts, 0);
  post.title = "Größer";
  EXPECT_EQ(hear({post}).changed_posts, 1);

  auto bare = said("ana", "b", "");
  bare.title = "Only a title";
  hear({bare});
  EXPECT_EQ(post_named("b").text, "Only a title");
}

}  // namespace
}  // namespace rapport
