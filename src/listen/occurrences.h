// Where words, alternatives and NEARs stand in one text: the meaning of all that has a place.

#pragma once

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

// How it is put together, out of what was found of each part.
std::vector<Occurrence> in_order(const std::vector<Occurrence>& found);
std::vector<Occurrence> either_of(const std::vector<std::vector<Occurrence>>& of);
std::vector<Occurrence> near_of(const std::vector<std::vector<Occurrence>>& of,
                                std::span<const NearStep> steps);
std::vector<Occurrence> together_of(const std::vector<std::vector<Occurrence>>& of,
                                    unsigned within);

}  // namespace rapport
