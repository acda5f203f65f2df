// What invented people say to an invented brand, in eleven languages: sentences with places to
// fill.
//
// All of it was written for this purpose. In a sentence {thing}, {trouble}, {when} and {place} are
// filled from lists, {number} with an order's number and {name} with whom it is said to.

#pragma once

#include <span>
#include <string_view>

namespace rapport::generate {

struct Language {
  std::string_view code;                      // BCP 47
  int weight;                                 // how much of what is said, in per mille
  std::span<const std::string_view> openers;  // how a thread begins
  std::span<const std::string_view> follow_ups;
  std::span<const std::string_view> answers;  // what the brand says
  std::span<const std::string_view> things;
  std::span<const std::string_view> troubles;
  std::span<const std::string_view> times;
};

std::span<const Language> languages();

}  // namespace rapport::generate
