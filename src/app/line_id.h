// The "id" of a line that a filter reads: a text or a whole number, handed on as it was given.

#pragma once

#include <simdjson.h>

#include <string>

namespace rapport {

// Leaves the id as JSON in `id`; empty if it is null. False if it is something else.
bool read_line_id(simdjson::dom::element value, std::string& id);

}  // namespace rapport
