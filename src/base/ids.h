// Ids: 64-bit, time-ordered, made by us. A type for each noun, so a post is never taken for a
// person.
//
// An id is milliseconds since 2020-01-01 UTC in the high 43 bits and a counter in the low 20, so
// ids of one process rise strictly; a process starts its counter at a random place.

#pragma once

#include <charconv>
#include <compare>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace rapport {

template <class Noun>
struct Id {
  std::int64_t value = 0;

  explicit operator bool() const { return value != 0; }
  friend auto operator<=>(const Id&, const Id&) = default;
};

// In JSON and on the command line an id is a decimal string.
template <class Noun>
std::string to_string(Id<Noun> id) {
  return std::to_string(id.value);
}

template <class IdType>
std::optional<IdType> parse_id(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value <= 0) return std::nullopt;
  return IdType{value};
}

// Makes ids; safe from any thread. Rises even when the clock steps back.
class IdMaker {
 public:
  explicit IdMaker(const Clock& clock);

  template <class IdType>
  IdType make() {
    return IdType{next()};
  }

 private:
  std::int64_t next();

  const Clock& clock_;
  std::mutex mutex_;
  std::int64_t last_ = 0;
  std::int64_t start_ = 0;
};

}  // namespace rapport

template <class Noun>
struct std::hash<rapport::Id<Noun>> {
  std::size_t operator()(rapport::Id<Noun> id) const noexcept {
    return std::hash<std::int64_t>{}(id.value);
  }
};
