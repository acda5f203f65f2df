#include "base/slug.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Slug, IsTheTitleInPlainLetters) {
  EXPECT_EQ("sending-something-back", slug_of("Sending something back"));
  EXPECT_EQ("why-cant-i-pay", slug_of("  Why can't I pay?! "));
  EXPECT_EQ("groesse-preis", slug_of("Größe & Preis", "de"));
  EXPECT_EQ("grosse", slug_of("Größe", "en"));
  EXPECT_EQ("cafe-au-lait", slug_of("Café au lait", "fr"));
  EXPECT_EQ("vozvrat", slug_of("Возврат"));
  EXPECT_EQ("", slug_of("???"));
  EXPECT_EQ("", slug_of(""));
}

TEST(Slug, IsCutBetweenWords) {
  const std::string slug = slug_of(std::string(60, 'a') + " " + std::string(60, 'b'));
  EXPECT_EQ(std::string(60, 'a'), slug);
  EXPECT_EQ(kMostSlugBytes, slug_of(std::string(200, 'x')).size());
}

TEST(Slug, TakesAnyBytes) {
  EXPECT_EQ("a-b", slug_of("a\xff\xfe"
                           "b"));
  const std::string again = slug_of("How long does delivery take?");
  EXPECT_EQ(again, slug_of(again));
}

}  // namespace
}  // namespace rapport
