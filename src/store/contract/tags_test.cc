#include <rapidcheck.h>

#include <map>
#include <set>

#include "store/contract/store_contract.h"

namespace rapport {
namespace {

class Tagged {
 public:
  Tagged(Store& store, WorkspaceId workspace) : store_(store), workspace_(workspace) {}

  bool put(int conversation, int tag) {
    return store_
        .write([&](Unit& unit) {
          return unit.tags().put(workspace_, sample::conversation(workspace_, conversation).id,
                                 sample::tag(workspace_, tag).id);
        })
        .value();
  }
  bool take(int conversation, int tag) {
    return store_
        .write([&](Unit& unit) {
          return unit.tags().take(workspace_, sample::conversation(workspace_, conversation).id,
                                  sample::tag(workspace_, tag).id);
        })
        .value();
  }

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

  // Totals that are not 0, as "tag:state=total".
  std::string totals() {
    auto found = store_.read([&](Unit& unit) { return unit.tags().totals(workspace_); });
    std::string text;
    for (const TagTotal& each : found.value()) {
      if (each.total == 0) continue;
      if (!text.empty()) text += ' ';
      text += std::to_string(each.tag.value - sample::tag(workspace_, 0).id.value) + ":" +
              std::string(to_word(each.state)) + "=" + std::to_string(each.total);
    }
    return text;
  }

 private:
  Store& store_;
  WorkspaceId workspace_;
};

TEST_P(StoreContract, KeepsTagsUniqueByNameWithoutCase) {
  Tag refund = sample::tag(here, 1);
  refund.name = "Refund";
  refund.folded = "refund";
  write([&](Unit& unit) { return unit.tags().add(refund); });
  EXPECT_TRUE(same(refund, read([&](Unit& unit) { return unit.tags().find(here, refund.id); })));
  Tag twin = sample::tag(here, 2);
  twin.folded = "refund";
  EXPECT_EQ(ErrorKind::kConflict, write_fails([&](Unit& unit) { return unit.tags().add(twin); }));
  twin.folded = "other";
  write([&](Unit& unit) { return unit.tags().add(twin); });
  twin.folded = "refund";
  EXPECT_EQ(ErrorKind::kConflict, write_fails([&](Unit& unit) { return unit.tags().save(twin); }));
  refund.name = "REFUND";
  refund.color = TagColor::kRed;
  write([&](Unit& unit) { return unit.tags().save(refund); });
  EXPECT_TRUE(same(std::optional(refund),
                   read([&](Unit& unit) { return unit.tags().by_name(here, "refund"); })));
  EXPECT_FALSE(read([&](Unit& unit) { return unit.tags().by_name(elsewhere, "refund"); }));
  // The other workspace may use the same word.
  Tag theirs = sample::tag(elsewhere, 1);
  theirs.folded = "refund";
  write([&](Unit& unit) { return unit.tags().add(theirs); });
  EXPECT_EQ(ErrorKind::kNotFound,
            read_fails([&](Unit& unit) { return unit.tags().find(elsewhere, twin.id); }));
  EXPECT_EQ(2u, read([&](Unit& unit) { return unit.tags().all(here); }).size());
}

TEST_P(StoreContract, ListsATagPageByPageInEveryOrder) {
  const MemberId ana{5};
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.tags().add(sample::tag(here, 1)));
    RAPPORT_TRY(unit.tags().add(sample::tag(here, 2)));
    for (int number = 1; number <= 8; ++number) {
      Conversation each = sample::conversation(here, number);
      each.waiting_since = sample::at(number / 3);
      each.last_post_at = sample::at(10 - number / 3);
      if (number == 4 || number == 6) each.owner = ana;
      if (number == 8) each.channel = ChannelId{99};
      if (number == 2) each.state = ConversationState::kResolved;
      RAPPORT_TRY(unit.conversations().add(each));
    }
    return Done{};
  });
  Tagged tagged(store(), here);
  for (const int number : {2, 3, 4, 6, 8}) EXPECT_TRUE(tagged.put(number, 1));
  EXPECT_TRUE(tagged.put(1, 2));
  EXPECT_FALSE(tagged.put(4, 1)) << "it has it already";
  for (const int page : {1, 2, 50}) {
    ConversationFilter filter;
    filter.tag = sample::tag(here, 1).id;
    EXPECT_EQ("2 4 3 8 6", tagged.shown(filter, page));
    filter.owner = ana;
    EXPECT_EQ("4 6", tagged.shown(filter, page));
    filter.owner = Anyone{};
    filter.state = ConversationState::kOpen;
    EXPECT_EQ("3 4 6 8", tagged.shown(filter, page));
    filter.owner = Nobody{};
    EXPECT_EQ("3 8", tagged.shown(filter, page));
    filter.channel = ChannelId{99};
    EXPECT_EQ("8", tagged.shown(filter, page));
    filter = {};
    filter.tag = sample::tag(here, 1).id;
    filter.state = ConversationState::kResolved;
    EXPECT_EQ("2", tagged.shown(filter, page));
  }
  EXPECT_EQ("1:open=4 1:resolved=1 2:open=1", tagged.totals());
  EXPECT_TRUE(tagged.take(4, 1));
  EXPECT_FALSE(tagged.take(4, 1));
  EXPECT_EQ("1:open=3 1:resolved=1 2:open=1", tagged.totals());
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.tags().put(here, sample::conversation(here, 404).id,
                                     sample::tag(here, 1).id);
            }));
  EXPECT_EQ(ErrorKind::kNotFound, write_fails([&](Unit& unit) {
              return unit.tags().put(here, sample::conversation(here, 4).id,
                                     sample::tag(here, 404).id);
            }));
}

TEST_P(StoreContract, FindsWordsAmongATag) {
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.tags().add(sample::tag(here, 1)));
    for (int number = 1; number <= 3; ++number) {
      RAPPORT_TRY(unit.conversations().add(sample::conversation(here, number)));
      Post post = sample::post(here, number, number == 3 ? "Late parcel" : "Good coffee");
      post.conversation = sample::conversation(here, number).id;
      RAPPORT_TRY(unit.posts().add(post));
    }
    return Done{};
  });
  Tagged tagged(store(), here);
  tagged.put(2, 1);
  tagged.put(3, 1);
  ConversationFilter filter;
  filter.text = "coffee";
  EXPECT_EQ("2 1", tagged.shown(filter, 50));
  filter.tag = sample::tag(here, 1).id;
  EXPECT_EQ("2", tagged.shown(filter, 50));
}

TEST_P(StoreContract, ARemovedTagLeavesItsConversationsInPieces) {
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 1; number <= 3; ++number) {
      RAPPORT_TRY(unit.tags().add(sample::tag(here, number)));
    }
    for (int number = 1; number <= 5; ++number) {
      RAPPORT_TRY(unit.conversations().add(sample::conversation(here, number)));
    }
    return Done{};
  });
  Tagged tagged(store(), here);
  for (int number = 1; number <= 5; ++number) tagged.put(number, 1);
  tagged.put(1, 2);
  tagged.put(4, 3);
  const TagId from = sample::tag(here, 1).id;
  const TagId into = sample::tag(here, 2).id;
  write([&](Unit& unit) { return unit.tags().begin_removal(here, from, into, sample::at(9)); });
  // Gone from every screen at once, its name free.
  EXPECT_EQ(2u, read([&](Unit& unit) { return unit.tags().all(here); }).size());
  EXPECT_FALSE(read([&](Unit& unit) { return unit.tags().by_name(here, "tag 1"); }));
  const auto on = read([&](Unit& unit) {
    return unit.tags().on(here, {sample::conversation(here, 1).id, sample::conversation(here, 2).id,
                                 sample::conversation(here, 4).id});
  });
  EXPECT_EQ(2u, on.size());
  Tag namesake = sample::tag(here, 7);
  namesake.folded = "tag 1";
  write([&](Unit& unit) { return unit.tags().add(namesake); });

  const auto leaving = read([&](Unit& unit) { return unit.tags().leaving(9); });
  ASSERT_EQ(1u, leaving.size());
  const auto clear = [&] {
    return write([&](Unit& unit) { return unit.tags().clear_some(leaving.front(), 3); });
  };
  EXPECT_EQ(3, clear());
  EXPECT_EQ(2, clear());
  EXPECT_EQ(0, clear());
  EXPECT_TRUE(read([&](Unit& unit) { return unit.tags().leaving(9); }).empty());
  EXPECT_EQ("2:open=5 3:open=1", tagged.totals());
  write([&](Unit& unit) { return unit.tags().begin_removal(here, into, {}, sample::at(10)); });
  const auto next = read([&](Unit& unit) { return unit.tags().leaving(9); });
  write([&](Unit& unit) { return unit.tags().clear_some(next.front(), 100); });
  write([&](Unit& unit) { return unit.tags().clear_some(next.front(), 100); });
  EXPECT_EQ("3:open=1", tagged.totals());
}

TEST_P(StoreContract, TagsMoveAlongWhenTwoConversationsMeet) {
  write([&](Unit& unit) -> Result<Done> {
    for (int number = 1; number <= 2; ++number) {
      RAPPORT_TRY(unit.tags().add(sample::tag(here, number)));
    }
    Conversation waiting = sample::conversation(here, 2);
    waiting.state = ConversationState::kWaiting;
    RAPPORT_TRY(unit.conversations().add(sample::conversation(here, 1)));
    return unit.conversations().add(waiting);
  });
  Tagged tagged(store(), here);
  tagged.put(1, 1);
  tagged.put(1, 2);
  tagged.put(2, 2);
  EXPECT_EQ("1:open=1 2:open=1 2:waiting=1", tagged.totals());
  write([&](Unit& unit) {
    return unit.conversations().merge_into(here, sample::conversation(here, 1).id,
                                           sample::conversation(here, 2).id);
  });
  EXPECT_EQ("1:waiting=1 2:waiting=1", tagged.totals());
  ConversationFilter filter;
  filter.tag = sample::tag(here, 1).id;
  EXPECT_EQ("2", tagged.shown(filter, 50));
}

// Whatever is done in whatever order, also what is taken back: the counters and the copies that
// lists are read by say what a recount says.
TEST_P(StoreContract, TagCountersAgreeWithARecount) {
  int round = 0;
  EXPECT_TRUE(rc::check("tag counters", [&] {
    const WorkspaceId workspace{7000 + ++round};
    std::map<int, Conversation> all;
    std::map<int, std::set<int>> tags;
    const auto ready = store().write([&](Unit& unit) -> Result<Done> {
      for (int tag = 1; tag <= 3; ++tag) RAPPORT_TRY(unit.tags().add(sample::tag(workspace, tag)));
      for (int number = 1; number <= 4; ++number) {
        all[number] = sample::conversation(workspace, number);
        RAPPORT_TRY(unit.conversations().add(all[number]));
      }
      return Done{};
    });
    RC_ASSERT(ready);
    const int steps = *rc::gen::inRange(1, 25);
    for (int step = 0; step < steps; ++step) {
      const int number = *rc::gen::inRange(1, 5);
      const int other = *rc::gen::inRange(1, 5);
      const int tag = *rc::gen::inRange(1, 4);
      const int what = *rc::gen::inRange(0, 5);
      const auto state = static_cast<ConversationState>(*rc::gen::inRange(0, 5));
      const bool taken_back = *rc::gen::inRange(0, 4) == 0;
      if (!all.contains(number)) continue;
      auto after = all;
      auto tags_after = tags;
      const auto outcome = store().write([&](Unit& unit) -> Result<Done> {
        const ConversationId id = all.at(number).id;
        const TagId tag_id = sample::tag(workspace, tag).id;
        if (what <= 1) {
          RAPPORT_TRY(unit.tags().put(workspace, id, tag_id));
          tags_after[number].insert(tag);
        } else if (what == 2) {
          RAPPORT_TRY(unit.tags().take(workspace, id, tag_id));
          tags_after[number].erase(tag);
        } else if (what == 3 && other != number && all.contains(other) && all.size() > 2) {
          RAPPORT_TRY(unit.conversations().merge_into(workspace, id, all.at(other).id));
          tags_after[other].merge(tags_after[number]);
          tags_after.erase(number);
          after.erase(number);
        } else {
          Conversation changed = all.at(number);
          changed.state = state;
          ++changed.version;
          RAPPORT_TRY(unit.conversations().save(changed));
          after[number] = changed;
        }
        if (taken_back) return invalid("taken back");
        return Done{};
      });
      if (outcome) {
        all = std::move(after);
        tags = std::move(tags_after);
      } else {
        RC_ASSERT(outcome.error().message == "taken back");
      }
    }
    std::map<std::pair<int, std::string>, int> recount;
    for (const auto& [number, on] : tags) {
      for (const int tag : on) ++recount[{tag, std::string(to_word(all.at(number).state))}];
    }
    std::string expected;
    for (const auto& [key, total] : recount) {
      if (!expected.empty()) expected += ' ';
      expected += std::to_string(key.first) + ":" + key.second + "=" + std::to_string(total);
    }
    RC_ASSERT(Tagged(store(), workspace).totals() == expected);
  }));
}

}  // namespace
}  // namespace rapport
