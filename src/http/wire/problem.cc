#include "http/wire/problem.h"

#include <boost/json.hpp>

#include "http/wire/json.h"
#include "http/wire/parts.h"

namespace rapport {

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInvalid:
      return 400;
    case ErrorKind::kUnauthorized:
      return 401;
    case ErrorKind::kForbidden:
      return 403;
    case ErrorKind::kNotFound:
      return 404;
    case ErrorKind::kConflict:
      return 409;
    case ErrorKind::kTooLarge:
      return 413;
    case ErrorKind::kTooMany:
      return 429;
    case ErrorKind::kUnavailable:
    case ErrorKind::kUnknown:
      return 503;
    case ErrorKind::kInternal:
      break;
  }
  return 500;
}

std::string_view word_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kInvalid:
      return "invalid";
    case ErrorKind::kUnauthorized:
      return "unauthorized";
    case ErrorKind::kForbidden:
      return "forbidden";
    case ErrorKind::kNotFound:
      return "not_found";
    case ErrorKind::kConflict:
      return "conflict";
    case ErrorKind::kTooLarge:
      return "too_large";
    case ErrorKind::kTooMany:
      return "too_many";
    case ErrorKind::kUnavailable:
    case ErrorKind::kUnknown:
      return "unavailable";
    case ErrorKind::kInternal:
      break;
  }
  return "internal";
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

Response problem(const Problem& what) {
  json::object body{
      {"type", "about:blank"},
      {"title", reason_phrase(what.status)},
      {"status", what.status},
      {"detail", what.detail},
      {"kind", what.kind},
      {"field", what.field.empty() ? json::value(nullptr) : json::value(what.field)},
      {"request_id", what.request_id},
  };
  if (what.answers) body["answers"] = json::value_from(*what.answers);
  Response response;
  response.status = what.status;
  response.headers = {{"content-type", "application/problem+json"}, {"cache-control", "no-store"}};
  if (what.retry_after_seconds) {
    response.headers.emplace_back("retry-after", std::to_string(*what.retry_after_seconds));
  }
  response.body = json::serialize(body);
  return response;
}

Response problem(const Error& error, std::string_view request_id) {
  return problem(Problem{status_of(error.kind),
                         std::string(word_of(error.kind)),
                         error.message,
                         std::string(request_id),
                         error.field,
                         error.retry_after_seconds,
                         {}});
}

std::vector<schema::Named> problem_schemas() {
  using namespace schema;
  return {
      {"Problem",
       object({{"type", text()},
               {"title", text()},
               {"status", whole()},
               {"detail", text()},
               {"kind", words({"invalid", "unauthorized", "forbidden", "not_found",
                               "method_not_allowed", "conflict", "answered_meanwhile", "elsewhere",
                               "too_large", "too_many", "unavailable", "internal"})},
               {"field", or_null(text())},
               {"request_id", text()},
               {"answers", list(id()), false}})}};
}

}  // namespace rapport
