#include "desk/inbox/inbox.h"

#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class InboxTest : public DeskTest {
 protected:
  ConversationId ask(const std::string& who, const std::string& name) {
    hear({said(who, name, "@us " + name)});
    return post_named(name).conversation;
  }
  std::vector<std::string> listed(const ConversationFilter& filter, const Member& by) {
    auto page = inbox.list(by, filter, std::nullopt, 50);
    EXPECT_TRUE(page) << page.error().message << page.error().cause;
    std::vector<std::string> names;
    if (page) {
      for (const auto& row : page->rows) names.push_back(row.conversation.root_native_id);
    }
    return names;
  }
  std::vector<std::string> in_state(ConversationState state) {
    ConversationFilter filter;
    filter.state = state;
    return listed(filter, agent);
  }
  using Names = std::vector<std::string>;
};

TEST_F(InboxTest, TheLongestWaitComesFirst) {
  ask("ana", "one");
  clock.advance(std::chrono::minutes{1});
  ask("ben", "two");
  clock.advance(std::chrono::minutes{1});
  ask("cleo", "three");
  EXPECT_EQ(in_state(ConversationState::kOpen), (Names{"one", "two", "three"}));
}

TEST_F(InboxTest, PagesByKeysetMissNothingAndRepeatNothing) {
  Names expected;
  for (int i = 0; i < 25; ++i) {
    const std::string name = "q" + std::to_string(i);
    if (i % 3 == 0) clock.advance(std::chrono::minutes{1});  // some wait equally long
    ask("p" + std::to_string(i), name);
    expected.push_back(name);
  }
  ConversationFilter filter;
  filter.state = ConversationState::kOpen;
  Names seen;
  std::optional<ListPlace> after;
  do {
    auto page = inbox.list(agent, filter, after, 4);
    ASSERT_TRUE(page);
    ASSERT_LE(page->rows.size(), 4U);
    for (const auto& row : page->rows) seen.push_back(row.conversation.root_native_id);
    after = page->next;
  } while (after);
  EXPECT_EQ(seen, expected);
}

TEST_F(InboxTest, ARowShowsWhoWaitsAndWhatTheySaid) {
  const auto id = ask("ana", "q");
  ASSERT_TRUE(inbox.assign(owner, id, agent.id, std::nullopt));
  ASSERT_TRUE(inbox.save_draft(agent, id, {post_named("q").id, "Dear Ana"}));
  auto page = inbox.list(agent, {}, std::nullopt, 10);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->rows.size(), 1U);
  const auto& row = page->rows.front();
  EXPECT_EQ(row.lead.handle, "ana.example");
  EXPECT_EQ(row.excerpt, "@us q");
  EXPECT_EQ(row.owner_name, "Arun");
  EXPECT_TRUE(row.draft);
  EXPECT_FALSE(inbox.list(owner, {}, std::nullopt, 10)->rows.front().draft) << "it is Arun's";
}

TEST_F(InboxTest, ARowTellsWhatCoversItsWords) {
  NetworkPost covered = said("ana", "q", "@us q");
  covered.labels = {"cw:food", "sensitive"};
  hear({covered});
  const auto page = inbox.list(agent, {}, std::nullopt, 10);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->rows.size(), 1U);
  EXPECT_EQ(page->rows.front().excerpt_labels, covered.labels);
}

TEST_F(InboxTest, FiltersByOwnerAndText) {
  const auto one = ask("ana", "delivery");
  ask("ben", "price");
  ASSERT_TRUE(inbox.assign(agent, one, agent.id, std::nullopt));
  ConversationFilter mine;
  mine.owner = agent.id;
  EXPECT_EQ(listed(mine, agent), Names{"delivery"});
  ConversationFilter nobody;
  nobody.owner = Nobody{};
  EXPECT_EQ(listed(nobody, agent), Names{"price"});
  ConversationFilter words;
  words.text = "deliv";
  EXPECT_EQ(listed(words, agent), Names{"delivery"});
  words.text = "\"NEAR( * OR";
  EXPECT_EQ(listed(words, agent), Names{}) << "query signs are only words here";
}

TEST_F(InboxTest, DecisionsChangeTheStateAndLeaveATrace) {
  const auto id = ask("ana", "q");
  clock.advance(std::chrono::seconds{1});
  ASSERT_TRUE(inbox.resolve(agent, id, {"Sent a new one"}, std::nullopt));
  EXPECT_EQ(in_state(ConversationState::kResolved), Names{"q"});
  clock.advance(std::chrono::seconds{1});
  ASSERT_TRUE(inbox.reopen(owner, id, std::nullopt));
  EXPECT_EQ(in_state(ConversationState::kOpen), Names{"q"});
  clock.advance(std::chrono::seconds{1});
  ASSERT_TRUE(inbox.skip(agent, id, SkipReason::kNotForUs, "meant the other shop", std::nullopt));
  EXPECT_EQ(in_state(ConversationState::kSkipped), Names{"q"});

  auto opened = inbox.open(agent, id);
  ASSERT_TRUE(opened);
  ASSERT_EQ(opened->history.size(), 3U);
  EXPECT_EQ(opened->history[0].decision.kind, DecisionKind::kSkip);
  EXPECT_EQ(opened->history[2].decision.detail, "Sent a new one");
  EXPECT_EQ(opened->history[1].by_name, "Olga");
}

TEST_F(InboxTest, DecidingWhatStandsChangesNothing) {
  const auto id = ask("ana", "q");
  clock.advance(std::chrono::seconds{1});
  auto once = inbox.resolve(agent, id, {"done"}, std::nullopt);
  auto twice = inbox.resolve(agent, id, {"done"}, std::nullopt);
  ASSERT_TRUE(once && twice);
  EXPECT_EQ(once->version, twice->version);
  EXPECT_EQ(inbox.open(agent, id)->history.size(), 1U);
}

TEST_F(InboxTest, ResolvingTellsWhatItWasAboutUntilItIsTakenBack) {
  Readings readings{store(), ids, clock, nullptr};
  const auto id = ask("ana", "q");
  clock.advance(std::chrono::seconds{1});
  EXPECT_EQ(inbox.resolve(agent, id, {"Sent a new one", "no-such-reason"}, {}).error().field,
            "reason");
  auto resolved = inbox.resolve(agent, id, {"Sent a new one", "delivery"}, std::nullopt);
  ASSERT_TRUE(resolved) << resolved.error().message;
  EXPECT_EQ(resolved->resolved_reason, "delivery");
  auto opened = inbox.open(agent, id);
  ASSERT_TRUE(opened);
  ASSERT_TRUE(opened->row.resolved_for);
  ASSERT_TRUE(opened->history.front().reason);
  EXPECT_EQ(opened->history.front().reason->name, opened->row.resolved_for->name);
  EXPECT_EQ(opened->row.conversation.in_public, InPublic::kNo);

  // The same again changes nothing, another reason does.
  EXPECT_EQ(inbox.resolve(agent, id, {"Sent a new one", "delivery"}, {})->version,
            resolved->version);
  clock.advance(std::chrono::seconds{1});
  ASSERT_TRUE(readings.merge_reason(owner, "delivery", "price"));
  EXPECT_EQ(inbox.open(agent, id)->row.resolved_for->key, "price") << "as it is told now";
  auto many = inbox.bulk(agent, {{id, {}}}, BulkResolve{{"Sent a new one", "delivery"}});
  ASSERT_TRUE(many);
  EXPECT_EQ(conversation_of("q").resolved_reason, "price") << "what went into another stays there";

  clock.advance(std::chrono::seconds{1});
  ASSERT_TRUE(inbox.undo(agent, {{id, *many->front().decision}}));
  EXPECT_EQ(conversation_of("q").resolved_reason, "delivery") << "the decision before it";
  ASSERT_TRUE(inbox.reopen(agent, id, {}));
  EXPECT_EQ(conversation_of("q").resolved_reason, "");
  EXPECT_FALSE(inbox.open(agent, id)->row.resolved_for);
}

TEST_F(InboxTest, AnAnswerInTheirThreadStandsInPublic) {
  const auto id = ask("ana", "q");
  EXPECT_EQ(conversation_of("q").in_public, InPublic::kNo);
  clock.advance(std::chrono::minutes{1});
  hear({said("us", "answer", "Here you are", "q", "q")});
  EXPECT_EQ(conversation_of("q").in_public, InPublic::kAnswered);
  clock.advance(std::chrono::minutes{1});
  hear({said("ana", "thanks", "Thank you", "answer", "q")});
  ASSERT_TRUE(inbox.resolve(agent, id, {}, std::nullopt));
  EXPECT_EQ(conversation_of("q").in_public, InPublic::kTheySpokeLast);
}

TEST_F(InboxTest, AStaleVersionIsAConflict) {
  const auto id = ask("ana", "q");
  const auto seen = conversation_of("q").version;
  ASSERT_TRUE(inbox.assign(owner, id, owner.id, seen));
  auto late = inbox.assign(agent, id, agent.id, seen);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, ErrorKind::kConflict);
  EXPECT_EQ(conversation_of("q").owner, owner.id);
}

TEST_F(InboxTest, SnoozedOnesComeBack) {
  const auto id = ask("ana", "q");
  clock.advance(std::chrono::seconds{1});
  ASSERT_FALSE(inbox.snooze(agent, id, clock.now(), std::nullopt));
  ASSERT_TRUE(inbox.snooze(agent, id, clock.now() + std::chrono::hours{2}, std::nullopt));
  EXPECT_EQ(in_state(ConversationState::kSnoozed), Names{"q"});
  EXPECT_EQ(inbox.wake_snoozed().value_or(-1), 0);
  clock.advance(std::chrono::hours{2});
  EXPECT_EQ(inbox.wake_snoozed().value_or(-1), 1);
  EXPECT_EQ(in_state(ConversationState::kOpen), Names{"q"});
  EXPECT_EQ(inbox.wake_snoozed().value_or(-1), 0);
  EXPECT_EQ(inbox.counts(agent)->conversations.open, 1);
  EXPECT_EQ(inbox.counts(agent)->conversations.snoozed, 0);
}

TEST_F(InboxTest, AViewerReadsAndCannotDecide) {
  const auto id = ask("ana", "q");
  EXPECT_TRUE(inbox.open(viewer, id));
  EXPECT_EQ(inbox.resolve(viewer, id, {}, std::nullopt).error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(inbox.assign(agent, id, viewer.id, std::nullopt).error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(inbox.add_note(viewer, id, "hm").error().kind, ErrorKind::kForbidden);
}

TEST_F(InboxTest, AnotherWorkspaceSeesNothing) {
  const auto id = ask("ana", "q");
  Member stranger = owner;
  stranger.workspace = WorkspaceId{owner.workspace.value + 1};
  EXPECT_EQ(inbox.open(stranger, id).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(inbox.thread(stranger, id, std::nullopt, 10).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(inbox.resolve(stranger, id, {}, std::nullopt).error().kind, ErrorKind::kNotFound);
  EXPECT_TRUE(inbox.list(stranger, {}, std::nullopt, 10)->rows.empty());
}

TEST_F(InboxTest, TheThreadSaysWhichPostsWait) {
  hear({said("ana", "q", "@us hello"), said("ben", "b", "me too", "q")});
  hear({said("us", "a", "Hello Ana", "q")});
  auto page = inbox.thread(agent, post_named("q").conversation, std::nullopt, 50);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->posts.size(), 3U);
  for (const auto& each : page->posts) {
    EXPECT_EQ(each.waits, each.post.native_id == "b") << each.post.native_id;
  }
}

TEST_F(InboxTest, NotesAndDraftsAreKept) {
  const auto id = ask("ana", "q");
  ASSERT_TRUE(inbox.add_note(agent, id, "She called yesterday"));
  ASSERT_FALSE(inbox.add_note(agent, id, "   "));
  ASSERT_TRUE(inbox.save_draft(agent, id, {post_named("q").id, "Dear"}));
  ASSERT_TRUE(inbox.save_draft(agent, id, {post_named("q").id, "Dear Ana"}));
  auto opened = inbox.open(agent, id);
  ASSERT_TRUE(opened);
  ASSERT_EQ(opened->notes.size(), 1U);
  EXPECT_EQ(opened->notes[0].by_name, "Arun");
  EXPECT_EQ(opened->my_draft->text, "Dear Ana");
  ASSERT_TRUE(inbox.drop_draft(agent, id));
  EXPECT_FALSE(inbox.open(agent, id)->my_draft);
}

}  // namespace
}  // namespace rapport
