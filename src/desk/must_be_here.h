// Whether what a wish names is here.

#pragma once

#include <utility>

#include "base/result.h"

namespace rapport {

// What was looked up must have been found: fails with invalid, in these words and naming the field,
// where it is not here, and as the looking up failed where nobody knows.
template <class T>
Result<Done> must_be_here(Result<T> found, const char* words, const char* field) {
  if (found) return Done{};
  if (found.error().kind == ErrorKind::kNotFound) return invalid(words, field);
  return fail(std::move(found.error()));
}

}  // namespace rapport
