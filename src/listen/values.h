// Values of fields, read and checked.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "listen/diagnostic.h"
#include "listen/query.h"

namespace rapport {

// A leaf of kind kField out of what stands behind the colon, at `span` of the query. Nothing, and a
// diagnostic, if the field doesn't take it.
std::optional<QueryTree> read_field_value(QueryField field, std::string_view value, Span span,
                                          std::vector<Diagnostic>& diagnostics);

}  // namespace rapport
