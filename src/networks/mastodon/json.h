#pragma once

#include <string>

#include "networks/foreign_json.h"

namespace rapport::mastodon {

using namespace foreign_json;

// An id, which some servers write as a number.
inline std::string id_at(Json json, std::string_view key) {
  const std::string_view text = text_at(json, key);
  if (!text.empty()) return std::string(text);
  if (const auto number = number_at(json, key)) return std::to_string(*number);
  return {};
}

}  // namespace rapport::mastodon
