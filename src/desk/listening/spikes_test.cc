#include "desk/listening/spikes.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

const Time kBegin{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2}};
constexpr std::chrono::hours kHour{1};

std::vector<std::int64_t> quiet(std::size_t hours, std::int64_t each = 2) {
  return std::vector<std::int64_t>(hours, each);
}

TEST(Spikes, StandOutFromTheWeekBefore) {
  auto hours = quiet(200);
  hours[180] = 30;
  const auto spikes = find_spikes(kBegin, hours, kBegin);
  ASSERT_EQ(spikes.size(), 1U);
  EXPECT_EQ(spikes[0].from, kBegin + 180 * kHour);
  EXPECT_EQ(spikes[0].to, kBegin + 181 * kHour);
  EXPECT_EQ(spikes[0].total, 30);
  EXPECT_DOUBLE_EQ(spikes[0].usual, 2.0);
}

TEST(Spikes, OfNeighbouringHoursAreOne) {
  auto hours = quiet(200);
  hours[180] = 30;
  hours[181] = 40;
  hours[183] = 25;
  const auto spikes = find_spikes(kBegin, hours, kBegin);
  ASSERT_EQ(spikes.size(), 2U);
  EXPECT_EQ(spikes[0].total, 70);
  EXPECT_DOUBLE_EQ(spikes[0].usual, 4.0) << "a spike is no part of what is usual";
  EXPECT_EQ(spikes[1].total, 25);
}

TEST(Spikes, NeedTenPostsThreeTimesTheUsualAndMoreThanChance) {
  auto hours = quiet(200, 0);
  hours[180] = 9;
  EXPECT_TRUE(find_spikes(kBegin, hours, kBegin).empty());
  hours[180] = 10;
  EXPECT_EQ(find_spikes(kBegin, hours, kBegin).size(), 1U);

  hours = quiet(200, 10);
  hours[180] = 29;
  EXPECT_TRUE(find_spikes(kBegin, hours, kBegin).empty()) << "not three times as much";
  hours[180] = 30;
  EXPECT_EQ(find_spikes(kBegin, hours, kBegin).size(), 1U);

  hours = quiet(200, 3);
  hours[180] = 10;
  // 7 more, and the square root of 3 is 1.73: 4.04 of them.
  EXPECT_EQ(find_spikes(kBegin, hours, kBegin).size(), 1U);
  hours = quiet(200, 4);
  hours[180] = 11;
  EXPECT_TRUE(find_spikes(kBegin, hours, kBegin).empty()) << "three and a half deviations";
}

TEST(Spikes, AreNotToldOfADayThatIsTheFirst) {
  auto hours = quiet(40, 0);
  hours[10] = 50;
  hours[30] = 50;
  const auto spikes = find_spikes(kBegin, hours, kBegin);
  ASSERT_EQ(spikes.size(), 1U);
  EXPECT_EQ(spikes[0].from, kBegin + 30 * kHour);
}

TEST(Spikes, BeforeTheTimeAskedForAreThePastAlone) {
  auto hours = quiet(200);
  hours[100] = 30;
  hours[150] = 30;
  const auto spikes = find_spikes(kBegin, hours, kBegin + 120 * kHour);
  ASSERT_EQ(spikes.size(), 1U);
  EXPECT_EQ(spikes[0].from, kBegin + 150 * kHour);
  EXPECT_DOUBLE_EQ(spikes[0].usual, 2.0);
}

}  // namespace
}  // namespace rapport
