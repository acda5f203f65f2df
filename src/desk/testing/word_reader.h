// A reader that knows two words, so that tests say themselves what posts mean: "late" is a
// complaint about delivery that needs a reply, "now" makes it urgent. Everything else is a neutral
// remark that needs none.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/reading/post_reader.h"

namespace rapport {

class WordReader final : public PostReader {
 public:
  std::int64_t stamp(WorkspaceId) override { return stamp_; }

  Reading read(WorkspaceId, std::string_view text, const std::vector<std::string>& langs) override {
    langs_ = langs;
    Reading reading;
    reading.language = "en";
    reading.sentiment_read = reading.rest_read = true;
    const auto at = text.find("late");
    if (at == text.npos) return reading;
    reading.sentiment = Sentiment::kNegative;
    const auto begin = static_cast<std::uint32_t>(at);
    reading.sentiment_evidence.add({begin, begin + 4});
    reading.intents.push_back({Intent::kComplaint, 0.9F, {}});
    reading.reasons.push_back({"delivery", 0.8F, {}});
    reading.urgency = text.find("now") == text.npos ? 0.1F : 0.9F;
    reading.needs_reply = true;
    return reading;
  }

  std::int64_t stamp_ = 1;
  std::vector<std::string> langs_;  // of the last post
};

}  // namespace rapport
