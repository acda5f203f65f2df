#include "desk/outbox/own_words.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rapport {
namespace {

constexpr const char* kProposed =
    "Hello Mia, the shop by the river is open on Sundays from ten to four, and the small room"
    " upstairs is free then. Shall I keep it for you?";

TEST(OwnWords, AreNotThoseThatWereProposed) {
  EXPECT_FALSE(is_own(kProposed, kProposed));
  EXPECT_FALSE(
      is_own("  HELLO Mia!!! the shop by the river is open on sundays; from ten to four,"
             " and the small room\n\nupstairs is free then... shall i keep it for you",
             kProposed));
  EXPECT_FALSE(is_own(std::string(kProposed) + " Thanks", kProposed)) << "six letters of 103";
}

TEST(OwnWords, AreThoseOfWhoeverChangedThem) {
  EXPECT_TRUE(is_own(std::string(kProposed) + " It smells of paint a little.", kProposed));
  EXPECT_TRUE(
      is_own("Hi Mia, Sunday from ten to four, and the room upstairs is free. Shall I"
             " keep it for you?",
             kProposed));
  EXPECT_TRUE(is_own("We open at ten.", "Yes, we are open."));
  EXPECT_TRUE(is_own("", kProposed));
}

TEST(OwnWords, AreNotAPartOfThoseThatWereProposed) {
  EXPECT_FALSE(is_own("The shop by the river is open on Sundays from ten to four.", kProposed));
  EXPECT_FALSE(is_own(
      "Shall I keep it for you? Hello Mia, the shop by the river is open on Sundays.", kProposed));
  EXPECT_TRUE(is_own("Shall I keep it for you, Mia? My uncle sits there all morning.", kProposed));
  EXPECT_TRUE(is_own("Hello Mia!", kProposed)) << "anybody says that";
}

TEST(OwnWords, OfAVeryShortProposalHalfIsOther) {
  EXPECT_FALSE(is_own("Yes, we open.", "Yes, we are open."));
  EXPECT_FALSE(is_own("Yes!", "Yes.")) << "nothing of it is anybody's";
  EXPECT_TRUE(is_own("No.", "Yes."));
}

TEST(OwnWords, CountInAnyScript) {
  EXPECT_FALSE(is_own("こんにちは、日曜日は十時から開いています",
                      "こんにちは。日曜日は十時から開いています！"));
  EXPECT_TRUE(is_own("日曜は四時まで。奥の部屋も空いていますよ、取っておきましょうか",
                     "こんにちは。日曜日は十時から開いています！"));
}

// The plain table of Levenshtein (1966).
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
    }
  }
  return d[a.size()][b.size()];
}

RC_GTEST_PROP(OwnWords, AreSoByTheDistanceOfLetters, ()) {
  const auto letters = rc::gen::container<std::string>(rc::gen::inRange('a', 'z'));
  const auto text = *rc::gen::resize(200, letters);
  auto proposed = *rc::gen::oneOf(rc::gen::resize(200, letters), rc::gen::just(text));
  const auto changes = *rc::gen::inRange(0, 30);
  for (int i = 0; i < changes && !proposed.empty(); ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, proposed.size());
    if (*rc::gen::arbitrary<bool>()) {
      proposed[at] = 'd';
    } else {
      proposed.erase(at, 1);
    }
  }
  RC_ASSERT(is_own(text, proposed) ==
            (distance(text, proposed) >=
             std::max(std::min<std::size_t>(10, (proposed.size() + 1) / 2), proposed.size() / 10)));
}

}  // namespace
}  // namespace rapport
