#include "text/length/length.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

constexpr TextUnit kCharacters = TextUnit::kCharacters;

TEST(SaidLength, CountsGraphemesAsTheyAreSeen) {
  EXPECT_EQ(said_length("a\u0301b", TextUnit::kGraphemes), 2U);
  EXPECT_EQ(said_length("see https://example.com/a/long/address", TextUnit::kGraphemes), 38U);
}

TEST(SaidLength, CountsCharactersLinksAndNamesAsMastodonDoes) {
  EXPECT_EQ(said_length("a\u0301b", kCharacters), 3U);
  EXPECT_EQ(said_length("", kCharacters), 0U);
  // A link counts for 23, however long it is.
  EXPECT_EQ(said_length("https://a.example", kCharacters), 23U);
  EXPECT_EQ(said_length("see https://example.com/a/very/long/address/indeed and go", kCharacters),
            4U + 23U + 7U);
  EXPECT_EQ(said_length("https://", kCharacters), 8U);
  // Of a name only the part before its server counts.
  EXPECT_EQ(said_length("@ana@social.example hi", kCharacters), 7U);
  EXPECT_EQ(said_length("@ana@social.example.", kCharacters), 5U);
  EXPECT_EQ(said_length("@ana hi", kCharacters), 7U);
  EXPECT_EQ(said_length("mail me@social.example", kCharacters), 22U);
}

TEST(TextWithName, NamesWhoeverIsAnswered) {
  EXPECT_EQ(text_with_name("Thank you", "ana@social.example", "our.example"),
            "@ana@social.example Thank you");
  EXPECT_EQ(text_with_name("", "ana@social.example", "our.example"), "@ana@social.example");
  EXPECT_EQ(text_with_name("Hello", "", "our.example"), "Hello");
}

TEST(TextWithName, NamesNobodyTwice) {
  for (const char* text :
       {"@ana@social.example thanks", "Thanks, @Ana@Social.Example.", "so\n@ana@social.example"}) {
    EXPECT_EQ(text_with_name(text, "ana@social.example", "our.example"), text);
  }
  // The name alone is somebody of our own server.
  EXPECT_EQ(text_with_name("@ana thanks", "ana@social.example", "our.example"),
            "@ana@social.example @ana thanks");
  EXPECT_EQ(text_with_name("@ana thanks", "ana@our.example", "our.example"), "@ana thanks");
  EXPECT_EQ(text_with_name("@anabel thanks", "ana@our.example", "our.example"),
            "@ana@our.example @anabel thanks");
  EXPECT_EQ(text_with_name("@ana@other.example hi", "ana@our.example", "our.example"),
            "@ana@our.example @ana@other.example hi");
}

}  // namespace
}  // namespace rapport
