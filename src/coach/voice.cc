#include "coach/voice.h"

namespace rapport::coach {
namespace {

constexpr std::array<std::string_view, 3> kWarmth = {"brisk", "even", "warm"};
constexpr std::array<std::string_view, 3> kFormality = {"casual", "even", "formal"};
constexpr std::array<std::string_view, 3> kEmojiUse = {"none", "few", "many"};
constexpr std::array<std::string_view, 2> kHumour = {"none", "some"};
constexpr std::array<std::string_view, 5> kSettings = {"usual", "off", "nice", "consider", "fix"};

template <class Word, std::size_t size>
std::optional<Word> one_of(const std::array<std::string_view, size>& words, std::string_view word) {
  for (std::size_t i = 0; i < size; ++i) {
    if (words[i] == word) return static_cast<Word>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_word(Warmth warmth) { return kWarmth[static_cast<std::size_t>(warmth)]; }
std::string_view to_word(Formality formality) {
  return kFormality[static_cast<std::size_t>(formality)];
}
std::string_view to_word(EmojiUse use) { return kEmojiUse[static_cast<std::size_t>(use)]; }
std::string_view to_word(Humour humour) { return kHumour[static_cast<std::size_t>(humour)]; }
std::string_view to_word(RuleSetting setting) {
  return kSettings[static_cast<std::size_t>(setting)];
}

std::optional<Warmth> warmth_of(std::string_view word) { return one_of<Warmth>(kWarmth, word); }
std::optional<Formality> formality_of(std::string_view word) {
  return one_of<Formality>(kFormality, word);
}
std::optional<EmojiUse> emoji_use_of(std::string_view word) {
  return one_of<EmojiUse>(kEmojiUse, word);
}
std::optional<Humour> humour_of(std::string_view word) { return one_of<Humour>(kHumour, word); }
std::optional<RuleSetting> rule_setting_of(std::string_view word) {
  return one_of<RuleSetting>(kSettings, word);
}

}  // namespace rapport::coach
