// Readings, reasons and learning as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/reading/readings.h"

namespace rapport {

std::string reading_json(const ShownReading& reading);
std::string reason_json(const ReasonView& reason);
std::string reasons_json(const std::vector<ReasonView>& reasons);
std::string reason_summary_json(const ReasonSummary& summary);
std::string learning_json(const LearningView& learning);

Result<ReadingCorrection> read_correction(std::string_view body);
Result<std::string> read_reason_name(std::string_view body);
// The key of the reason it is merged into.
Result<std::string> read_merge_reason(std::string_view body);
Result<bool> read_learning_switch(std::string_view body);

}  // namespace rapport
