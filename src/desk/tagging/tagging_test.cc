#include "desk/tagging/tagging.h"

#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class TaggingTest : public DeskTest {
 protected:
  Tagging tagging{store(), ids, clock};

  TagId make(const std::string& name) {
    auto tag = tagging.create(agent, name, TagColor::kBlue);
    EXPECT_TRUE(tag) << tag.error().message;
    return tag ? tag->tag.id : TagId{};
  }
  ConversationId ask(const std::string& name) {
    hear({said("ana-" + name, name, "@us " + name)});
    return post_named(name).conversation;
  }
  std::vector<std::string> tagged(TagId tag) {
    ConversationFilter filter;
    filter.tag = tag;
    auto page = inbox.list(agent, filter, std::nullopt, 100);
    std::vector<std::string> names;
    if (page) {
      for (const auto& row : page->rows) names.push_back(row.conversation.root_native_id);
    }
    return names;
  }
  std::int64_t total(TagId tag, ConversationState state) {
    auto views = tagging.list(agent);
    for (const TagView& each : views.value()) {
      if (each.tag.id != tag) continue;
      const auto found = each.totals.find(state);
      return found == each.totals.end() ? 0 : found->second;
    }
    return -1;
  }
  using Names = std::vector<std::string>;
};

TEST_F(TaggingTest, NamesAreUniqueWithoutCase) {
  const TagId refund = make("Refund");
  EXPECT_EQ(ErrorKind::kConflict, tagging.create(agent, "  REFUND ", TagColor::kRed).error().kind);
  EXPECT_EQ(ErrorKind::kInvalid, tagging.create(agent, "  ", TagColor::kRed).error().kind);
  EXPECT_EQ(ErrorKind::kInvalid,
            tagging.create(agent, std::string(41, 'x'), TagColor::kRed).error().kind);
  EXPECT_EQ(ErrorKind::kForbidden, tagging.create(viewer, "x", TagColor::kRed).error().kind);
  auto renamed = tagging.change(agent, refund, "refund", TagColor::kGreen);
  ASSERT_TRUE(renamed);
  EXPECT_EQ("refund", renamed->tag.name);
  EXPECT_EQ(TagColor::kGreen, renamed->tag.color);
  make("Other");
  EXPECT_EQ(ErrorKind::kConflict,
            tagging.change(agent, refund, "OTHER", TagColor::kGreen).error().kind);
}

TEST_F(TaggingTest, ARowShowsItsTagsAndTheCountersFollowItsState) {
  const TagId refund = make("Refund");
  const TagId angry = make("Angry");
  const auto id = ask("one");
  ASSERT_TRUE(inbox.tag(agent, id, refund));
  ASSERT_TRUE(inbox.tag(agent, id, angry));
  const auto again = inbox.tag(agent, id, angry);
  ASSERT_TRUE(again);
  const auto rows = inbox.some(agent, {id});
  ASSERT_TRUE(rows);
  ASSERT_EQ(2u, rows->front().tags.size());
  EXPECT_EQ("Angry", rows->front().tags.front().name);
  EXPECT_EQ(3, rows->front().conversation.version) << "tagging twice changes it once";
  EXPECT_EQ(1, total(refund, ConversationState::kOpen));
  ASSERT_TRUE(inbox.resolve(agent, id, {}, {}));
  EXPECT_EQ(0, total(refund, ConversationState::kOpen));
  EXPECT_EQ(1, total(refund, ConversationState::kResolved));
  ASSERT_TRUE(inbox.untag(agent, id, refund));
  EXPECT_EQ(0, total(refund, ConversationState::kResolved));
  EXPECT_EQ(Names{"one"}, tagged(angry));
  EXPECT_EQ(Names{}, tagged(refund));
  EXPECT_EQ(ErrorKind::kForbidden, inbox.tag(viewer, id, refund).error().kind);
}

TEST_F(TaggingTest, MergingMovesConversationsAndViews) {
  const TagId from = make("Late");
  const TagId into = make("Delivery");
  for (int i = 0; i < 5; ++i) {
    const auto id = ask("q" + std::to_string(i));
    ASSERT_TRUE(inbox.tag(agent, id, i < 3 ? from : into));
    if (i == 0) {
      ASSERT_TRUE(inbox.tag(agent, id, into));
    }
  }
  EXPECT_EQ(ErrorKind::kForbidden, tagging.merge(agent, from, into).error().kind);
  EXPECT_EQ(ErrorKind::kInvalid, tagging.merge(owner, from, from).error().kind);
  const auto merged = tagging.merge(owner, from, into);
  ASSERT_TRUE(merged) << merged.error().message;
  EXPECT_EQ(5, merged->totals.at(ConversationState::kOpen));
  EXPECT_EQ(5u, tagged(into).size());
  EXPECT_EQ(1u, tagging.list(agent)->size());
  make("late");  // its name is free again
}

TEST_F(TaggingTest, RemovingATagOfManyGoesOnInPieces) {
  const TagId tag = make("Everything");
  std::vector<BulkItem> items;
  for (int i = 0; i < 250; ++i) {
    hear({said("p" + std::to_string(i), "r" + std::to_string(i), "@us hello")});
    items.push_back({post_named("r" + std::to_string(i)).conversation, {}});
  }
  for (std::size_t i = 0; i < items.size(); i += 125) {
    const std::vector<BulkItem> some(items.begin() + i, items.begin() + i + 125);
    ASSERT_TRUE(inbox.bulk(agent, some, BulkTag{tag}));
  }
  EXPECT_EQ(250, total(tag, ConversationState::kOpen));
  ASSERT_TRUE(tagging.remove(owner, tag));
  EXPECT_TRUE(tagging.list(agent)->empty()) << "gone from the screen at once";
  EXPECT_TRUE(inbox.some(agent, {items.back().id})->front().tags.empty());
  while (*tagging.clear_leaving(100) > 0) {
  }
  const auto left = store().read([](Unit& unit) { return unit.tags().leaving(5); });
  EXPECT_TRUE(left->empty());
}

}  // namespace
}  // namespace rapport
