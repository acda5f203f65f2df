// Small steps from what a query gives to what a noun answers.

#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/result.h"

namespace rapport {

// A change that must have touched its row.
inline Result<Done> must_change(Result<std::int64_t> changed, Error otherwise) {
  if (!changed) return fail(std::move(changed.error()));
  if (*changed == 0) return fail(std::move(otherwise));
  return Done{};
}

// A change that may find nothing to do.
inline Result<Done> may_change(Result<std::int64_t> changed) {
  if (!changed) return fail(std::move(changed.error()));
  return Done{};
}

// A row that must be there.
template <class Row>
Result<Row> must_find(Result<std::optional<Row>> row, std::string otherwise) {
  if (!row) return fail(std::move(row.error()));
  if (!*row) return not_found(std::move(otherwise));
  return std::move(**row);
}

inline Error exists(std::string message) {
  return {ErrorKind::kConflict, std::move(message), {}, {}, {}};
}

inline Error missing(std::string message) {
  return {ErrorKind::kNotFound, std::move(message), {}, {}, {}};
}

}  // namespace rapport
