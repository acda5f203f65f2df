// Many at once, taking back, naming teammates, taking a thread elsewhere.

#include "desk/inbox/inbox.h"
#include "desk/tagging/tagging.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class TeamInboxTest : public DeskTest {
 protected:
  Tagging tagging{store(), ids, clock};

  ConversationId ask(const std::string& name) {
    hear({said("p" + name, name, "@us " + name)});
    return post_named(name).conversation;
  }
  Conversation now(ConversationId id) {
    return store()
        .read([&](Unit& unit) { return unit.conversations().find(channel.workspace, id); })
        .value();
  }
  std::vector<BulkResult> did(Result<std::vector<BulkResult>> results) {
    EXPECT_TRUE(results) << results.error().message << " " << results.error().cause;
    return results.value_or(std::vector<BulkResult>{});
  }
  static std::vector<UndoItem> to_undo(const std::vector<BulkResult>& results) {
    std::vector<UndoItem> items;
    for (const BulkResult& each : results) {
      if (each.decision) items.push_back({each.id, *each.decision});
    }
    return items;
  }
};

TEST_F(TeamInboxTest, OneThatChangedMeanwhileHoldsUpNoOther) {
  const auto one = ask("one");
  const auto two = ask("two");
  const auto three = ask("three");
  ASSERT_TRUE(inbox.assign(owner, two, owner.id, {}));
  const auto results =
      did(inbox.bulk(agent, {{one, 1}, {two, 1}, {three, {}}, {ConversationId{404}, {}}, {one, {}}},
                     BulkSkip{SkipReason::kSpam, ""}));
  ASSERT_EQ(5u, results.size());
  EXPECT_EQ(BulkOutcome::kDone, results[0].outcome);
  EXPECT_EQ(BulkOutcome::kChanged, results[1].outcome);
  EXPECT_EQ(BulkOutcome::kDone, results[2].outcome);
  EXPECT_EQ(BulkOutcome::kGone, results[3].outcome);
  EXPECT_EQ(BulkOutcome::kUnchanged, results[4].outcome);
  EXPECT_EQ(ConversationState::kSkipped, now(one).state);
  EXPECT_EQ(ConversationState::kOpen, now(two).state);
  EXPECT_EQ(ConversationState::kSkipped, results[2].row->conversation.state);
  EXPECT_EQ(owner.id, results[1].row->conversation.owner) << "it is shown as it stands now";
}

TEST_F(TeamInboxTest, ManyNeedARoleAndHaveALimit) {
  const auto one = ask("one");
  EXPECT_EQ(ErrorKind::kForbidden, inbox.bulk(viewer, {{one, {}}}, BulkReopen{}).error().kind);
  EXPECT_EQ("items", inbox.bulk(agent, {}, BulkReopen{}).error().field);
  EXPECT_EQ("items",
            inbox.bulk(agent, std::vector<BulkItem>(201, {one, {}}), BulkReopen{}).error().field);
  EXPECT_EQ("until", inbox.bulk(agent, {{one, {}}}, BulkSnooze{clock.now()}).error().field);
  EXPECT_EQ("member_id", inbox.bulk(agent, {{one, {}}}, BulkAssign{viewer.id}).error().field);
  EXPECT_EQ("tag_id", inbox.bulk(agent, {{one, {}}}, BulkTag{TagId{404}}).error().field);
  EXPECT_EQ(1, now(one).version);
}

TEST_F(TeamInboxTest, UndoBringsBackWhateverItWas) {
  const TagId tag = tagging.create(agent, "Refund", TagColor::kRed)->tag.id;
  const auto open = ask("open");
  const auto snoozed = ask("snoozed");
  const auto waiting = ask("waiting");
  hear({said("us", "answer", "Here you are", "waiting", "waiting")});
  ASSERT_EQ(ConversationState::kWaiting, now(waiting).state);
  const Time until = clock.now() + std::chrono::hours{5};
  ASSERT_TRUE(inbox.snooze(agent, snoozed, until, {}));
  ASSERT_TRUE(inbox.assign(agent, open, owner.id, {}));
  const std::vector<BulkItem> all{{open, {}}, {snoozed, {}}, {waiting, {}}};
  const std::vector<Conversation> before{now(open), now(snoozed), now(waiting)};
  for (const BulkAction& action :
       {BulkAction(BulkResolve{{"done", "delivery"}}), BulkAction(BulkSkip{SkipReason::kSpam, ""}),
        BulkAction(BulkSnooze{until + std::chrono::hours{1}}), BulkAction(BulkAssign{agent.id}),
        BulkAction(BulkTag{tag})}) {
    clock.advance(std::chrono::seconds{1});
    const auto results = did(inbox.bulk(agent, all, action));
    clock.advance(std::chrono::seconds{1});
    for (const BulkResult& each : did(inbox.undo(agent, to_undo(results)))) {
      EXPECT_EQ(BulkOutcome::kDone, each.outcome);
      EXPECT_TRUE(each.row->tags.empty());
    }
    for (const Conversation& was : before) {
      const Conversation is = now(was.id);
      EXPECT_EQ(was.state, is.state) << to_word(was.state) << " " << action.index();
      EXPECT_EQ(was.owner, is.owner);
      EXPECT_EQ(was.snoozed_until, is.snoozed_until);
      EXPECT_EQ(was.waiting_since, is.waiting_since);
      EXPECT_EQ(was.resolution, is.resolution);
      EXPECT_EQ(was.resolved_reason, is.resolved_reason);
      EXPECT_EQ(was.skip_reason, is.skip_reason);
    }
  }
  const auto detail = inbox.open(agent, open);
  ASSERT_TRUE(detail);
  EXPECT_EQ(DecisionKind::kUndo, detail->history.front().decision.kind);
  EXPECT_EQ(11u, detail->history.size())
      << "what was done and what was taken back both stand there";
}

TEST_F(TeamInboxTest, UndoNeverGoesOverALaterChange) {
  const auto one = ask("one");
  const auto two = ask("two");
  const auto mine = did(inbox.bulk(agent, {{one, {}}, {two, {}}}, BulkAssign{agent.id}));
  clock.advance(std::chrono::seconds{1});
  ASSERT_TRUE(inbox.assign(owner, one, owner.id, {}));
  const auto undone = did(inbox.undo(agent, to_undo(mine)));
  EXPECT_EQ(BulkOutcome::kChanged, undone[0].outcome);
  EXPECT_EQ(BulkOutcome::kDone, undone[1].outcome);
  EXPECT_EQ(owner.id, now(one).owner);
  EXPECT_FALSE(now(two).owner);
  EXPECT_EQ(BulkOutcome::kUnchanged, did(inbox.undo(agent, to_undo(mine)))[1].outcome)
      << "undone already";
  EXPECT_EQ(ErrorKind::kForbidden, inbox.undo(owner, to_undo(mine)).error().kind);

  const auto resolved = did(inbox.bulk(agent, {{two, {}}}, BulkResolve{}));
  ASSERT_TRUE(inbox.assign(owner, two, owner.id, {}));  // another matter
  EXPECT_EQ(BulkOutcome::kDone, did(inbox.undo(agent, to_undo(resolved)))[0].outcome);
  EXPECT_EQ(ConversationState::kOpen, now(two).state);
  EXPECT_EQ(owner.id, now(two).owner);
  const auto again = did(inbox.bulk(agent, {{two, {}}}, BulkResolve{}));
  clock.advance(std::chrono::minutes{61});
  EXPECT_EQ(BulkOutcome::kChanged, did(inbox.undo(agent, to_undo(again)))[0].outcome)
      << "too long ago";
}

TEST_F(TeamInboxTest, WhoeverIsNamedFindsItUnderTheirMentions) {
  const auto one = ask("one");
  const std::string text = "Can you look, @Vera? @Arun too.";
  const auto vera = static_cast<std::uint32_t>(text.find("@Vera"));
  const auto arun = static_cast<std::uint32_t>(text.find("@Arun"));
  const auto note =
      inbox.add_note(agent, one, text, {{viewer.id, vera, vera + 5}, {agent.id, arun, arun + 5}});
  ASSERT_TRUE(note) << note.error().message;
  EXPECT_EQ(2u, note->mentions.size());
  EXPECT_EQ(1, inbox.counts(viewer)->mentions);
  EXPECT_EQ(0, inbox.counts(agent)->mentions);
  EXPECT_TRUE(inbox.some(viewer, {one})->front().mentioned);
  EXPECT_FALSE(inbox.some(owner, {one})->front().mentioned);
  ConversationFilter filter;
  filter.mentioned = viewer.id;
  EXPECT_EQ(1u, inbox.list(viewer, filter, {}, 10)->rows.size());
  const auto detail = inbox.open(viewer, one);
  EXPECT_EQ(viewer.id, detail->notes.front().mentions.front().member);
  EXPECT_EQ(1, inbox.counts(viewer)->mentions) << "reading it by itself marks nothing";
  ASSERT_TRUE(inbox.mark_seen(viewer, one));
  EXPECT_EQ(0, inbox.counts(viewer)->mentions);
  EXPECT_EQ(1u, inbox.list(viewer, filter, {}, 10)->rows.size());

  for (const NamedSpan& wrong :
       {NamedSpan{viewer.id, vera, vera + 4}, NamedSpan{owner.id, vera, vera + 5},
        NamedSpan{viewer.id, 900, 905}, NamedSpan{MemberId{404}, vera, vera + 5}}) {
    EXPECT_EQ("mentions", inbox.add_note(agent, one, text, {wrong}).error().field);
  }
  EXPECT_EQ(1u, inbox.open(viewer, one)->notes.size());
}

TEST_F(TeamInboxTest, ATranscriptHoldsNotesOnlyIfAskedForAndAllowed) {
  const auto one = ask("one");
  hear({said("us", "answer", "Here you are", "one", "one")});
  ASSERT_TRUE(inbox.add_note(agent, one, "between us"));
  EXPECT_EQ(ErrorKind::kForbidden, inbox.transcript(viewer, one, WithNotes::kNo).error().kind);
  const Member analyst = member("Anja", Role::kAnalyst, channel.workspace);
  const auto plain = inbox.transcript(analyst, one, WithNotes::kNo);
  ASSERT_TRUE(plain) << plain.error().message;
  EXPECT_EQ(2u, plain->posts.size());
  EXPECT_TRUE(plain->detail.notes.empty());
  EXPECT_EQ(ErrorKind::kForbidden, inbox.transcript(analyst, one, WithNotes::kYes).error().kind);
  EXPECT_EQ(1u, inbox.transcript(agent, one, WithNotes::kYes)->detail.notes.size());
  const auto log =
      store().read([&](Unit& unit) { return unit.members().audit_log(channel.workspace, {}, 10); });
  ASSERT_EQ(2u, log->size());
  EXPECT_EQ("conversation.export", log->front().verb);
  EXPECT_EQ("with notes", log->front().detail);
}

}  // namespace
}  // namespace rapport
