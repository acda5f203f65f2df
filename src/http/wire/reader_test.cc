#include "http/wire/reader.h"

#include <gtest/gtest.h>

#include "model/ids.h"

namespace rapport {
namespace {

TEST(BodyReader, TellsTheFirstThingThatIsWrong) {
  BodyReader body(R"({"text":7,"who":"x"})");
  body.text("text", {});
  body.id<PostId>("who");
  const auto done = body.finish();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().field, "text");
}

TEST(BodyReader, CountsCharactersNotBytes) {
  BodyReader fits(R"({"text":"äöü"})");
  EXPECT_EQ(fits.text("text", {.least = 1, .most = 3}), "äöü");
  EXPECT_TRUE(fits.finish());
  BodyReader too_long(R"({"text":"äöüß"})");
  too_long.text("text", {.least = 1, .most = 3});
  EXPECT_FALSE(too_long.finish());
}

TEST(BodyReader, TellsNullFromMissing) {
  BodyReader null(R"({"to":null})");
  EXPECT_FALSE(null.id_or_null<MemberId>("to"));
  EXPECT_TRUE(null.finish());
  BodyReader missing("{}");
  missing.id_or_null<MemberId>("to");
  EXPECT_FALSE(missing.finish());
  BodyReader optional("{}");
  EXPECT_FALSE(optional.optional_id<MemberId>("to"));
  EXPECT_TRUE(optional.finish());
}

TEST(BodyReader, AnEmptyBodyHasNoFields) {
  EXPECT_TRUE(BodyReader("").finish());
  EXPECT_FALSE(BodyReader("[]").finish());
  EXPECT_FALSE(BodyReader("{").finish());
  EXPECT_FALSE(BodyReader(R"({"more":1})").finish());
}

}  // namespace
}  // namespace rapport
