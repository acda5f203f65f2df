// How a brand speaks, and what its coach looks at before a reply is sent.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

enum class Warmth : std::uint8_t { kBrisk, kEven, kWarm };
enum class Formality : std::uint8_t { kCasual, kEven, kFormal };
enum class EmojiUse : std::uint8_t { kNone, kFew, kMany };
enum class Humour : std::uint8_t { kNone, kSome };

std::string_view to_word(Warmth warmth);  // "brisk", …
std::string_view to_word(Formality formality);
std::string_view to_word(EmojiUse use);
std::string_view to_word(Humour humour);
std::optional<Warmth> warmth_of(std::string_view word);
std::optional<Formality> formality_of(std::string_view word);
std::optional<EmojiUse> emoji_use_of(std::string_view word);
std::optional<Humour> humour_of(std::string_view word);

// A voice of which nobody said anything asks for nothing.
struct BrandVoice {
  WorkspaceId workspace;
  Warmth warmth = Warmth::kEven;
  Formality formality = Formality::kEven;
  EmojiUse emoji = EmojiUse::kMany;
  Humour humour = Humour::kSome;
  std::string signature = {};              // what every reply ends with; empty: nothing
  std::vector<std::string> avoid = {};     // words and phrases it does not use
  std::vector<std::string> love = {};      // words and phrases it likes
  std::vector<std::string> names = {};     // its own: products, brands, shops
  std::vector<std::string> promises = {};  // what may be promised: "refund", "date", or the words
  bool require_clean = false;              // nothing is sent that has to be mended
  std::optional<MemberId> by = {};         // who changed it last, and when
  std::optional<Time> changed_at = {};
};

// What a workspace makes of a rule of the coach. `kNice`: only its praise. `kConsider` and `kFix`:
// all that it remarks is so grave; praise stays praise.
enum class RuleSetting : std::uint8_t { kUsual, kOff, kNice, kConsider, kFix };

std::string_view to_word(RuleSetting setting);  // "usual", "off", …
std::optional<RuleSetting> rule_setting_of(std::string_view word);

struct RuleChoice {
  WorkspaceId workspace;
  std::string rule;  // as the coach calls it; one it does not know any more is left alone
  RuleSetting setting = RuleSetting::kUsual;
};

}  // namespace rapport
