// The log: JSON lines on standard error, one object a line. Secrets and people's words never go in.

#pragma once

#include <string_view>

namespace rapport {

enum class LogLevel { kDebug, kInfo, kWarn, kError };

// Sets what is written; the environment's RAPPORT_LOG (debug, info, warn, error) wins.
void start_log(LogLevel level);

void log(LogLevel level, std::string_view where, std::string_view message);

inline void log_info(std::string_view where, std::string_view message) {
  log(LogLevel::kInfo, where, message);
}
inline void log_warn(std::string_view where, std::string_view message) {
  log(LogLevel::kWarn, where, message);
}
inline void log_error(std::string_view where, std::string_view message) {
  log(LogLevel::kError, where, message);
}

}  // namespace rapport
