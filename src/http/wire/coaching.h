// The coach's rules and what it says of a draft as JSON.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/coaching/coaching.h"

namespace rapport {

std::string rules_json(const std::vector<RuleView>& rules);
Result<std::vector<RuleView>> read_rules(std::string_view body);

struct ReviewBody {
  PostId post;
  std::optional<ChannelId> channel;
  DraftWords draft;
};
Result<ReviewBody> read_review_body(std::string_view body);
std::string review_json(const DraftReview& review);

// A line of `rapport coach` without its id: reads it, has it reviewed, and writes the answer.
Result<std::string> answer_coach_line(std::string_view body, Coaching& coaching);

}  // namespace rapport
