// Names and e-mail addresses as a human types them.

#pragma once

#include <string>

#include "base/result.h"

namespace rapport {

// Without white space around it; 1 to 100 graphemes on one line.
Result<std::string> check_name(const std::string& typed, const std::string& field);

// The name of what stands in lists and on chips: 1 to 40 graphemes on one line. `thing` is what is
// to be named, as it begins a sentence: "A tag".
Result<std::string> check_short_name(const std::string& typed, const std::string& thing);

// Lower case and trimmed. Only its shape is checked: whether it can be written to is for others.
Result<std::string> check_email(const std::string& typed);

}  // namespace rapport
