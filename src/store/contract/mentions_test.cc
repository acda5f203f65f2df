#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, TellsWhoIsNamedInNotesUntilTheyLook) {
  const MemberId ana{5};
  const MemberId ben{6};
  const Conversation one = sample::conversation(here, 1);
  const Conversation two = sample::conversation(here, 2);
  const auto note = [&](int number, const Conversation& in, std::vector<MemberId> named) {
    const Note made{here, NoteId{number}, in.id, ben, "@Ana @Ben", sample::at(number)};
    std::vector<NoteMention> mentions;
    for (const MemberId member : named) {
      const auto begin = static_cast<std::uint32_t>(5 * mentions.size());
      mentions.push_back({here, made.id, member, begin, begin + 4});
    }
    write([&](Unit& unit) -> Result<Done> {
      RAPPORT_TRY(unit.conversations().add_note(made));
      return unit.mentions().add(made, mentions);
    });
    return mentions;
  };
  const auto unread = [&](MemberId member) {
    return read([&](Unit& unit) { return unit.mentions().unread(here, member); });
  };
  const auto mark = [&](const Conversation& in, MemberId member) {
    return write([&](Unit& unit) { return unit.mentions().mark_read(here, in.id, member); });
  };
  for (const Conversation& each : {one, two}) {
    write([&](Unit& unit) { return unit.conversations().add(each); });
  }
  EXPECT_EQ(0, unread(ana));
  const auto first = note(1, one, {ana, ben});
  EXPECT_EQ(1, unread(ana));
  EXPECT_EQ(0, unread(ben)) << "nobody mentions himself";
  note(2, one, {ana});
  EXPECT_EQ(1, unread(ana)) << "one conversation to look at";
  note(3, two, {ana});
  EXPECT_EQ(2, unread(ana));
  auto all = read([&](Unit& unit) { return unit.mentions().of(here, one.id); });
  ASSERT_EQ(3u, all.size());
  EXPECT_TRUE(same(first[0], all[0]));
  EXPECT_TRUE(same(first[1], all[1]));

  EXPECT_TRUE(mark(one, ana));
  EXPECT_FALSE(mark(one, ana));
  EXPECT_EQ(1, unread(ana));
  EXPECT_EQ(std::vector{two.id}, read([&](Unit& unit) {
              return unit.mentions().with_unread(here, {one.id, two.id}, ana);
            }));
  ConversationFilter filter;
  filter.mentioned = ana;
  const auto shown = [&] {
    std::vector<ConversationId> ids;
    for (const auto& row :
         read([&](Unit& unit) { return unit.conversations().list(here, filter, {}, 10); }).rows) {
      ids.push_back(row.conversation.id);
    }
    return ids;
  };
  EXPECT_EQ((std::vector{two.id, one.id}), shown());
  note(4, one, {ana});
  EXPECT_EQ((std::vector{one.id, two.id}), shown()) << "the latest mention first";
  EXPECT_EQ(2, unread(ana));
  EXPECT_EQ(0, read([&](Unit& unit) { return unit.mentions().unread(elsewhere, ana); }));

  // The two turn out to be one conversation: one thing to look at.
  write([&](Unit& unit) { return unit.conversations().merge_into(here, one.id, two.id); });
  EXPECT_EQ(1, unread(ana));
  EXPECT_EQ(std::vector{two.id}, shown());
  EXPECT_EQ(5u, read([&](Unit& unit) { return unit.mentions().of(here, two.id); }).size());
  EXPECT_TRUE(mark(two, ana));
  EXPECT_EQ(0, unread(ana));
}

}  // namespace
}  // namespace rapport
