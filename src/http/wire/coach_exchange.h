// A draft and what the coach says of it, as JSON: of `rapport coach` a line, of the API a body.
// docs/coach.md tells the fields.

#pragma once

#include <simdjson.h>

#include <string>

#include "coach/exchange.h"
#include "coach/review.h"

namespace rapport {

// Reads {"draft", "post", ...} into views of the document, which has to outlive `into`. Says what
// is wrong; empty if nothing is.
std::string read_coach_exchange(const simdjson::dom::object& line, coach::Exchange& into);

// Appends "points":[...],"findings":[...] without braces around.
void add_coach_review(std::string& out, const coach::Exchange& exchange,
                      const coach::Review& review);

}  // namespace rapport
