// Small pieces that the nouns of wire/ are written with. Only sources of wire/ include this.

#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/ids.h"

namespace rapport {

namespace json = boost::json;

template <class Noun>
json::value id_json(Id<Noun> id) {
  return json::value(to_string(id));
}
template <class Noun>
json::value id_json(const std::optional<Id<Noun>>& id) {
  return id ? id_json(*id) : json::value(nullptr);
}
inline json::value time_json(Time time) { return json::value(format_time(time)); }
inline json::value time_json(const std::optional<Time>& time) {
  return time ? time_json(*time) : json::value(nullptr);
}
inline json::value text_or_null(std::string_view text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}
template <class T>
json::value value_or_null(const std::optional<T>& value) {
  return value ? json::value(*value) : json::value(nullptr);
}

}  // namespace rapport
