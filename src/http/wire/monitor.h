// Monitors, what they found and what it adds up to, as JSON.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/listening/monitors.h"

namespace rapport {

std::string monitor_json(const MonitorView& view);
std::string monitors_json(const MonitorPage& page);
std::string heard_page_json(const HeardPage& page);
std::string preview_json(const PreviewPart& part);
std::string mention_summary_json(const MentionSummary& summary);
std::string share_json(const ShareOfVoice& share);

// What is to be said of a query before it is saved.
struct QueryToCheck {
  std::string query;
  std::optional<QueryDialect> dialect;
  bool strict = false;
};
std::string query_check_json(const QueryToCheck& question);
std::string query_fields_json();

// A query of another dialect comes back as one of ours.
Result<MonitorWish> read_monitor(std::string_view body);
Result<QueryToCheck> read_query_to_check(std::string_view body);
Result<PreviewQuestion> read_preview(std::string_view body);
std::optional<MentionPlace> read_mention_cursor(std::string_view cursor);

}  // namespace rapport
