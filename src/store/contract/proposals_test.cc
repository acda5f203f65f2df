#include "store/contract/store_contract.h"

namespace rapport {
namespace {

Proposal proposal(WorkspaceId workspace, int number, ConversationId conversation) {
  return {workspace,
          ProposalId{number},
          conversation,
          PostId{7},
          MemberId{5},
          "Hello Mia",
          "model " + std::to_string(number),
          sample::at(number)};
}

TEST_P(StoreContract, KeepsWhatWasProposed) {
  const ConversationId one{11};
  const ConversationId other{12};
  for (int number = 1; number <= 3; ++number) {
    write([&](Unit& unit) { return unit.proposals().add(proposal(here, number, one)); });
  }
  write([&](Unit& unit) { return unit.proposals().add(proposal(here, 4, other)); });
  EXPECT_EQ(ErrorKind::kConflict,
            write_fails([&](Unit& unit) { return unit.proposals().add(proposal(here, 1, one)); }));
  const auto of = [&](WorkspaceId workspace, ConversationId conversation, int most) {
    return read([&](Unit& unit) { return unit.proposals().of(workspace, conversation, most); });
  };
  const auto kept = of(here, one, 2);
  ASSERT_EQ(2U, kept.size());
  EXPECT_EQ(ProposalId{3}, kept[0].id);
  EXPECT_EQ("model 3", kept[0].model);
  EXPECT_EQ("Hello Mia", kept[0].text);
  EXPECT_EQ(PostId{7}, kept[0].post);
  EXPECT_EQ(MemberId{5}, kept[0].by);
  EXPECT_EQ(one, kept[0].conversation);
  EXPECT_EQ(sample::at(3), kept[0].at);
  EXPECT_EQ(ProposalId{2}, kept[1].id);
  EXPECT_TRUE(of(elsewhere, one, 9).empty());
  const auto newest = read([&](Unit& unit) { return unit.proposals().newest(here, 2); });
  ASSERT_EQ(2U, newest.size());
  EXPECT_EQ(other, newest[0].conversation);
  EXPECT_EQ(ProposalId{3}, newest[1].id);

  EXPECT_EQ(1, write([&](Unit& unit) { return unit.proposals().drop_before(sample::at(3), 1); }));
  EXPECT_EQ(1, write([&](Unit& unit) { return unit.proposals().drop_before(sample::at(3), 9); }));
  EXPECT_EQ(1U, of(here, one, 9).size());
  EXPECT_EQ(1U, of(here, other, 9).size());
}

}  // namespace
}  // namespace rapport
