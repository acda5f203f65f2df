// Alerts and the rules they are raised by, as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/listening/alerts.h"

namespace rapport {

std::string alerts_json(const AlertPage& page);
std::string alert_rules_json(const std::vector<AlertRuleView>& rules);
// What a webhook is told. `look_at` is where the list of alerts is; empty: not told.
std::string alert_notice_json(const Alert& alert, const Monitor& monitor, std::string_view look_at);

Result<std::vector<AlertRuleWish>> read_alert_rules(std::string_view body);

}  // namespace rapport
