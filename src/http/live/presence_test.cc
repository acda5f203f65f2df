#include "http/live/presence.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

using namespace std::chrono_literals;

Member member(int number, const char* name) {
  Member made;
  made.workspace = WorkspaceId{1};
  made.id = MemberId{number};
  made.name = name;
  return made;
}

TEST(Presence, TellsOnlyWhatOthersSeeAnew) {
  PresenceBoard board(20s);
  const PresenceBoard::Moment now{};
  const Member ana = member(5, "Ana");
  const Member ben = member(6, "Ben");
  const ConversationId room{9};
  EXPECT_TRUE(board.beat(ana, room, "a", PresenceWhat::kLooking, now));
  EXPECT_FALSE(board.beat(ana, room, "a", PresenceWhat::kLooking, now));
  EXPECT_FALSE(board.beat(ana, room, "b", PresenceWhat::kLooking, now)) << "another tab of hers";
  EXPECT_TRUE(board.beat(ana, room, "b", PresenceWhat::kReplying, now));
  EXPECT_TRUE(board.beat(ben, room, "", PresenceWhat::kLooking, now));
  EXPECT_EQ((std::vector<Present>{{ana.id, "Ana", true}, {ben.id, "Ben", false}}),
            board.in(ana.workspace, room));
  EXPECT_TRUE(board.in(WorkspaceId{2}, room).empty());
  EXPECT_TRUE(board.everywhere(WorkspaceId{2}).empty());
  EXPECT_EQ(1u, board.everywhere(WorkspaceId{1}).size());
  EXPECT_TRUE(board.beat(ana, room, "b", PresenceWhat::kGone, now));
  EXPECT_FALSE(board.in(ana.workspace, room).front().replying) << "the other tab still looks";
  EXPECT_TRUE(board.beat(ana, room, "a", PresenceWhat::kGone, now));
  EXPECT_FALSE(board.beat(ana, room, "a", PresenceWhat::kGone, now));
  EXPECT_EQ(1u, board.in(ana.workspace, room).size());
}

TEST(Presence, ForgetsWhoFellSilent) {
  PresenceBoard board(20s);
  const PresenceBoard::Moment start{};
  board.beat(member(5, "Ana"), ConversationId{9}, "", PresenceWhat::kLooking, start);
  board.beat(member(6, "Ben"), ConversationId{9}, "", PresenceWhat::kLooking, start + 15s);
  EXPECT_TRUE(board.forget_silent(start + 19s).empty());
  EXPECT_EQ(1u, board.forget_silent(start + 20s).size());
  EXPECT_EQ("Ben", board.in(WorkspaceId{1}, ConversationId{9}).front().name);
  EXPECT_EQ(1u, board.forget_silent(start + 40s).size());
  EXPECT_TRUE(board.everywhere(WorkspaceId{1}).empty());
}

}  // namespace
}  // namespace rapport
