// How a brand speaks, and what it leaves to the coach.

#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "coach/review.h"
#include "model/voice.h"

namespace rapport::coach {

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

// Of each rule.
struct RuleSettings {
  std::array<RuleSetting, kRules> of_rule{};

  RuleSetting operator[](Rule rule) const { return of_rule[static_cast<std::size_t>(rule)]; }
  RuleSetting& operator[](Rule rule) { return of_rule[static_cast<std::size_t>(rule)]; }
};

}  // namespace rapport::coach
