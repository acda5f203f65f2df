// What a text states that another can contradict: amounts with their units, and things that are one
// way or the other (open or closed, free or not).

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "coach/phrases.h"
#include "coach/side.h"

namespace rapport::coach {

struct Amount {
  Span span;
  double value = 0;
  std::string_view unit;  // one name for each: "money", "percent", "clock", "day", "january", …
};

// Of words [begin, end).
std::vector<Amount> amounts_in(const Side& side, std::size_t begin, std::size_t end);

// Of words [begin, end), all numbers: also those without a unit ("figure"), and "23.15" ("clock").
std::vector<Amount> figures_in(const Side& side, std::size_t begin, std::size_t end);

// "not", "no", "kein" and the like.
const Phrases& negations();

// Which way words [begin, end) say it of each of a few things: 1, -1, or 0 if they don't or both.
inline constexpr std::size_t kOpposites = 6;
bool speaks_of(std::size_t opposite, const Side& side, std::size_t begin, std::size_t end);
int stance_on(std::size_t opposite, const Side& side, std::size_t begin, std::size_t end);

}  // namespace rapport::coach
