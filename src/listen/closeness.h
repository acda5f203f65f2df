// Does a NEAR or a ~ hold, and which places take part: exactly what near_of() and together_of() of
// occurrences.h find, without listing every way in which it does. A text that says two words over
// and over has millions of ways.

#pragma once

#include <span>
#include <vector>

#include "listen/pattern.h"
#include "listen/query.h"

namespace rapport {

// `of`: the places of each operand, in order. Appends the spans of all that take part to `spans`,
// if given, in any order.
bool near_holds(const std::vector<std::vector<Occurrence>>& of, std::span<const NearStep> steps,
                std::vector<Span>* spans);

// Looks at the first kMostPlacesTogether places of each part.
bool together_holds(const std::vector<std::vector<Occurrence>>& of, unsigned within,
                    std::vector<Span>* spans);

}  // namespace rapport
