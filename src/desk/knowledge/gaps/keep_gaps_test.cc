#include "desk/knowledge/gaps/keep_gaps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace rapport {
namespace {

Time day(int number) {
  return Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1}} + std::chrono::days{number};
}

Gap gap(int id, GapState state = GapState::kOpen, std::optional<ArticleId> article = {}) {
  Gap gap;
  gap.id = GapId{id};
  gap.name = "gap " + std::to_string(id);
  gap.state = state;
  gap.article = article;
  gap.last_at = day(10);
  return gap;
}

std::vector<PostId> posts(std::initializer_list<int> numbers) {
  std::vector<PostId> out;
  for (const int number : numbers) out.push_back(PostId{number});
  return out;
}

std::vector<PostOfGap> kept(int id, std::initializer_list<int> numbers) {
  std::vector<PostOfGap> out;
  for (const int number : numbers) out.push_back({GapId{id}, PostId{number}});
  return out;
}

// "1 written 70: 5 6; new open: 7"
std::string told(const std::vector<KeptGap>& gaps) {
  std::string out;
  for (const KeptGap& each : gaps) {
    if (!out.empty()) out += "; ";
    out += each.gap.id ? to_string(each.gap.id) : "new";
    (out += ' ') += to_word(each.gap.state);
    if (each.gap.article) (out += ' ') += to_string(*each.gap.article);
    out += ':';
    for (const PostId post : each.posts) (out += ' ') += to_string(post);
  }
  return out;
}

TEST(KeepGaps, KnowsThemAgainByTheirPosts) {
  GapsAgain again;
  again.before = {gap(1, GapState::kDismissed), gap(2)};
  again.kept = kept(1, {1, 2, 3});
  std::ranges::copy(kept(2, {4, 5}), std::back_inserter(again.kept));
  again.learned = {{gap(0), posts({4, 5, 6})}, {gap(0), posts({1, 3, 7})}, {gap(0), posts({8, 9})}};
  EXPECT_EQ(told(keep_gaps(again)), "2 open: 4 5 6; 1 dismissed: 1 3 7; new open: 8 9");

  // One post of many makes nothing the same.
  again.learned = {{gap(0), posts({1, 11, 12, 13, 14})}};
  EXPECT_EQ(told(keep_gaps(again)), "new open: 1 11 12 13 14; 1 dismissed: 2 3");
  // Two that became one are the one with which it shares most.
  again.learned = {{gap(0), posts({1, 2, 3, 4, 5})}};
  EXPECT_EQ(told(keep_gaps(again)), "1 dismissed: 1 2 3 4 5");
}

TEST(KeepGaps, AreWrittenOnceAnArticleAnswersMost) {
  GapsAgain again;
  again.before = {gap(1), gap(2)};
  again.kept = kept(1, {1, 2, 3});
  std::ranges::copy(kept(2, {4, 5}), std::back_inserter(again.kept));
  again.published = {ArticleId{70}, ArticleId{71}};
  again.answered = {
      {PostId{1}, ArticleId{70}}, {PostId{2}, ArticleId{70}}, {PostId{4}, ArticleId{71}}};
  EXPECT_EQ(told(keep_gaps(again)), "1 written 70: 1 2 3")
      << "half of the other's is not more than half; it was not found again";
  // Those who ask on belong to it.
  again.learned = {{gap(0), posts({3, 9})}};
  EXPECT_EQ(told(keep_gaps(again)), "1 written 70: 3 9 1 2");
}

TEST(KeepGaps, FollowTheirArticle) {
  GapsAgain again;
  again.before = {gap(1, GapState::kOpen, ArticleId{70})};
  again.kept = kept(1, {1, 2});
  again.learned = {{gap(0), posts({1, 2})}};
  EXPECT_EQ(told(keep_gaps(again)), "1 open 70: 1 2") << "a draft";
  again.published = {ArticleId{70}};
  EXPECT_EQ(told(keep_gaps(again)), "1 written 70: 1 2");
  again.before = {gap(1, GapState::kWritten, ArticleId{70})};
  again.published = {};
  EXPECT_EQ(told(keep_gaps(again)), "1 open 70: 1 2") << "taken off the pages";
}

TEST(KeepGaps, NeverLoseAnArticleThatWasBegun) {
  GapsAgain again;
  again.before = {gap(1, GapState::kOpen, ArticleId{70}), gap(2)};
  again.kept = kept(1, {1, 2});
  std::ranges::copy(kept(2, {3, 4}), std::back_inserter(again.kept));
  EXPECT_EQ(told(keep_gaps(again)), "1 open 70: 1 2") << "neither was found again";
  again.from = day(11);
  EXPECT_EQ(told(keep_gaps(again)), "") << "and nobody asks any more";
}

TEST(KeepGaps, CountOnlyOpenOnesOfWhichNobodyWrites) {
  constexpr int kMost = static_cast<int>(kMostOpenGaps);
  GapsAgain again;
  // The most wanted one is dismissed; the two least wanted ones are open, one with an article.
  again.before = {gap(1, GapState::kDismissed), gap(2, GapState::kOpen, ArticleId{70}), gap(3)};
  again.kept = {{GapId{1}, PostId{1}}, {GapId{2}, PostId{2}}, {GapId{3}, PostId{3}}};
  again.learned = {{gap(0), posts({1})}};
  for (int i = 0; i < kMost; ++i) again.learned.push_back({gap(0), posts({100 + i})});
  again.learned.push_back({gap(0), posts({3})});
  again.learned.push_back({gap(0), posts({2})});
  const auto out = keep_gaps(again);
  ASSERT_EQ(out.size(), kMostOpenGaps + 2);
  EXPECT_EQ(
      told({out.front(), out[1], out[kMostOpenGaps], out.back()}),
      "1 dismissed: 1; new open: 100; new open: " + std::to_string(99 + kMost) + "; 2 open 70: 2");
}

TEST(KeepGaps, ForgetWhatWasDismissedFirst) {
  constexpr int kMost = static_cast<int>(kMostDismissedGaps);
  GapsAgain again;
  for (int id = 1; id <= kMost + 2; ++id) {
    Gap dismissed = gap(id, GapState::kDismissed);
    dismissed.last_at = day(10) + std::chrono::minutes{id};
    again.before.push_back(dismissed);
    again.kept.push_back({GapId{id}, PostId{id}});
  }
  // The first is asked on, though longest ago of all; the second was next.
  Gap asked = gap(0);
  asked.last_at = day(9);
  again.learned = {{asked, posts({1})}};
  const auto out = keep_gaps(again);
  ASSERT_EQ(out.size(), kMostDismissedGaps + 1);
  EXPECT_EQ(told({out[0], out[1]}), "1 dismissed: 1; 3 dismissed: 3");
}

TEST(KeepGaps, ForgetWhatNobodyAsksAnyMore) {
  GapsAgain again;
  again.before = {gap(1), gap(2, GapState::kDismissed), gap(3, GapState::kWritten, ArticleId{70})};
  for (int id = 1; id <= 3; ++id) {
    std::ranges::copy(kept(id, {id}), std::back_inserter(again.kept));
  }
  again.published = {ArticleId{70}};
  again.from = day(10);
  EXPECT_EQ(told(keep_gaps(again)), "2 dismissed: 2; 3 written 70: 3");
  again.from = day(11);
  EXPECT_EQ(told(keep_gaps(again)), "");
}

}  // namespace
}  // namespace rapport
