// A draft and what the coach says of it, as JSON: of `rapport coach` a line, of the API a body.
// docs/coach.md tells the fields.

#pragma once

#include <simdjson.h>

#include <cstddef>
#include <functional>
#include <string>

#include "coach/exchange.h"
#include "coach/review.h"

namespace rapport {

// Reads {"draft", "post", ...} into views of the document, which has to outlive `into`. Says what
// is wrong; empty if nothing is.
std::string read_coach_exchange(const simdjson::dom::object& line, coach::Exchange& into);

// How what a finding is about is told, each as one value: an earlier reply by Finding::earlier, an
// article by Finding::article.
struct CoachedThings {
  std::function<void(std::string& out, std::size_t index)> earlier;
  std::function<void(std::string& out, std::size_t index)> article;
};

// Appends "points":[...],"findings":[...] without braces around.
void add_coach_review(std::string& out, const coach::Review& review, const CoachedThings& things);
void add_coach_review(std::string& out, const coach::Exchange& exchange,
                      const coach::Review& review);

}  // namespace rapport
