#include "networks/sandbox/entities.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

// Each entity as "kind:words it spans=value", so that a wrong offset shows.
std::string found(std::string_view text) {
  std::string out;
  const auto account = [](std::string_view handle) -> std::string {
    return handle == "ottersby.example" ? "id-of-us" : "";
  };
  for (const auto& entity : find_sandbox_entities(text, account)) {
    out += std::string(to_word(entity.kind)) + ":" +
           std::string(text.substr(entity.begin, entity.end - entity.begin)) + "=" + entity.value +
           " ";
  }
  return out;
}

TEST(SandboxEntities, MentionsOfThoseWhoExist) {
  EXPECT_EQ(found("@ottersby.example is it?"), "mention:@ottersby.example=id-of-us ");
  EXPECT_EQ(found("por la @ottersby.example, ¿sí?"), "mention:@ottersby.example=id-of-us ");
  EXPECT_EQ(found("ask @ottersby.example."), "mention:@ottersby.example=id-of-us ");
  EXPECT_EQ(found("@nobody.example"), "");
  EXPECT_EQ(found("write to ros@ottersby.example"), "");
  EXPECT_EQ(found("@"), "");
}

TEST(SandboxEntities, LinksWithoutTheSentenceAroundThem) {
  EXPECT_EQ(found("see https://bench.example/a?b=1, then"),
            "link:https://bench.example/a?b=1=https://bench.example/a?b=1 ");
  EXPECT_EQ(found("https:// is nothing"), "");
}

TEST(SandboxEntities, TagsInEveryScript) {
  EXPECT_EQ(found("#vélo und #साइकिल!"), "tag:#vélo=vélo tag:#साइकिल=साइकिल ");
  EXPECT_EQ(found("hook #9 and a # alone"), "");
}

TEST(SandboxEntities, OffsetsAreBytes) {
  EXPECT_EQ(found("🥔 @ottersby.example #🥔"), "mention:@ottersby.example=id-of-us tag:#🥔=🥔 ");
}

}  // namespace
}  // namespace rapport
