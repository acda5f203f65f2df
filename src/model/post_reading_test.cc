#include "model/post_reading.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

ReadingGist gist(bool needs_reply, float urgency) {
  ReadingGist out;
  out.needs_reply = needs_reply;
  out.urgency = urgency;
  return out;
}

TEST(GistOfAll, IsAsUrgentAsTheMostUrgentThatNeedsAReply) {
  const auto all = gist_of_all({gist(true, 0.2F), gist(true, 0.4F), gist(false, 0.9F)});
  ASSERT_TRUE(all);
  EXPECT_EQ(all->urgency, 0.4F);
  EXPECT_FALSE(all->is_urgent());
  EXPECT_EQ(rank_of(all), 1);
}

TEST(GistOfAll, CountsAllWhereNobodyNeedsAReply) {
  const auto all = gist_of_all({gist(false, 0.2F), gist(false, 0.9F)});
  ASSERT_TRUE(all);
  EXPECT_TRUE(all->is_urgent());
  EXPECT_EQ(rank_of(all), 3);
}

TEST(GistOfAll, OfNobodyIsNone) { EXPECT_EQ(gist_of_all({}), std::nullopt); }

}  // namespace
}  // namespace rapport
