// A workspace's topics as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/reading/readings.h"

namespace rapport {

std::string topic_json(const TopicView& topic);
std::string topics_json(const std::vector<TopicView>& topics);
std::string topic_summary_json(const TopicSummary& summary);

Result<std::string> read_topic_name(std::string_view body);
// The topic it is merged into.
Result<TopicId> read_merge_topic(std::string_view body);

}  // namespace rapport
