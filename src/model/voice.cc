#include "model/voice.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<Warmth, 3> kWarmths{
    {{Warmth::kBrisk, "brisk"}, {Warmth::kEven, "even"}, {Warmth::kWarm, "warm"}}};
constexpr Words<Formality, 3> kFormalities{
    {{Formality::kCasual, "casual"}, {Formality::kEven, "even"}, {Formality::kFormal, "formal"}}};
constexpr Words<EmojiUse, 3> kEmojiUses{
    {{EmojiUse::kNone, "none"}, {EmojiUse::kFew, "few"}, {EmojiUse::kMany, "many"}}};
constexpr Words<Humour, 2> kHumours{{{Humour::kNone, "none"}, {Humour::kSome, "some"}}};
constexpr Words<RuleSetting, 5> kSettings{{{RuleSetting::kUsual, "usual"},
                                           {RuleSetting::kOff, "off"},
                                           {RuleSetting::kNice, "nice"},
                                           {RuleSetting::kConsider, "consider"},
                                           {RuleSetting::kFix, "fix"}}};

}  // namespace

std::string_view to_word(Warmth warmth) { return kWarmths.word(warmth); }
std::string_view to_word(Formality formality) { return kFormalities.word(formality); }
std::string_view to_word(EmojiUse use) { return kEmojiUses.word(use); }
std::string_view to_word(Humour humour) { return kHumours.word(humour); }
std::string_view to_word(RuleSetting setting) { return kSettings.word(setting); }
std::optional<Warmth> warmth_of(std::string_view word) { return kWarmths.find(word); }
std::optional<Formality> formality_of(std::string_view word) { return kFormalities.find(word); }
std::optional<EmojiUse> emoji_use_of(std::string_view word) { return kEmojiUses.find(word); }
std::optional<Humour> humour_of(std::string_view word) { return kHumours.find(word); }
std::optional<RuleSetting> rule_setting_of(std::string_view word) { return kSettings.find(word); }

}  // namespace rapport
