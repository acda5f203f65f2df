// How a brand speaks, and what it leaves to the coach.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "coach/review.h"

namespace rapport::coach {

enum class Warmth : std::uint8_t { kBrisk, kEven, kWarm };
enum class Formality : std::uint8_t { kCasual, kEven, kFormal };
enum class EmojiUse : std::uint8_t { kNone, kFew, kMany };
enum class Humour : std::uint8_t { kNone, kSome };

std::string_view to_word(Warmth warmth);
std::string_view to_word(Formality formality);
std::string_view to_word(EmojiUse use);
std::string_view to_word(Humour humour);
std::optional<Warmth> warmth_of(std::string_view word);
std::optional<Formality> formality_of(std::string_view word);
std::optional<EmojiUse> emoji_use_of(std::string_view word);
std::optional<Humour> humour_of(std::string_view word);

// A voice of which nobody said anything has no rules.
struct Voice {
  Warmth warmth = Warmth::kEven;
  Formality formality = Formality::kEven;
  EmojiUse emoji = EmojiUse::kMany;
  Humour humour = Humour::kSome;
  std::string_view signature;           // what every reply ends with; empty: nothing
  std::vector<std::string_view> avoid;  // words and phrases it does not use
  std::vector<std::string_view> love;   // words and phrases it likes
  std::vector<std::string_view> own;    // its names: products, brands, shops
  // What may be promised: "refund", "date", "guarantee" for all of that kind, or the words
  // themselves ("two days", "free repair").
  std::vector<std::string_view> may_promise;
};

// What a workspace makes of a rule. `kNice`: only its praise. `kConsider` and `kFix`: all that it
// remarks is so grave; praise stays praise.
enum class RuleSetting : std::uint8_t { kUsual, kOff, kNice, kConsider, kFix };

std::string_view to_word(RuleSetting setting);
std::optional<RuleSetting> rule_setting_of(std::string_view word);

struct RuleSettings {
  std::array<RuleSetting, kRules> of_rule{};

  RuleSetting operator[](Rule rule) const { return of_rule[static_cast<std::size_t>(rule)]; }
  RuleSetting& operator[](Rule rule) { return of_rule[static_cast<std::size_t>(rule)]; }
};

}  // namespace rapport::coach
