// JSON as the filters write it, appended to a text.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace rapport {

void add_json_number(std::string& out, std::int64_t value);

// In quotes.
void add_json_text(std::string& out, std::string_view text);

// [[begin, end], ...], without spaces.
void add_json_spans(std::string& out, const std::vector<Span>& spans);

}  // namespace rapport
