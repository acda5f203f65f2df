#include "text/html/charset.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

using namespace std::string_literals;

TEST(Charset, TheServersWordGoesBeforeThePages) {
  EXPECT_EQ(page_in_utf8("Br\xF6t", "ISO-8859-1"), "Bröt");
  EXPECT_EQ(page_in_utf8("\x93"
                         "Br\xF6t\x94",
                         "latin1"),
            "“Bröt”");
  EXPECT_EQ(page_in_utf8("<meta charset=koi8-r>Br\xF6t", "windows-1252"),
            "<meta charset=koi8-r>Bröt");
  EXPECT_EQ(page_in_utf8("\x83\x8C\x83\x43", "shift_jis"), "レイ");
  EXPECT_EQ(page_in_utf8("Bröt", "utf8"), "Bröt");
}

TEST(Charset, ThePageSaysItItself) {
  const auto ends_well = [](const std::string& page) {
    return page_in_utf8(page, "").ends_with("Привет");
  };
  const std::string koi8 = "\xF0\xD2\xC9\xD7\xC5\xD4";
  EXPECT_TRUE(ends_well("<META CharSet = 'KOI8-R'>" + koi8));
  EXPECT_TRUE(
      ends_well("<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">" + koi8));
  EXPECT_TRUE(ends_well("<meta name=viewport content=x><meta charset=koi8-r>" + koi8));
  // A name nobody knows, and one that cannot be: the bytes decide.
  EXPECT_TRUE(ends_well("<meta charset=klingon>Привет"));
  EXPECT_TRUE(ends_well("<meta charset=utf-16>Привет"));
  EXPECT_TRUE(ends_well("<meta charset>Привет"));
}

TEST(Charset, BytesDecideWhereNobodySaidAnything) {
  EXPECT_EQ(page_in_utf8("Bröt", ""), "Bröt");
  EXPECT_EQ(page_in_utf8("Br\xF6t", ""), "Bröt");
  EXPECT_EQ(page_in_utf8("Br\xF6t", "klingon"), "Bröt");
  EXPECT_EQ(page_in_utf8("\xEF\xBB\xBF"
                         "Bröt",
                         "koi8-r"),
            "Bröt");
  EXPECT_EQ(page_in_utf8("\xFF\xFE"
                         "B\0r\0"s,
                         "utf-8"),
            "Br");
  EXPECT_EQ(page_in_utf8("", ""), "");
}

TEST(Charset, OneStrayByteCostsNothingButItself) {
  EXPECT_EQ(page_in_utf8("<title>Rye \xCA bread</title>", "utf8"),
            "<title>Rye \uFFFD bread</title>");
  EXPECT_EQ(page_in_utf8("a\0b"s, "utf-8"), "a b");
}

}  // namespace
}  // namespace rapport
