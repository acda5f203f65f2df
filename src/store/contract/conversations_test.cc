#include <algorithm>

#include <rapidcheck.h>

#include <map>

#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, KeepsConversationsWithEveryMember) {
  Conversation conversation = sample::conversation(here, 1);
  write([&](Unit& unit) { return unit.conversations().add(conversation); });
  EXPECT_TRUE(same(conversation, read([&](Unit& unit) {
                     return unit.conversations().find(here, conversation.id);
                   })));
  conversation.state = ConversationState::kSkipped;
  conversation.owner = MemberId{5};
  conversation.waiting_since.reset();
  conversation.answer_to.reset();
  conversation.snoozed_until = sample::at(50);
  conversation.resolution = "sent a voucher";
  conversation.skip_reason = SkipReason::kAnsweredElsewhere;
  conversation.lead = AccountId{77};
  conversation.excerpt_post = PostId{78};
  conversation.first_heard_at = sample::at(-5);
  conversation.last_post_at = sample::at(60);
  conversation.first_reply_at = sample::at(61);
  conversation.posts = 12;
  conversation.people = 3;
  conversation.before_rapport = true;
  conversation.changed_at = sample::at(62);
  conversation.root_native_id = "at://root/earlier";
  conversation.resolved_reason = "delivery";
  conversation.resolved_article = ArticleId{91};
  conversation.in_public = InPublic::kTheySpokeLast;
  conversation.version = 2;
  write([&](Unit& unit) { return unit.conversations().save(conversation); });
  const auto found = read([&](Unit& unit) {
    return unit.conversations().by_root(here, "bluesky", "at://root/earlier");
  });
  ASSERT_TRUE(found);
  EXPECT_TRUE(same(conversation, *found));
  EXPECT_FALSE(read([&](Unit& unit) {
    return unit.conversations().by_root(elsewhere, "bluesky", "at://root/earlier");
  }));
  const auto some = read([&](Unit& unit) {
    return unit.conversations().by_roots(here, "bluesky", {"at://root/earlier", "at://nowhere"});
  });
  EXPECT_TRUE(same({conversation}, some));
  EXPECT_TRUE(
      read([&](Unit& unit) { return unit.conversations().by_roots(here, "bluesky", {}); }).empty());
}

TEST_P(StoreContract, TellsWhenSomeoneElseChangedAConversation) {
  Conversation conversation = sample::conversation(here, 1);
  write([&](Unit& unit) { return unit.conversations().add(conversation); });
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.conversations().add(conversation); }));
  conversation.version = 2;
  write([&](Unit& unit) { return unit.conversations().save(conversation); });
  for (const std::int64_t version : {1, 2, 4}) {
    conversation.version = version;
    EXPECT_EQ(ErrorKind::kConflict,
              write_fails([&](Unit& unit) { return unit.conversations().save(conversation); }))
        << version;
  }
  conversation.version = 3;
  write([&](Unit& unit) { return unit.conversations().save(conversation); });
  conversation.workspace = elsewhere;
  EXPECT_EQ(ErrorKind::kNotFound,
            write_fails([&](Unit& unit) { return unit.conversations().save(conversation); }));
}

class Pages {
 public:
  Pages(Store& store, WorkspaceId workspace) : store_(store), workspace_(workspace) {}

  // All pages of a list, as the numbers of its conversations.
  std::string shown(const ConversationFilter& filter, int page) {
    std::string text;
    std::optional<ListPlace> after;
    for (;;) {
      auto rows = store_.read(
          [&](Unit& unit) { return unit.conversations().list(workspace_, filter, after, page); });
      if (!rows) return rows.error().message + rows.error().cause;
      for (const auto& row : rows->rows) {
        if (!text.empty()) text += ' ';
        text += std::to_string(row.conversation.id.value -
                               sample::conversation(workspace_, 0).id.value);
      }
      if (!rows->next) return text;
      after = rows->next;
    }
  }

 private:
  Store& store_;
  WorkspaceId workspace_;
};

TEST_P(StoreContract, ListsPageByPageThroughTies) {
  const MemberId ana{5};
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 1; number <= 8; ++number) {
      Conversation each = sample::conversation(here, number);
      each.waiting_since = sample::at(number / 3);  // 0 0 1 1 1 2 2 2
      each.last_post_at = sample::at(10 - number / 3);
      if (number == 4 || number == 6) each.owner = ana;
      if (number == 8) each.channel = ChannelId{99};
      RAPPORT_TRY(unit.conversations().add(each));
      Conversation done = sample::conversation(here, 10 + number);
      done.state = number % 2 == 0 ? ConversationState::kResolved : ConversationState::kWaiting;
      done.waiting_since.reset();
      done.last_post_at = sample::at(number / 3);
      if (number == 3 || number == 4) done.owner = ana;
      RAPPORT_TRY(unit.conversations().add(done));
    }
    return unit.conversations().add(sample::conversation(elsewhere, 30));
  });
  Pages pages(store(), here);
  const auto filtered = [](std::optional<ConversationState> state) {
    ConversationFilter filter;
    filter.state = state;
    return filter;
  };
  for (const int page : {1, 2, 3, 7, 50}) {
    auto open = filtered(ConversationState::kOpen);
    EXPECT_EQ("1 2 3 4 5 6 7 8", pages.shown(open, page));
    open.owner = ana;
    EXPECT_EQ("4 6", pages.shown(open, page));
    open.owner = Nobody{};
    EXPECT_EQ("1 2 3 5 7 8", pages.shown(open, page));
    open.channel = ChannelId{99};
    EXPECT_EQ("8", pages.shown(open, page));
    EXPECT_EQ("18 16 14 12", pages.shown(filtered(ConversationState::kResolved), page));
    auto waiting = filtered(ConversationState::kWaiting);
    waiting.owner = ana;
    EXPECT_EQ("13", pages.shown(waiting, page));
    EXPECT_EQ("2 1 5 4 3 8 7 6 18 17 16 15 14 13 12 11", pages.shown(filtered({}), page));
    auto all_of_ana = filtered({});
    all_of_ana.owner = ana;
    EXPECT_EQ("4 6 14 13", pages.shown(all_of_ana, page));
    EXPECT_EQ("", pages.shown(filtered(ConversationState::kSnoozed), page));
  }
}

TEST_P(StoreContract, CountsByState) {
  const MemberId ana{5};
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 1; number <= 5; ++number) {
      Conversation each = sample::conversation(here, number);
      each.state = static_cast<ConversationState>(number - 1);
      RAPPORT_TRY(unit.conversations().add(each));
    }
    Conversation mine = sample::conversation(here, 6);
    mine.owner = ana;
    RAPPORT_TRY(unit.conversations().add(mine));
    return unit.conversations().add(sample::conversation(elsewhere, 7));
  });
  EXPECT_TRUE(same(ConversationCounts{2, 1, 1, 1, 1, 1, 1},
                   read([&](Unit& unit) { return unit.conversations().counts(here, ana); })));
  EXPECT_TRUE(same(ConversationCounts{2, 1, 1, 1, 1, 0, 1}, read([&](Unit& unit) {
                     return unit.conversations().counts(here, MemberId{6});
                   })));
  EXPECT_TRUE(same(ConversationCounts{}, read([&](Unit& unit) {
                     return unit.conversations().counts(WorkspaceId{404}, ana);
                   })));
}

ConversationCounts recount(const std::map<int, Conversation>& all, MemberId member) {
  ConversationCounts counts;
  for (const auto& [number, each] : all) {
    switch (each.state) {
      case ConversationState::kOpen:
        ++counts.open;
        if (!each.owner) ++counts.unassigned;
        if (each.owner == member) ++counts.mine;
        break;
      case ConversationState::kWaiting:
        ++counts.waiting;
        break;
      case ConversationState::kSnoozed:
        ++counts.snoozed;
        break;
      case ConversationState::kResolved:
        ++counts.resolved;
        break;
      case ConversationState::kSkipped:
        ++counts.skipped;
        break;
      case ConversationState::kHeard:
        break;
    }
  }
  return counts;
}

// Whatever is done in whatever order, also what fails: the counters say what a recount says.
TEST_P(StoreContract, LeavesWhatAMemberOwnsToNobody) {
  const MemberId ana{5};
  const MemberId ben{6};
  const auto add = [&](WorkspaceId workspace, int number, std::optional<MemberId> owner,
                       ConversationState state) {
    Conversation conversation = sample::conversation(workspace, number);
    conversation.owner = owner;
    conversation.state = state;
    write([&](Unit& unit) { return unit.conversations().add(conversation); });
    return conversation.id;
  };
  const auto hers = add(here, 1, ana, ConversationState::kOpen);
  add(here, 2, ana, ConversationState::kResolved);
  const auto his = add(here, 3, ben, ConversationState::kOpen);
  add(here, 4, std::nullopt, ConversationState::kOpen);
  const auto foreign = add(elsewhere, 5, ana, ConversationState::kOpen);
  write([&](Unit& unit) { return unit.conversations().release_all(here, ana, sample::at(99)); });

  const auto found = [&](WorkspaceId workspace, ConversationId id) {
    return read([&](Unit& unit) { return unit.conversations().find(workspace, id); });
  };
  EXPECT_FALSE(found(here, hers).owner);
  EXPECT_EQ(sample::conversation(here, 1).version + 1, found(here, hers).version);
  EXPECT_EQ(sample::at(99), found(here, hers).changed_at);
  EXPECT_EQ(ben, found(here, his).owner);
  EXPECT_EQ(ana, found(elsewhere, foreign).owner);
  ConversationCounts counts;
  counts.open = 3;
  counts.unassigned = 2;
  counts.resolved = 1;
  EXPECT_TRUE(
      same(counts, read([&](Unit& unit) { return unit.conversations().counts(here, ana); })));
  // Those of a foreign workspace are counted as before.
  EXPECT_EQ(1, read([&](Unit& unit) { return unit.conversations().counts(elsewhere, ana); }).mine);
}

// Lists of a tag and of a further channel are read from copies: they follow every change.
TEST_P(StoreContract, ListsFollowWhatBecomesOfAConversation) {
  const MemberId ana{5};
  const ChannelId second{20};
  Conversation both = sample::conversation(here, 1);
  both.owner = ana;
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.tags().add(sample::tag(here, 1)));
    RAPPORT_TRY(unit.conversations().add(both));
    RAPPORT_TRY(unit.tags().put(here, both.id, sample::tag(here, 1).id));
    return unit.conversations().note_channel(both, second);
  });
  const auto shown = [&](ConversationFilter filter) {
    filter.channel = second;
    const std::size_t under_channel = read([&](Unit& unit) {
                                        return unit.conversations().list(here, filter, {}, 10);
                                      }).rows.size();
    filter.channel.reset();
    filter.tag = sample::tag(here, 1).id;
    const std::size_t under_tag = read([&](Unit& unit) {
                                    return unit.conversations().list(here, filter, {}, 10);
                                  }).rows.size();
    EXPECT_EQ(under_channel, under_tag);
    return under_channel == 1;
  };
  ConversationFilter hers;
  hers.owner = ana;
  ConversationFilter nobodys;
  nobodys.owner = Nobody{};
  ConversationFilter resolved;
  resolved.state = ConversationState::kResolved;
  EXPECT_TRUE(shown(hers));
  EXPECT_FALSE(shown(nobodys));

  write([&](Unit& unit) { return unit.conversations().release_all(here, ana, sample::at(99)); });
  EXPECT_FALSE(shown(hers));
  EXPECT_TRUE(shown(nobodys));

  both = read([&](Unit& unit) { return unit.conversations().find(here, both.id); });
  both.state = ConversationState::kResolved;
  both.waiting_since.reset();
  both.version += 1;
  write([&](Unit& unit) { return unit.conversations().save(both); });
  EXPECT_TRUE(shown(resolved));
  ConversationFilter open;
  open.state = ConversationState::kOpen;
  EXPECT_FALSE(shown(open));
}

TEST_P(StoreContract, DropsAllDraftsOfOneMember) {
  for (const WorkspaceId workspace : {here, elsewhere}) {
    const Conversation conversation = sample::conversation(workspace, 1);
    write([&](Unit& unit) { return unit.conversations().add(conversation); });
    for (const MemberId by : {MemberId{5}, MemberId{6}}) {
      write([&](Unit& unit) {
        return unit.conversations().save_draft(
            {workspace, conversation.id, by, PostId{1}, "Dear", {}, sample::at(1)});
      });
    }
  }
  write([&](Unit& unit) { return unit.conversations().drop_drafts(here, MemberId{5}); });
  const auto kept = [&](WorkspaceId workspace, MemberId by) {
    return read([&](Unit& unit) {
             return unit.conversations().draft(workspace, sample::conversation(workspace, 1).id,
                                               by);
           })
        .has_value();
  };
  EXPECT_FALSE(kept(here, MemberId{5}));
  EXPECT_TRUE(kept(here, MemberId{6}));
  EXPECT_TRUE(kept(elsewhere, MemberId{5}));
}

TEST_P(StoreContract, CountersAgreeWithARecount) {
  int round = 0;
  EXPECT_TRUE(rc::check("counters", [&] {
    const WorkspaceId workspace{3000 + ++round};
    std::map<int, Conversation> all;
    const int steps = *rc::gen::inRange(1, 30);
    for (int step = 0; step < steps; ++step) {
      const int number = *rc::gen::inRange(1, 8);
      const int other = *rc::gen::inRange(1, 8);
      const auto state = static_cast<ConversationState>(*rc::gen::inRange(0, 5));
      const int owner = *rc::gen::inRange(0, 3);
      const int what = *rc::gen::inRange(0, 5);
      const bool taken_back = *rc::gen::inRange(0, 4) == 0;
      auto after = all;
      const auto outcome = store().write([&](Unit& unit) -> Result<Done> {
        const auto found = all.find(number);
        if (found == all.end()) {
          Conversation fresh = sample::conversation(workspace, number);
          fresh.state = state;
          if (owner > 0) fresh.owner = MemberId{owner};
          RAPPORT_TRY(unit.conversations().add(fresh));
          after[number] = fresh;
        } else if (what == 0 && other != number && all.contains(other)) {
          RAPPORT_TRY(
              unit.conversations().merge_into(workspace, found->second.id, all.at(other).id));
          after.erase(number);
        } else if (what == 1) {
          // Nobody may be counted twice for being added twice.
          auto again = unit.conversations().add(found->second);
          if (again) return invalid("was added twice");
        } else {
          Conversation changed = found->second;
          changed.state = state;
          changed.owner.reset();
          if (owner > 0) changed.owner = MemberId{owner};
          ++changed.version;
          RAPPORT_TRY(unit.conversations().save(changed));
          after[number] = changed;
        }
        if (taken_back) return invalid("taken back");
        return Done{};
      });
      if (outcome) {
        all = std::move(after);
      } else {
        RC_ASSERT(outcome.error().message == "taken back");
      }
      const auto counts = store().read(
          [&](Unit& unit) { return unit.conversations().counts(workspace, MemberId{1}); });
      RC_ASSERT(counts);
      RC_ASSERT(static_cast<bool>(same(recount(all, MemberId{1}), *counts)));
    }
  }));
}

TEST_P(StoreContract, MergesTwoHalvesOfAThread) {
  const Conversation from = sample::conversation(here, 1);
  const Conversation into = sample::conversation(here, 2);
  const MemberId ana{5};
  const MemberId ben{6};
  Act act = sample::act(here, 1);
  Post post = sample::post(here, 1);
  Decision decision{here, DecisionId{1}, from.id, ana, DecisionKind::kAssign, "Ana", {},
                    {},   sample::at(1)};
  Note note{here, NoteId{1}, from.id, ana, "Be kind", sample::at(1)};
  Draft of_ana{here, from.id, ana, post.id, "Half", {}, sample::at(1)};
  Draft of_ben{here, from.id, ben, post.id, "Old half", {}, sample::at(1)};
  Draft kept{here, into.id, ben, post.id, "New half", {}, sample::at(2)};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.conversations().add(from));
    RAPPORT_TRY(unit.conversations().add(into));
    RAPPORT_TRY(unit.conversations().add_decision(decision));
    RAPPORT_TRY(unit.conversations().add_note(note));
    for (const Draft& each : {of_ana, of_ben, kept}) {
      RAPPORT_TRY(unit.conversations().save_draft(each));
    }
    RAPPORT_TRY(unit.outbox().add(act));
    return unit.posts().add(post);
  });
  const auto merge = [&](Unit& unit) {
    return unit.conversations().merge_into(here, from.id, into.id);
  };
  EXPECT_EQ(ErrorKind::kConflict, write_fails(merge));  // its post is still there
  post.conversation = into.id;
  write([&](Unit& unit) { return unit.posts().save(post); });
  write(merge);

  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.conversations().find(here, from.id); }));
  decision.conversation = note.conversation = of_ana.conversation = into.id;
  act.conversation = into.id;
  EXPECT_TRUE(same({decision}, read([&](Unit& unit) {
                     return unit.conversations().decisions(here, into.id, 10);
                   })));
  EXPECT_TRUE(
      same({note}, read([&](Unit& unit) { return unit.conversations().notes(here, into.id); })));
  EXPECT_TRUE(same(std::optional(of_ana), read([&](Unit& unit) {
                     return unit.conversations().draft(here, into.id, ana);
                   })));
  EXPECT_TRUE(same(std::optional(kept), read([&](Unit& unit) {
                     return unit.conversations().draft(here, into.id, ben);
                   })));
  EXPECT_TRUE(same({act}, read([&](Unit& unit) { return unit.outbox().open_of(here, into.id); })));
  EXPECT_EQ(ErrorKind::kNotFound, write_fails(merge));
}

TEST_P(StoreContract, WakesSnoozedConversationsOfAllWorkspaces) {
  Conversation early = sample::conversation(here, 1);
  early.state = ConversationState::kSnoozed;
  early.snoozed_until = sample::at(10);
  Conversation later = sample::conversation(elsewhere, 2);
  later.state = ConversationState::kSnoozed;
  later.snoozed_until = sample::at(20);
  Conversation awake = sample::conversation(here, 3);
  awake.snoozed_until = sample::at(5);
  for (const Conversation& each : {later, early, awake}) {
    write([&](Unit& unit) { return unit.conversations().add(each); });
  }
  const auto woken = [&](int second, int most) {
    return read(
        [&](Unit& unit) { return unit.conversations().snoozed_until(sample::at(second), most); });
  };
  EXPECT_TRUE(woken(9, 10).empty());
  EXPECT_TRUE(same({early}, woken(10, 10)));
  EXPECT_TRUE(same({early, later}, woken(99, 10)));
  EXPECT_TRUE(same({early}, woken(99, 1)));
}

TEST_P(StoreContract, ReadsTheLongestUnreadThreadsFirst) {
  Conversation open = sample::conversation(here, 1);
  Conversation waiting = sample::conversation(here, 2);
  waiting.state = ConversationState::kWaiting;
  Conversation resolved = sample::conversation(here, 3);
  resolved.state = ConversationState::kResolved;
  Conversation other_channel = sample::conversation(here, 4);
  other_channel.channel = ChannelId{99};
  for (const Conversation& each : {open, waiting, resolved, other_channel}) {
    write([&](Unit& unit) { return unit.conversations().add(each); });
  }
  const auto stale = [&](int second) {
    return read([&](Unit& unit) {
      return unit.conversations().stale_threads(here, open.channel, sample::at(second), 10);
    });
  };
  EXPECT_TRUE(same({open, waiting}, stale(0)));  // never read
  write([&](Unit& unit) {
    return unit.conversations().mark_thread_read(here, open.id, sample::at(10));
  });
  EXPECT_TRUE(same({waiting}, stale(10)));
  EXPECT_TRUE(same({waiting, open}, stale(11)));
  // Having read a thread is no change of the conversation.
  EXPECT_TRUE(
      same(open, read([&](Unit& unit) { return unit.conversations().find(here, open.id); })));
}

TEST_P(StoreContract, KeepsDecisionsAndNotesOfAConversationThatIsThere) {
  const Conversation conversation = sample::conversation(here, 1);
  write([&](Unit& unit) { return unit.conversations().add(conversation); });
  Decision skip{here,
                DecisionId{1},
                conversation.id,
                MemberId{5},
                DecisionKind::kSkip,
                "an advert",
                SkipReason::kSpam,
                {},
                sample::at(1)};
  Decision snooze{here, DecisionId{2},  conversation.id, {}, DecisionKind::kSnooze, "",
                  {},   sample::at(99), sample::at(1)};
  skip.reason = "delivery";
  skip.article = ArticleId{91};
  write([&](Unit& unit) { return unit.conversations().add_decision(skip); });
  write([&](Unit& unit) { return unit.conversations().add_decision(snooze); });
  EXPECT_TRUE(same({snooze, skip}, read([&](Unit& unit) {
                     return unit.conversations().decisions(here, conversation.id, 5);
                   })));
  EXPECT_TRUE(same({snooze}, read([&](Unit& unit) {
                     return unit.conversations().decisions(here, conversation.id, 1);
                   })));
  Note first{here, NoteId{1}, conversation.id, MemberId{5}, "Ask Ben", sample::at(1)};
  Note second{here, NoteId{2}, conversation.id, MemberId{6}, "Asked", sample::at(2)};
  write([&](Unit& unit) { return unit.conversations().add_note(second); });
  write([&](Unit& unit) { return unit.conversations().add_note(first); });
  EXPECT_TRUE(same({first, second}, read([&](Unit& unit) {
                     return unit.conversations().notes(here, conversation.id);
                   })));
  Note lost = first;
  lost.id = NoteId{3};
  lost.conversation = ConversationId{404};
  EXPECT_EQ(ErrorKind::kNotFound,
            write_fails([&](Unit& unit) { return unit.conversations().add_note(lost); }));
}

TEST_P(StoreContract, FindsAConversationUnderEachChannelItConcerns) {
  const Conversation both = sample::conversation(here, 1);
  const Conversation one = sample::conversation(here, 2);
  const ChannelId second{444};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.conversations().add(both));
    RAPPORT_TRY(unit.conversations().add(one));
    RAPPORT_TRY(unit.conversations().note_channel(both, second));
    return unit.conversations().note_channel(both, second);
  });
  const auto under = [&](ChannelId channel) {
    ConversationFilter filter;
    filter.channel = channel;
    std::vector<ConversationId> found;
    for (const auto& row :
         read([&](Unit& unit) { return unit.conversations().list(here, filter, {}, 10); }).rows) {
      found.push_back(row.conversation.id);
    }
    std::ranges::sort(found);
    return found;
  };
  EXPECT_EQ((std::vector{both.id, one.id}), under(both.channel));
  EXPECT_EQ(std::vector{both.id}, under(second));
  EXPECT_EQ(std::vector{second},
            read([&](Unit& unit) { return unit.conversations().channels_of(here, both.id); }));

  // It keeps its place among those that stand under the channel itself.
  Conversation own = sample::conversation(here, 3);
  own.channel = second;
  own.waiting_since = sample::at(-5);
  Conversation later = sample::conversation(here, 4);
  later.channel = second;
  later.waiting_since = sample::at(50);
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.conversations().add(own));
    return unit.conversations().add(later);
  });
  ConversationFilter open;
  open.state = ConversationState::kOpen;
  open.channel = second;
  std::vector<ConversationId> order;
  std::optional<ListPlace> after;
  for (;;) {
    const auto page =
        read([&](Unit& unit) { return unit.conversations().list(here, open, after, 1); });
    for (const auto& row : page.rows) order.push_back(row.conversation.id);
    if (!page.next) break;
    after = page.next;
  }
  EXPECT_EQ((std::vector{own.id, both.id, later.id}), order);

  // Two halves of a thread that met concern the channels of both.
  write([&](Unit& unit) { return unit.conversations().merge_into(here, both.id, one.id); });
  EXPECT_EQ((std::vector{one.id, own.id, later.id}), under(second));
}

TEST_P(StoreContract, KeepsOneDraftForEachMember) {
  const Conversation one = sample::conversation(here, 1);
  const Conversation two = sample::conversation(here, 2);
  const MemberId ana{5};
  const MemberId ben{6};
  Draft draft{here,          one.id,       ana,
              PostId{7},     "Dear",       {{AttachmentId{9}, "A cup"}},
              sample::at(1), ChannelId{4}, {"pt-BR", "en"}};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.conversations().add(one));
    RAPPORT_TRY(unit.conversations().add(two));
    return unit.conversations().save_draft(draft);
  });
  draft.text = "Dear Maria";
  draft.post = PostId{8};
  draft.updated_at = sample::at(2);
  write([&](Unit& unit) { return unit.conversations().save_draft(draft); });
  const auto of = [&](MemberId member) {
    return read([&](Unit& unit) { return unit.conversations().draft(here, one.id, member); });
  };
  EXPECT_TRUE(same(std::optional(draft), of(ana)));
  EXPECT_FALSE(of(ben));
  const auto with = [&](MemberId member) {
    return read([&](Unit& unit) {
      return unit.conversations().with_draft(here, {two.id, one.id}, member);
    });
  };
  EXPECT_EQ(std::vector{one.id}, with(ana));
  EXPECT_TRUE(with(ben).empty());
  write([&](Unit& unit) { return unit.conversations().drop_draft(here, one.id, ana); });
  write([&](Unit& unit) { return unit.conversations().drop_draft(here, one.id, ana); });
  EXPECT_FALSE(of(ana));
}

}  // namespace
}  // namespace rapport
