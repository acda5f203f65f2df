// Reviews of invented exchanges with Maya Lindqvist, by the models of this checkout.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "coach/coach.h"

namespace rapport::coach {

// Opened once.
std::shared_ptr<const Models> models();

// Views of both texts.
Exchange exchange_of(std::string_view post, std::string_view draft);

Review review_of(const Exchange& exchange);
Review review_of(std::string_view post, std::string_view draft);

// "fix:unanswered consider:name …", in the order of the review.
std::string found_in(const Review& review);

bool finds(const Review& review, Rule rule, Severity severity);
// Whatever its severity.
bool finds(const Exchange& exchange, Rule rule);
bool finds(std::string_view post, std::string_view draft, Rule rule);

}  // namespace rapport::coach
