// Where words, alternatives and NEARs stand in one text: the meaning of all that has a place.

#pragma once

#include <string_view>
#include <vector>

#include "listen/pattern.h"
#include "listen/query.h"

namespace rapport {

// Every stretch [first, last] of words in which `query` (words, OR, NEAR, ~ of such) is found, in
// order, each once, with the spans of all the ways in which it is. `section` is what `text` is.
std::vector<Occurrence> occurrences(const QueryTree& query, Section section, std::string_view text,
                                    const Spoken& heard);

}  // namespace rapport
