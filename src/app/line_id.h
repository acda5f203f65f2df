// The "id" of a line that a filter reads: a text or a whole number, handed on as it was given.

#pragma once

#include <simdjson.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {

// Leaves the id as JSON in `id`; empty if it is null. False if it is something else.
bool read_line_id(simdjson::dom::element value, std::string& id);

// Appends the answer to a line that cannot be worked on: its number, its id (as JSON; empty: none)
// and what is wrong, in words.
void add_wrong_line(std::string& out, std::size_t number, std::string_view id,
                    std::string_view what);

}  // namespace rapport
