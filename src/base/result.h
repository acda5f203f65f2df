// Result<T>: what may be expected to fail says so in its signature.
//
// An Error carries a kind for the program, words that are safe to show a user, and a cause for the
// log. Exceptions come from libraries alone and are caught once per request or job.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace rapport {

enum class ErrorKind {
  kInvalid,       // the input is wrong; repeating it will not help
  kUnauthorized,  // who are you? (for a network: only a real authorisation failure)
  kForbidden,     // we know you, and you may not
  kNotFound,
  kConflict,  // someone else's change came first, or it exists already
  kTooLarge,
  kTooMany,      // a rate limit; `retry_after_seconds` may say when to come back
  kUnavailable,  // not now; nothing is known to have happened
  kUnknown,      // it may or may not have happened: ask before repeating
  kInternal,     // our own mistake, or a broken disk
};

struct Error {
  ErrorKind kind = ErrorKind::kInternal;
  std::string message;  // for people; safe to show
  std::string cause;    // for the log; never holds a secret
  std::string field;    // the input field that is wrong, if one is
  std::optional<std::int64_t> retry_after_seconds;
};

template <class T>
using Result = tl::expected<T, Error>;

// What a verb returns when there is nothing to say but that it worked.
struct Done {};

inline tl::unexpected<Error> fail(ErrorKind kind, std::string message, std::string cause = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(message), std::move(cause), {}, {}});
}
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }
inline tl::unexpected<Error> invalid(std::string message, std::string field = {}) {
  return tl::unexpected<Error>(
      Error{ErrorKind::kInvalid, std::move(message), {}, std::move(field), {}});
}
inline tl::unexpected<Error> not_found(std::string message) {
  return fail(ErrorKind::kNotFound, std::move(message));
}
inline tl::unexpected<Error> forbidden(std::string message) {
  return fail(ErrorKind::kForbidden, std::move(message));
}
inline tl::unexpected<Error> conflict(std::string message) {
  return fail(ErrorKind::kConflict, std::move(message));
}
inline tl::unexpected<Error> unavailable(std::string message, std::string cause = {}) {
  return fail(ErrorKind::kUnavailable, std::move(message), std::move(cause));
}

}  // namespace rapport

// Hands an error on to the caller, or goes on with the value left in the Result.
#define RAPPORT_TRY(expression)                                \
  do {                                                         \
    if (auto&& rapport_try_ = (expression); !rapport_try_)     \
      return ::rapport::fail(std::move(rapport_try_.error())); \
  } while (false)
