#include <iostream>

#include "app/commands/commands.h"
#include "base/log.h"

namespace rapport {

int complain(const Error& error) {
  std::cerr << "rapport: " << error.message;
  if (!error.field.empty()) std::cerr << " (" << error.field << ")";
  std::cerr << '\n';
  if (error.kind == ErrorKind::kInternal && !error.cause.empty()) log_error("app", error.cause);
  switch (error.kind) {
    case ErrorKind::kInvalid:
      return kUsage;
    case ErrorKind::kUnauthorized:
    case ErrorKind::kForbidden:
      return kNotAllowed;
    case ErrorKind::kNotFound:
      return kNotFound;
    case ErrorKind::kUnavailable:
      return kUnreachable;
    default:
      return kFailed;
  }
}

}  // namespace rapport
