// The reading of a post as it is shown.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace rapport {

// As much of a reading as a list shows.
struct ReadingGist {
  std::optional<Sentiment> sentiment;  // none: not read in its language
  std::optional<float> urgency;        // 0 to 1; none: not read in its language
  bool needs_reply = false;
  std::vector<Intent> intents;       // likeliest first
  std::vector<std::string> reasons;  // keys, likeliest first

  bool operator==(const ReadingGist&) const = default;
};

ReadingGist gist_of(const Reading& reading);

// What people call a built-in reason ("Price or billing"); the key itself of any other.
std::string reason_name(const std::string& key);

}  // namespace rapport
