// Are two values the same in every member? Looks into aggregates by itself, so that a member added
// to the model is compared without a line here.

#pragma once

#include <gtest/gtest.h>

#include <boost/pfr.hpp>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rapport {

template <class T>
testing::AssertionResult same(const T& one, const T& other);

template <class T>
testing::AssertionResult same(const std::vector<T>& one, const std::vector<T>& other) {
  if (one.size() != other.size()) {
    return testing::AssertionFailure() << one.size() << " items against " << other.size();
  }
  for (std::size_t at = 0; at < one.size(); ++at) {
    if (auto each = same(one[at], other[at]); !each) {
      return testing::AssertionFailure() << "item " << at << ": " << each.message();
    }
  }
  return testing::AssertionSuccess();
}

template <class T>
testing::AssertionResult same(const std::optional<T>& one, const std::optional<T>& other) {
  if (one.has_value() != other.has_value()) {
    return testing::AssertionFailure()
           << (one ? "something" : "nothing") << " against " << (other ? "something" : "nothing");
  }
  return one ? same(*one, *other) : testing::AssertionSuccess();
}

template <class T>
testing::AssertionResult same(const T& one, const T& other) {
  if constexpr (std::equality_comparable<T>) {
    if (one == other) return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << testing::PrintToString(one) << " against " << testing::PrintToString(other);
  } else {
    testing::AssertionResult result = testing::AssertionSuccess();
    boost::pfr::for_each_field(one, [&](const auto& field, auto index) {
      if (!result) return;
      if (auto each = same(field, boost::pfr::get<index>(other)); !each) {
        result = testing::AssertionFailure() << "member " << index << ": " << each.message();
      }
    });
    return result;
  }
}

}  // namespace rapport
