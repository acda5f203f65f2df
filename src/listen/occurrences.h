// Where words, alternatives and NEARs stand in one text: the meaning of all that has a place.

#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "listen/pattern.h"
#include "listen/query.h"

namespace rapport {

// Every stretch [first, last] of words in which `query` (words, OR, NEAR, ~ of such) is found, in
// order, each once, with the spans of all the ways in which it is. `section` is what `text` is.
std::vector<Occurrence> occurrences(const QueryTree& query, Section section, std::string_view text,
                                    const Spoken& heard);

// Of each part of a ~ the first so many places of a text are looked at.
inline constexpr std::size_t kMostPlacesTogether = 1000;

// A NEAR or ~ inside of another lists its ways. Of a text that says the same words over and over it
// lists no more than so many steps find.
inline constexpr std::size_t kMostSteps = 100'000;
inline constexpr std::size_t kAllSteps = std::numeric_limits<std::size_t>::max();

// How it is put together, out of what was found of each part. `most` steps are gone for each part.
std::vector<Occurrence> in_order(const std::vector<Occurrence>& found);
std::vector<Occurrence> either_of(const std::vector<std::vector<Occurrence>>& of);
std::vector<Occurrence> near_of(const std::vector<std::vector<Occurrence>>& of,
                                std::span<const NearStep> steps, std::size_t most);
std::vector<Occurrence> together_of(const std::vector<std::vector<Occurrence>>& of, unsigned within,
                                    std::size_t most);

}  // namespace rapport
