#include "base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rapport {
namespace {

constexpr const char* kMark = "\xEF\xBF\xBD";

TEST(Utf8, LeavesGoodTextAlone) {
  for (const char* good :
       {"", "plain", "Olá ☕ 🎉 кофе", "exactly8", "a long line of plain letters ü"}) {
    EXPECT_TRUE(is_utf8(good)) << good;
    EXPECT_EQ(good, clean_utf8(good));
  }
}

TEST(Utf8, RepairsBadText) {
  const std::string mark = kMark;
  EXPECT_EQ("a" + mark + "(b", clean_utf8("a\xC3(b"));
  EXPECT_EQ(mark, clean_utf8("\xF0\x9F\x8E"));                           // cut short: one mark
  EXPECT_EQ(mark + mark, clean_utf8("\xC0\xAF"));                        // overlong
  EXPECT_EQ(mark + mark + mark, clean_utf8("\xED\xA0\x80"));             // a surrogate
  EXPECT_EQ(mark + mark + mark + mark, clean_utf8("\xF4\x90\x80\x80"));  // beyond Unicode
  EXPECT_EQ("a b", clean_utf8(std::string_view("a\0b", 3)));
  EXPECT_EQ("12345678a b", clean_utf8(std::string_view("12345678a\0b", 11)));
}

RC_GTEST_PROP(Utf8, AnyBytesBecomeGood, (const std::string& bytes)) {
  const std::string repaired = clean_utf8(bytes);
  RC_ASSERT(is_utf8(repaired));
  RC_ASSERT(is_utf8(bytes) == (repaired == bytes));
  RC_ASSERT(clean_utf8(repaired) == repaired);
}

}  // namespace
}  // namespace rapport
