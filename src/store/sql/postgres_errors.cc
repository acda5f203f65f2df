#include "store/sql/postgres_errors.h"

#include <string>

namespace rapport {
namespace {

struct Meaning {
  std::string_view state;  // a code, or the class that its first two signs are
  ErrorKind kind;
  const char* words;
};

constexpr const char* kOurs = "Something went wrong on our side.";
constexpr const char* kAway = "The database does not answer just now. Please try again.";
constexpr const char* kBusy = "The database is busy. Please try again.";

// The first that fits.
constexpr Meaning kMeanings[] = {
    {"23505", ErrorKind::kConflict, "This exists already."},
    {"23503", ErrorKind::kNotFound, "What this belongs to is not there."},
    {"55P03", ErrorKind::kUnavailable, kBusy},  // a lock was not to be had in time
    {"57014", ErrorKind::kUnavailable, kBusy},  // took too long
    {"40", ErrorKind::kUnavailable, kBusy},     // deadlock, serialization failure
    {"53100", ErrorKind::kUnavailable, "The disk is full."},
    {"53200", ErrorKind::kUnavailable, "There is not enough memory."},
    {"53300", ErrorKind::kUnavailable, "The database has too many visitors. Please try again."},
    {"53", ErrorKind::kUnavailable, kBusy},
    {"58030", ErrorKind::kUnavailable, "The disk does not answer as it should."},
    {"57P", ErrorKind::kUnavailable, kAway},
    {"25P03", ErrorKind::kUnavailable, kAway},  // ended because it was idle in a transaction
    {"08", ErrorKind::kUnavailable, kAway},
    {"25006", ErrorKind::kUnavailable, "The database may only be read here."},
    {"28", ErrorKind::kUnavailable, "The database does not let us in."},
    {"42501", ErrorKind::kUnavailable, "The database does not allow us this."},
    {"XX001", ErrorKind::kInternal, "The database is damaged."},
    {"XX002", ErrorKind::kInternal, "The database is damaged."},
};

Error error_of(ErrorKind kind, const char* words, std::string cause, std::string_view sql) {
  if (!sql.empty()) (cause += ": ") += sql;
  return {kind, words, std::move(cause), {}, {}};
}

}  // namespace

Error explain_postgres(std::string_view state, std::string_view sql) {
  std::string cause = "PostgreSQL " + std::string(state.empty() ? "without a code" : state);
  for (const Meaning& meaning : kMeanings) {
    if (state.starts_with(meaning.state)) {
      return error_of(meaning.kind, meaning.words, std::move(cause), sql);
    }
  }
  return error_of(ErrorKind::kInternal, kOurs, std::move(cause), sql);
}

Error lost_postgres(std::string_view sql) {
  return error_of(ErrorKind::kUnavailable, kAway, "the connection to PostgreSQL was lost", sql);
}

}  // namespace rapport
