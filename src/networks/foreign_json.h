// Reading a network's JSON without surprises: what is missing or of another kind is empty.

#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace rapport::foreign_json {

using Json = simdjson::dom::element;

inline std::optional<Json> member(Json json, std::string_view key) {
  Json found;
  if (json[key].get(found) != simdjson::SUCCESS) return std::nullopt;
  return found;
}

// The view is good as long as the document.
inline std::string_view text_at(Json json, std::string_view key) {
  std::string_view text;
  if (json[key].get(text) != simdjson::SUCCESS) return {};
  return text;
}

inline std::optional<std::int64_t> number_at(Json json, std::string_view key) {
  std::int64_t number = 0;
  if (json[key].get(number) != simdjson::SUCCESS) return std::nullopt;
  return number;
}

inline std::optional<bool> bool_at(Json json, std::string_view key) {
  bool value = false;
  if (json[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

// Empty if it is missing or no array.
inline simdjson::dom::array array_at(Json json, std::string_view key) {
  simdjson::dom::array array;
  if (json[key].get(array) == simdjson::SUCCESS) return array;
  // An array that belongs to no document must not be walked.
  static simdjson::dom::parser parser;
  static const simdjson::dom::array kEmpty = parser.parse("[]", 2);
  return kEmpty;
}

// Parses `body` and hands it to `read`, whose result must keep no view into it. One parser a
// thread: `read` must not parse anything itself. Fails with unavailable if it is no JSON.
template <class Read>
auto read_json(const std::string& body, Read&& read) -> std::invoke_result_t<Read, Json> {
  constexpr std::size_t kKept = 1U << 20U;  // a parser keeps the room of its largest document
  thread_local simdjson::dom::parser kept;
  simdjson::dom::parser large;
  Json json;
  if ((body.size() <= kKept ? kept : large).parse(body).get(json) != simdjson::SUCCESS) {
    return unavailable("The network sent an answer that cannot be read.", "broken JSON");
  }
  return std::forward<Read>(read)(json);
}

}  // namespace rapport::foreign_json
