#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <string>

namespace rapport {
namespace {

spdlog::level::level_enum spd_level(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return spdlog::level::debug;
    case LogLevel::kInfo:
      return spdlog::level::info;
    case LogLevel::kWarn:
      return spdlog::level::warn;
    case LogLevel::kError:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

// JSON string escapes; bytes that are not ASCII go through as they are.
std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += ' ';
        } else {
          out += c;
        }
    }
  }
  return out;
}

spdlog::logger& logger() {
  static auto instance = [] {
    auto made = spdlog::stderr_logger_mt("rapport");
    made->set_pattern("{\"at\":\"%Y-%m-%dT%H:%M:%S.%fZ\",\"level\":\"%l\",%v}",
                      spdlog::pattern_time_type::utc);
    return made;
  }();
  return *instance;
}

}  // namespace

void start_log(LogLevel level) {
  auto chosen = spd_level(level);
  if (const char* wish = std::getenv("RAPPORT_LOG")) chosen = spdlog::level::from_str(wish);
  logger().set_level(chosen);
  logger().flush_on(spdlog::level::info);
}

void log(LogLevel level, std::string_view where, std::string_view message) {
  logger().log(spd_level(level), "\"where\":\"{}\",\"message\":\"{}\"", escaped(where),
               escaped(message));
}

}  // namespace rapport
