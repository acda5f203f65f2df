#include "desk/coaching/coaching.h"
#include "desk/testing/desk_fixture.h"

namespace rapport {
namespace {

class VoiceTest : public DeskTest {
 protected:
  std::string last_audit() {
    const auto log = store().read(
        [&](Unit& unit) { return unit.members().audit_log(channel.workspace, {}, 1); });
    if (!log || log->empty()) return "";
    return log->front().verb + " " + log->front().detail;
  }
  std::string field_of(BrandVoice voice) {
    const auto refused = coaching.change_voice(owner, std::move(voice));
    return refused ? "went well" : refused.error().field;
  }
};

TEST_F(VoiceTest, IsSaidByOwnersAndAdminsAndKnownToAll) {
  BrandVoice voice;
  voice.warmth = Warmth::kWarm;
  voice.signature = "  – Northwind ";
  voice.avoid = {" as per ", "As Per", "", "\u200b", "unfortunately"};
  const auto changed = coaching.change_voice(owner, voice);
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_EQ(changed->voice.signature, "– Northwind");
  EXPECT_EQ(changed->voice.avoid, (std::vector<std::string>{"as per", "unfortunately"}));
  EXPECT_EQ(changed->changed_by, "Olga");
  EXPECT_EQ(changed->voice.changed_at, clock.now());
  EXPECT_EQ(last_audit(),
            "voice.change warmth: even → warm; signature: nothing → – Northwind;"
            " avoid: +as per, +unfortunately");

  const auto read = coaching.voice(viewer);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->voice.warmth, Warmth::kWarm);
  EXPECT_EQ(read->changed_by, "Olga");

  const auto refused = coaching.change_voice(agent, voice);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kForbidden);
}

TEST_F(VoiceTest, SayingTheSameAgainIsNoChange) {
  BrandVoice voice;
  voice.love = {"happily"};
  ASSERT_TRUE(coaching.change_voice(owner, voice));
  const Time then = clock.now();
  clock.advance(std::chrono::hours{1});
  const auto again = coaching.change_voice(owner, voice);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->voice.changed_at, then);
}

TEST_F(VoiceTest, TellsWhatCannotBe) {
  BrandVoice voice;
  voice.signature = std::string(61, 'x');
  EXPECT_EQ(field_of(voice), "signature");
  voice.signature = "two\nlines";
  EXPECT_EQ(field_of(voice), "signature");
  voice.signature = "";
  voice.names = {std::string(61, 'x')};
  EXPECT_EQ(field_of(voice), "names");
  voice.names.clear();
  for (int i = 0; i < 201; ++i) voice.promises.push_back("promise " + std::to_string(i));
  EXPECT_EQ(field_of(voice), "allowed_promises");
  voice.promises.clear();
  voice.avoid = {"Straße"};
  voice.love = {"STRASSE"};
  EXPECT_EQ(field_of(voice), "love");
}

}  // namespace
}  // namespace rapport
