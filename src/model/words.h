// The words an enumeration is known by in the database and the API, both ways from one table.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace rapport {

template <class Enum, std::size_t N>
struct Words {
  std::pair<Enum, std::string_view> table[N];

  // The word of `value`; empty if the table misses it, which is our own mistake.
  constexpr std::string_view word(Enum value) const {
    for (const auto& [each, text] : table) {
      if (each == value) return text;
    }
    return {};
  }

  constexpr std::optional<Enum> find(std::string_view word) const {
    for (const auto& [each, text] : table) {
      if (text == word) return each;
    }
    return std::nullopt;
  }
};

}  // namespace rapport
