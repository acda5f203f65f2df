// Errors as a client reads them: application/problem+json.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/request.h"

namespace rapport {

struct Problem {
  int status = 500;
  std::string kind = "internal";
  std::string detail;  // for people
  std::string request_id;
  std::string field;  // the input field that is wrong, if one is
  std::optional<std::int64_t> retry_after_seconds;
  std::optional<std::vector<std::string>> answers;  // of answered_meanwhile alone: ids of posts
};

Response problem(const Problem& what);

inline Response problem(int status, std::string kind, std::string detail, std::string request_id) {
  return problem(
      Problem{status, std::move(kind), std::move(detail), std::move(request_id), {}, {}, {}});
}

Response problem(const Error& error, std::string_view request_id);

// The status that goes with a kind of error, and the word it has in the API.
int status_of(ErrorKind kind);
std::string_view word_of(ErrorKind kind);

// "Not Found" for 404.
std::string_view reason_phrase(int status);

}  // namespace rapport
