#include "listen/letters.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "text/characters/characters.h"

namespace rapport {
namespace {

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> out;
  append_letters(text, Wildcards::kPlain, out);
  return out;
}

TEST(Letters, KeepCaseAndAccentBesideThePlainLetter) {
  EXPECT_EQ(letters_of("aÉ"), (std::vector<Letter>{{U'a', U'a', false}, {U'e', U'é', true}}));
  EXPECT_EQ(letters_of("ß"), letters_of("ss"));
  EXPECT_EQ(letters_of("e\u0301"), letters_of("é"));
  EXPECT_EQ(letters_of("don’t"), letters_of("don't"));
  EXPECT_EQ(letters_of("が"), letters_of("か\u3099"));
}

// What is worked out beforehand is what the long way gives: a letter is the same before a mark that
// counts for nothing, which takes that way.
TEST(Letters, AreTheSameByEveryWay) {
  const CharacterTable& table = CharacterTable::get();
  int compared = 0;
  for (char32_t point = 0x20; point < 0xD7B0; ++point) {
    if (!table.is(point, kLetterClass)) continue;
    const auto unit = static_cast<char16_t>(point);
    const std::string letter = to_utf8(std::u16string_view(&unit, 1));
    // U+034F joins graphemes and is otherwise nothing.
    ASSERT_EQ(letters_of(letter), letters_of(letter + "\u034F")) << static_cast<unsigned>(point);
    ++compared;
  }
  EXPECT_GT(compared, 30000);
}

TEST(Letters, MatchByTheRuleForAccents) {
  EXPECT_TRUE(text_matches("cafe", "Café"));
  EXPECT_FALSE(text_matches("café", "cafe"));
  EXPECT_TRUE(text_matches("caf?", "café"));
  EXPECT_TRUE(text_matches("ca*e", "cafe cafe"));
  EXPECT_FALSE(text_matches("ca*e", "cafes"));
  EXPECT_TRUE(text_matches("a*b*c", "abbcbc"));
  EXPECT_FALSE(text_matches("", "a"));
  EXPECT_TRUE(text_matches("", ""));
}

}  // namespace
}  // namespace rapport
