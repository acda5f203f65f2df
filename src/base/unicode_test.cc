#include "base/unicode.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Unicode, CountsWhatPeopleSee) {
  EXPECT_EQ(count_graphemes(""), 0U);
  EXPECT_EQ(count_graphemes("hello"), 5U);
  EXPECT_EQ(count_graphemes("a\r\nb"), 3U);
  EXPECT_EQ(count_graphemes("e\u0301"), 1U);                    // e and an acute
  EXPECT_EQ(count_graphemes("👩‍👩‍👧‍👦"), 1U);  // a family
  EXPECT_EQ(count_graphemes("🇩🇪🇫🇷"), 2U);
  EXPECT_EQ(count_graphemes("👍🏽 ok"), 4U);
  EXPECT_EQ(count_graphemes("한국어"), 3U);
  EXPECT_EQ(count_graphemes("☕️!"), 2U);
}

TEST(Unicode, CutsBetweenGraphemes) {
  EXPECT_EQ(cut_graphemes("a👩‍👩‍👧‍👦b", 2), "a👩‍👩‍👧‍👦");
  EXPECT_EQ(cut_graphemes("a👩‍👩‍👧‍👦b", 1), "a");
  EXPECT_EQ(cut_graphemes("abc", 2), "ab");
  EXPECT_EQ(cut_graphemes("abc", 0), "");
  EXPECT_EQ(cut_graphemes("äöü", 9), "äöü");
  EXPECT_EQ(cut_bytes("äöü", 5), "äö");
  EXPECT_EQ(cut_bytes("👩‍👩‍👧‍👦", 7), "");
}

TEST(Unicode, APrintableTextSteersNoTerminal) {
  EXPECT_EQ(printable("\x1B]0;gone\x07 a\x1B[2Jb"), "\uFFFD]0;gone\uFFFD a\uFFFD[2Jb");
  EXPECT_EQ(printable("one\r\ntwo\rthree\tfour\n"), "one\ntwo\uFFFDthree\tfour\n");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m \x7F \xFF"),
            "\uFFFD31m \uFFFD \uFFFD");
  EXPECT_EQ(printable("grüße 👩‍👩‍👧‍👦 שלום"),
            "grüße 👩‍👩‍👧‍👦 שלום");
}

TEST(Unicode, GoesToUtf16AndBack) {
  EXPECT_EQ(to_utf16("aß🎉"), u"aß🎉");
  EXPECT_EQ(to_utf8(u"aß🎉"), "aß🎉");
  EXPECT_EQ(utf16_length("aß🎉"), 4U);
}

TEST(Unicode, TrimsAllWhiteSpace) {
  EXPECT_EQ(trim("\u00a0 a b \n\u3000"), "a b");
  EXPECT_EQ(trim(" \t\n"), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Unicode, KnowsWhatLeavesNoInk) {
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(" \n\u00a0"));
  EXPECT_TRUE(is_blank("\u200b\u202e\u2060\ufe0f")) << "zero width, overrides, joiners";
  EXPECT_TRUE(is_blank("\u3164\u2800")) << "a filler and an empty braille sign";
  EXPECT_FALSE(is_blank("\u200b.\u200b"));
  EXPECT_FALSE(is_blank("👩‍👩‍👧"));
  EXPECT_FALSE(is_blank("\xff")) << "what is broken shows as a sign";
}

TEST(Unicode, FoldsCaseAndComposition) {
  EXPECT_EQ(fold_case("Refund"), fold_case("REFUND"));
  EXPECT_EQ(fold_case("Stra\xC3\x9F"
                      "e"),
            fold_case("STRASSE"));
  EXPECT_EQ(fold_case("Caf\xC3\xA9"), fold_case("CAFE\xCC\x81"));
  EXPECT_NE(fold_case("cafe"), fold_case("caf\xC3\xA9"));
  EXPECT_EQ(fold_case(""), "");
}

}  // namespace
}  // namespace rapport
