#include "desk/inbox/state.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

namespace rapport {
namespace {

constexpr Time kStart = Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};
const AccountId kUs{1};
const AccountId kAna{2};
const AccountId kBen{3};

Time at(int minutes) { return kStart + std::chrono::minutes{minutes}; }

// A thread written down as a story: each call adds a post, minutes after the start.
class Story {
 public:
  OutlinePost& theirs(const std::string& name, AccountId who, int minutes,
                      const std::string& parent = {}) {
    auto& post = add(name, who, minutes, parent);
    post.address = parent.empty() ? Address::kDirect : Address::kBranch;
    return post;
  }
  OutlinePost& ours(const std::string& name, int minutes, const std::string& parent = {}) {
    auto& post = add(name, kUs, minutes, parent);
    post.address = Address::kOurs;
    return post;
  }
  void decide(DecisionKind kind, int minutes, std::optional<Time> until = std::nullopt) {
    Decision decision;
    decision.id = DecisionId{static_cast<std::int64_t>(decisions.size()) + 1};
    decision.kind = kind;
    decision.at = at(minutes);
    decision.until = until;
    if (kind == DecisionKind::kResolve) decision.detail = "sorted";
    if (kind == DecisionKind::kSkip) decision.skip_reason = SkipReason::kSpam;
    decisions.push_back(decision);
  }
  DerivedState now(int minutes) const { return derive_state(posts, decisions, at(minutes)); }

  std::vector<OutlinePost> posts;
  std::vector<Decision> decisions;

 private:
  OutlinePost& add(const std::string& name, AccountId who, int minutes, const std::string& parent) {
    OutlinePost post;
    post.id = PostId{static_cast<std::int64_t>(posts.size()) + 1};
    post.author = who;
    post.person = PersonId{who.value};
    post.author_native_id = "did:" + std::to_string(who.value);
    post.native_id = name;
    post.parent_native_id = parent;
    post.created_at = at(minutes);
    post.heard_at = at(minutes);
    return posts.emplace_back(post);
  }
};

TEST(ConversationState, SomeoneWhoAsksWaits) {
  Story story;
  story.theirs("q", kAna, 0);
  const auto state = story.now(5);
  EXPECT_EQ(state.state, ConversationState::kOpen);
  EXPECT_EQ(state.waiting_since, at(0));
  EXPECT_EQ(state.answer_to, PostId{1});
  EXPECT_EQ(state.lead, kAna);
}

TEST(ConversationState, OurAnswerEndsTheWait) {
  Story story;
  story.theirs("q", kAna, 0);
  story.ours("a", 3, "q");
  const auto state = story.now(5);
  EXPECT_EQ(state.state, ConversationState::kWaiting);
  EXPECT_FALSE(state.waiting_since);
  EXPECT_EQ(state.first_reply_at, at(3));
  EXPECT_EQ(state.lead, kAna) << "the list shows their words, not ours";
}

TEST(ConversationState, InPublicItStandsAsWithWhomHasLeastOfUs) {
  Story story;
  EXPECT_FALSE(story.now(0).in_public) << "nobody spoke to us";
  story.theirs("q", kAna, 0);
  EXPECT_EQ(story.now(1).in_public, InPublic::kNo);
  story.ours("a", 2, "q");
  EXPECT_EQ(story.now(3).in_public, InPublic::kAnswered);
  story.theirs("thanks", kAna, 4, "a");
  EXPECT_EQ(story.now(5).in_public, InPublic::kTheySpokeLast);
  story.theirs("me too", kBen, 6, "q");
  EXPECT_EQ(story.now(7).in_public, InPublic::kNo) << "Ben has nothing of us yet";
  story.decide(DecisionKind::kResolve, 8);
  EXPECT_EQ(story.now(9).in_public, InPublic::kNo) << "resolving answers nobody";
  story.ours("b", 10, "me too");
  story.ours("c", 11, "thanks");
  EXPECT_EQ(story.now(12).in_public, InPublic::kAnswered);
  story.posts.back().deleted = true;
  EXPECT_EQ(story.now(13).in_public, InPublic::kTheySpokeLast);
}

TEST(ConversationState, AnAnswerDatedBeforeTheQuestionStillAnswersIt) {
  Story story;
  story.theirs("q", kAna, 10);
  story.ours("a", 3, "q");  // their client's clock is ahead
  EXPECT_EQ(story.now(15).state, ConversationState::kWaiting);
}

TEST(ConversationState, WhatStandsBelowAnAnswerIsNotAnsweredByItWhateverItsClockSays) {
  Story story;
  story.theirs("q", kAna, 0);
  story.ours("a", 5, "q");
  auto& more = story.theirs("and?", kAna, 3, "a");  // their clock is behind
  more.heard_at = at(6);
  const auto state = story.now(7);
  EXPECT_EQ(state.state, ConversationState::kOpen);
  EXPECT_EQ(state.waiting, std::vector<PostId>{more.id});
}

TEST(ConversationState, WhatWasHeardAfterAnAnswerWasWrittenHereStillWaits) {
  Story story;
  story.theirs("q", kAna, 0);
  auto& unseen = story.theirs("is it refundable?", kAna, 2, "q");
  unseen.heard_at = at(10);
  auto& answer = story.ours("a", 5, "q");
  answer.from_rapport = true;
  EXPECT_EQ(story.now(11).state, ConversationState::kOpen);
  EXPECT_EQ(story.now(11).waiting_since, at(2));

  story.posts.back().from_rapport = false;  // from the network's own app, which showed it
  EXPECT_EQ(story.now(11).state, ConversationState::kWaiting);
}

TEST(ConversationState, OneAnswerToAnaDoesNotAnswerBen) {
  Story story;
  story.theirs("q", kAna, 0);
  story.theirs("me too", kBen, 1, "q");
  story.ours("a", 3, "q");
  const auto state = story.now(5);
  EXPECT_EQ(state.state, ConversationState::kOpen);
  EXPECT_EQ(state.waiting_since, at(1));
  EXPECT_EQ(state.lead, kBen);
}

TEST(ConversationState, AnAnswerThatNamesBenAnswersHimToo) {
  Story story;
  story.theirs("q", kAna, 0);
  story.theirs("me too", kBen, 1, "q");
  story.ours("a", 3, "q").mentions = {"did:3"};
  EXPECT_EQ(story.now(5).state, ConversationState::kWaiting);
}

TEST(ConversationState, BenTakesUpTheAnswerToAna) {
  Story story;
  story.theirs("q", kAna, 0);
  story.theirs("me too", kBen, 1, "q");
  story.ours("both of you get a new one", 3, "q");
  story.theirs("great, when?", kBen, 4, "both of you get a new one");
  const auto state = story.now(5);
  EXPECT_EQ(state.waiting_since, at(4));
  EXPECT_EQ(state.waiting.size(), 1U);
}

TEST(ConversationState, AnAnswerBelowAnswersAllAbove) {
  Story story;
  story.theirs("q", kAna, 0);
  story.theirs("me too", kBen, 1, "q");
  story.ours("a", 3, "me too");
  EXPECT_EQ(story.now(5).state, ConversationState::kWaiting);
}

TEST(ConversationState, TheirNextPostOpensItAgain) {
  Story story;
  story.theirs("q", kAna, 0);
  story.ours("a", 3, "q");
  story.theirs("and?", kAna, 4, "a");
  const auto state = story.now(5);
  EXPECT_EQ(state.state, ConversationState::kOpen);
  EXPECT_EQ(state.waiting_since, at(4));
}

TEST(ConversationState, ContextNeverWaits) {
  Story story;
  story.theirs("chatter", kBen, 0).address = Address::kContext;
  story.theirs("q", kAna, 1, "chatter");
  const auto state = story.now(5);
  EXPECT_EQ(state.waiting, std::vector<PostId>{PostId{2}});
}

TEST(ConversationState, NobodyWaitsFromBeforeRapport) {
  Story story;
  story.theirs("old", kAna, 0).before_rapport = true;
  const auto state = story.now(5);
  EXPECT_EQ(state.state, ConversationState::kResolved);
  EXPECT_TRUE(state.before_rapport);
}

TEST(ConversationState, APostAfterTheConnectWaitsInAnOldThread) {
  Story story;
  story.theirs("old", kAna, 0).before_rapport = true;
  story.theirs("still nothing?", kAna, 9, "old");
  const auto state = story.now(10);
  EXPECT_EQ(state.state, ConversationState::kOpen);
  EXPECT_EQ(state.waiting_since, at(9));
  EXPECT_FALSE(state.before_rapport);
}

class Closing : public ::testing::TestWithParam<std::pair<DecisionKind, ConversationState>> {};

TEST_P(Closing, ClosesWhatWasHeardAndNewPostsReopen) {
  Story story;
  story.theirs("q", kAna, 0);
  story.decide(GetParam().first, 2, at(60));
  EXPECT_EQ(story.now(3).state, GetParam().second);

  story.theirs("hello?", kAna, 4, "q");
  const auto reopened = story.now(5);
  EXPECT_EQ(reopened.state, ConversationState::kOpen);
  EXPECT_FALSE(reopened.snoozed_until);
}

TEST_P(Closing, WhatWasHeardLateWaitsThoughItWasWrittenBefore) {
  Story story;
  story.theirs("q", kAna, 0);
  story.decide(GetParam().first, 2, at(60));
  story.theirs("late", kBen, 1).heard_at = at(3);
  EXPECT_EQ(story.now(5).state, ConversationState::kOpen);
}

TEST_P(Closing, OnceReopenedAndAnsweredWeWaitForThem) {
  Story story;
  story.theirs("q", kAna, 0);
  story.decide(GetParam().first, 2, at(60));
  story.theirs("hello?", kAna, 4, "q");
  story.ours("a", 6, "hello?");
  EXPECT_EQ(story.now(7).state, ConversationState::kWaiting);
}

INSTANTIATE_TEST_SUITE_P(
    Decisions, Closing,
    ::testing::Values(std::pair{DecisionKind::kResolve, ConversationState::kResolved},
                      std::pair{DecisionKind::kSkip, ConversationState::kSkipped},
                      std::pair{DecisionKind::kSnooze, ConversationState::kSnoozed}));

TEST(ConversationState, AnsweringAndResolvingAtOnceStaysResolved) {
  Story story;
  story.theirs("q", kAna, 0);
  story.decide(DecisionKind::kResolve, 2);
  story.ours("a", 3, "q");  // the reply that was under way
  const auto state = story.now(5);
  EXPECT_EQ(state.state, ConversationState::kResolved);
  EXPECT_EQ(state.resolution, "sorted");
}

TEST(ConversationState, ASnoozeRunsOut) {
  Story story;
  story.theirs("q", kAna, 0);
  story.decide(DecisionKind::kSnooze, 2, at(60));
  EXPECT_EQ(story.now(59).state, ConversationState::kSnoozed);
  const auto woken = story.now(60);
  EXPECT_EQ(woken.state, ConversationState::kOpen);
  EXPECT_EQ(woken.waiting_since, at(0)) << "they have waited all along";
}

TEST(ConversationState, SnoozingAnAnsweredOneBringsItBackToBeLookedAt) {
  Story story;
  story.theirs("q", kAna, 0);
  story.ours("a", 1, "q");
  story.decide(DecisionKind::kSnooze, 2, at(60));
  EXPECT_EQ(story.now(30).state, ConversationState::kSnoozed);
  EXPECT_EQ(story.now(61).state, ConversationState::kOpen);
  story.ours("any news?", 62, "a");
  EXPECT_EQ(story.now(63).state, ConversationState::kWaiting);
}

TEST(ConversationState, ReopeningLetsThemWaitAgain) {
  Story story;
  story.theirs("q", kAna, 0);
  story.decide(DecisionKind::kResolve, 2);
  story.decide(DecisionKind::kReopen, 3);
  const auto state = story.now(5);
  EXPECT_EQ(state.state, ConversationState::kOpen);
  EXPECT_EQ(state.waiting_since, at(0));
}

TEST(ConversationState, ADeletedQuestionWaitsNoMore) {
  Story story;
  story.theirs("q", kAna, 0).deleted = true;
  const auto state = story.now(5);
  EXPECT_EQ(state.state, ConversationState::kSkipped);
  EXPECT_EQ(state.skip_reason, SkipReason::kDeleted);
  EXPECT_EQ(state.posts, 0);
}

TEST(ConversationState, AnAnswerThatWeDeletedIsNoAnswer) {
  Story story;
  story.theirs("q", kAna, 0);
  story.ours("a", 3, "q").deleted = true;
  EXPECT_EQ(story.now(5).state, ConversationState::kOpen);
}

TEST(ConversationState, OnlyWeHaveSpoken) {
  Story story;
  story.ours("launch", 0);
  EXPECT_EQ(story.now(5).state, ConversationState::kResolved);
}

TEST(ConversationState, OfAVeryLongThreadNothingIsTakenBackThatWasSeenBefore) {
  Story story;
  story.theirs("q", kAna, 0);
  story.ours("a", 1, "q");
  for (int i = 0; i < kMostOutline - 2; ++i) {
    story.theirs(std::to_string(i), AccountId{10 + i}, 10, "a").address = Address::kContext;
  }
  auto state = story.now(20);
  EXPECT_FALSE(state.whole);
  EXPECT_EQ(state.state, ConversationState::kWaiting);
  Conversation conversation;
  conversation.posts = 70'000;
  conversation.people = 60'000;
  conversation.first_reply_at = at(-5);
  EXPECT_TRUE(apply_state(state, conversation));
  EXPECT_EQ(conversation.posts, 70'000);
  EXPECT_EQ(conversation.people, 60'000);
  EXPECT_EQ(conversation.first_reply_at, at(-5));

  // One less, and the whole thread was looked at.
  story.posts.pop_back();
  state = story.now(20);
  EXPECT_TRUE(state.whole);
  EXPECT_TRUE(apply_state(state, conversation));
  EXPECT_EQ(conversation.posts, kMostOutline - 1);
  EXPECT_EQ(conversation.first_reply_at, at(1));
}

TEST(ConversationState, ALongTalkToAndFroIsReadOnce) {
  Story story;
  std::string above;
  for (int i = 0; i < kMostOutline; ++i) {
    const std::string name = "p" + std::to_string(i);
    if (i % 2 == 0) {
      story.theirs(name, kAna, i, above);
    } else {
      story.ours(name, i, above);
    }
    above = name;
  }
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(story.now(kMostOutline).state, ConversationState::kWaiting);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{10})
      << "each answer walked up to the root once more";
}

TEST(ConversationState, ACircleOfParentsEnds) {
  Story story;
  story.theirs("a", kAna, 0, "b");
  story.theirs("b", kBen, 1, "a");
  story.ours("c", 2, "b");
  EXPECT_EQ(story.now(5).state, ConversationState::kWaiting);
}

// A thread of up to 14 posts by three people and us, with up to three decisions.
Story any_story() {
  Story story;
  const int posts = *rc::gen::inRange(1, 14);
  for (int i = 0; i < posts; ++i) {
    const int who = *rc::gen::inRange(0, 4);
    const int parent = i == 0 ? -1 : *rc::gen::inRange(-1, i);
    const std::string name = "p" + std::to_string(i);
    const std::string above = parent < 0 ? "" : "p" + std::to_string(parent);
    auto& post =
        who == 0 ? story.ours(name, i, above) : story.theirs(name, AccountId{who + 1}, i, above);
    post.deleted = *rc::gen::inRange(0, 8) == 0;
    post.before_rapport = *rc::gen::inRange(0, 8) == 0;
    if (who != 0 && *rc::gen::inRange(0, 5) == 0) post.address = Address::kContext;
  }
  const int decisions = *rc::gen::inRange(0, 4);
  for (int i = 0; i < decisions; ++i) {
    const auto kind =
        *rc::gen::element(DecisionKind::kResolve, DecisionKind::kSkip, DecisionKind::kSnooze,
                          DecisionKind::kReopen, DecisionKind::kAssign);
    story.decide(kind, *rc::gen::inRange(0, 20), at(*rc::gen::inRange(0, 40)));
  }
  return story;
}

RC_GTEST_PROP(ConversationStateProperty, TheOrderOfArrivalDoesNotMatter, ()) {
  const Story story = any_story();
  Story shuffled = story;
  std::mt19937 random(*rc::gen::arbitrary<unsigned>());
  std::shuffle(shuffled.posts.begin(), shuffled.posts.end(), random);
  std::shuffle(shuffled.decisions.begin(), shuffled.decisions.end(), random);

  const auto one = story.now(25);
  const auto other = shuffled.now(25);
  RC_ASSERT(one.state == other.state);
  RC_ASSERT(one.waiting_since == other.waiting_since);
  RC_ASSERT(one.answer_to == other.answer_to);
  RC_ASSERT(one.lead_post == other.lead_post);
  RC_ASSERT(one.waiting == other.waiting);
  RC_ASSERT(one.people == other.people);
  RC_ASSERT(one.first_reply_at == other.first_reply_at);
}

RC_GTEST_PROP(ConversationStateProperty, WhoWaitsIsNeverHidden, ()) {
  const Story story = any_story();
  const auto state = story.now(25);
  RC_ASSERT(state.waiting.empty() || state.waiting_since.has_value());
  if (!state.waiting.empty()) {
    RC_ASSERT(state.state == ConversationState::kOpen ||
              state.state == ConversationState::kSnoozed);
  }
  for (const auto id : state.waiting) {
    const auto post = std::find_if(story.posts.begin(), story.posts.end(),
                                   [&](const OutlinePost& each) { return each.id == id; });
    RC_ASSERT(post->address != Address::kOurs);
    RC_ASSERT(!post->deleted && !post->before_rapport);
  }
}

RC_GTEST_PROP(ConversationStateProperty, AFreshPostToUsAlwaysOpens, ()) {
  Story story = any_story();
  story.theirs("fresh", kAna, 24);
  const auto state = story.now(25);
  RC_ASSERT(state.state == ConversationState::kOpen);
}

}  // namespace
}  // namespace rapport
