#include "text/normalise/normalise.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "base/utf8.h"

namespace rapport {
namespace {

TEST(NormalForm, HasNoCaseAndNoAccents) {
  EXPECT_EQ(normal_form("\u00c4rger im Caf\u00c9"), "arger im cafe");
  EXPECT_EQ(normal_form("A\u0308rger im Cafe\u0301"), "arger im cafe");
  EXPECT_EQ(normal_form("STRASSE stra\u00dfe"), "strasse strasse");
  EXPECT_EQ(normal_form("\u00c6r\u00f8 \u0141\u00f3d\u017a \u0130\u0131"), "aero lodz ii");
  EXPECT_EQ(normal_form("\u0427\u0410\u0419"), "\u0447\u0430\u0438");
  EXPECT_EQ(normal_form("\u0645\u064f\u062d\u0645\u0651\u062f"), "\u0645\u062d\u0645\u062f");
}

TEST(NormalForm, KeepsWhatIsNoAccent) {
  EXPECT_EQ(normal_form("\u091a\u093e\u092f"), "\u091a\u093e\u092f");  // vowel signs of Hindi
  EXPECT_EQ(normal_form("\u304c"), "\u304c");                          // not "ka" with a mark
  EXPECT_EQ(normal_form("\ud55c\uad6d\uc5b4"), "\ud55c\uad6d\uc5b4");
  EXPECT_EQ(normal_form("10,000 kettles!!"), "10,000 kettles!!");
}

TEST(NormalForm, ReadsLettersHoweverTheyAreDrawn) {
  EXPECT_EQ(normal_form("\uff26\uff32\uff25\uff25 \uff11"), "free 1");
  EXPECT_EQ(normal_form("\U0001D4D5\U0001D4FB\U0001D4EE\U0001D4EE"), "free");
  EXPECT_EQ(normal_form("\u24bb\u24e1\u24d4\u24d4"), "free");
  EXPECT_EQ(normal_form("\ufb01ne"), "fine");
}

TEST(NormalForm, PutsAMixedWordIntoOneScript) {
  EXPECT_EQ(normal_form("p\u0430yp\u0430l"), "paypal");
  EXPECT_EQ(normal_form("FR\u0415\u0415"), "free");
  EXPECT_EQ(normal_form("\u03bfnline"), "online");
  // A word of one script is that script's.
  EXPECT_EQ(normal_form("\u0441\u0435\u043e paypal"), "\u0441\u0435\u043e paypal");
}

TEST(NormalForm, ShortensRuns) {
  EXPECT_EQ(normal_form("sooooo goooood"), "soo good");
  EXPECT_EQ(normal_form("1000000"), "1000000");
  EXPECT_EQ(normal_form("  a \t\n\u3000 b\u00a0"), "a b");
  EXPECT_EQ(normal_form("in\u200bvisi\u00adble"), "invisible");
  EXPECT_EQ(normal_form("\u201cit\u2019s\u201d \u2014 so"), "\"it's\" - so");
}

TEST(NormalForm, IsBounded) {
  const std::string form = normal_form(std::string(1U << 20U, 'a') + "b");
  EXPECT_EQ(form, "aa");
  std::string wide;
  while (wide.size() < (1U << 20U)) wide += "\ufdfa\u2474";
  EXPECT_LE(normal_form(wide).size(), 3 * kMostComparedBytes);
}

void check_form(const std::string& text) {
  const std::string form = normal_form(text);
  RC_ASSERT(is_utf8(form) || form.find('\0') != std::string::npos);
  RC_ASSERT(form.size() <= 3 * text.size());
  RC_ASSERT(normal_form(form) == form);
}

RC_GTEST_PROP(NormalForm, OfAnyBytesIsItsOwn, (const std::string& bytes)) { check_form(bytes); }

RC_GTEST_PROP(NormalForm, OfAnyCharactersIsItsOwn, (const std::vector<std::uint32_t>& numbers)) {
  std::string text;
  for (const std::uint32_t number : numbers) {
    char32_t point = number % 0x3000;
    if (number % 7 == 0) point = 'a' + number % 3;
    if (number % 11 == 0) point = 0x430 + number % 32;
    if (number % 13 == 0) point = 0x1D400 + number % 0x300;
    if (number % 17 == 0) point = 0xFB00 + number % 0x400;
    if (point < 0x80) {
      text += static_cast<char>(point);
    } else if (point < 0x800) {
      text += static_cast<char>(0xC0U | point >> 6U);
      text += static_cast<char>(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
      text += static_cast<char>(0xE0U | point >> 12U);
      text += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
      text += static_cast<char>(0x80U | (point & 0x3FU));
    } else {
      text += static_cast<char>(0xF0U | point >> 18U);
      text += static_cast<char>(0x80U | (point >> 12U & 0x3FU));
      text += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
      text += static_cast<char>(0x80U | (point & 0x3FU));
    }
  }
  check_form(text);
}

}  // namespace
}  // namespace rapport
