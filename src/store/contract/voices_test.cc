#include "store/contract/store_contract.h"

namespace rapport {
namespace {

TEST_P(StoreContract, AVoiceOfWhichNobodySaidAnythingAsksForNothing) {
  const BrandVoice voice = read([&](Unit& unit) { return unit.voices().voice(here); });
  EXPECT_TRUE(same(voice, BrandVoice{.workspace = here}));
}

TEST_P(StoreContract, KeepsTheVoiceOfEachWorkspace) {
  BrandVoice voice{.workspace = here,
                   .warmth = Warmth::kWarm,
                   .formality = Formality::kFormal,
                   .emoji = EmojiUse::kNone,
                   .humour = Humour::kNone,
                   .signature = "^{initials} “Northwind”",
                   .avoid = {"as per, our", "unfortunately"},
                   .love = {"happily", "gern"},
                   .names = {"Northwind", "Wind’s Café"},
                   .promises = {"refund", "two\ndays"},
                   .require_clean = true,
                   .by = MemberId{5},
                   .changed_at = sample::at(3)};
  const auto kept = [&](WorkspaceId workspace) {
    return read([&](Unit& unit) { return unit.voices().voice(workspace); });
  };
  write([&](Unit& unit) { return unit.voices().save(voice); });
  EXPECT_TRUE(same(kept(here), voice));
  EXPECT_TRUE(same(kept(elsewhere), BrandVoice{.workspace = elsewhere}));

  voice.warmth = Warmth::kBrisk;
  voice.emoji = EmojiUse::kFew;
  voice.avoid.clear();
  voice.require_clean = false;
  voice.by = MemberId{6};
  voice.changed_at = sample::at(4);
  write([&](Unit& unit) { return unit.voices().save(voice); });
  EXPECT_TRUE(same(kept(here), voice));
}

TEST_P(StoreContract, KeepsWhatAWorkspaceMakesOfEachRule) {
  const auto kept = [&](WorkspaceId workspace) {
    std::string text;
    for (const RuleChoice& each :
         read([&](Unit& unit) { return unit.voices().rules(workspace); })) {
      text += each.rule + "=" + std::string(to_word(each.setting)) + " ";
    }
    return text;
  };
  EXPECT_EQ(kept(here), "");
  write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.voices().save(RuleChoice{here, "stuffy", RuleSetting::kOff}));
    RAPPORT_TRY(unit.voices().save(RuleChoice{here, "name", RuleSetting::kFix}));
    return unit.voices().save(RuleChoice{elsewhere, "name", RuleSetting::kNice});
  });
  write([&](Unit& unit) {
    return unit.voices().save(RuleChoice{here, "stuffy", RuleSetting::kConsider});
  });
  EXPECT_EQ(kept(here), "name=fix stuffy=consider ");
  EXPECT_EQ(kept(elsewhere), "name=nice ");
}

}  // namespace
}  // namespace rapport
