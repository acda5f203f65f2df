#include "store/sql/sqlite_errors.h"

#include <sqlite3.h>

#include <string>

namespace rapport {
namespace {

struct Meaning {
  ErrorKind kind;
  const char* words;
};

Meaning meaning_of(int code) {
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return {ErrorKind::kConflict, "This exists already."};
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return {ErrorKind::kNotFound, "What this belongs to is not there."};
    default:
      break;
  }
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_INTERRUPT:
      return {ErrorKind::kUnavailable, "The database is busy. Please try again."};
    case SQLITE_FULL:
      return {ErrorKind::kUnavailable, "The disk is full."};
    case SQLITE_IOERR:
      return {ErrorKind::kUnavailable, "The disk does not answer as it should."};
    case SQLITE_NOMEM:
      return {ErrorKind::kUnavailable, "There is not enough memory."};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorKind::kUnavailable, "The database file cannot be opened."};
    case SQLITE_READONLY:
      return {ErrorKind::kUnavailable, "The database may only be read here."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorKind::kInternal, "The database file is damaged."};
    default:
      return {ErrorKind::kInternal, "Something went wrong on our side."};
  }
}

}  // namespace

Error explain_sqlite(int code, std::string_view sql) {
  const Meaning meaning = meaning_of(code);
  std::string cause = "SQLite " + std::to_string(code) + " (" + sqlite3_errstr(code) + ")";
  if (!sql.empty()) cause += ": " + std::string(sql);
  return {meaning.kind, meaning.words, std::move(cause), {}, {}};
}

}  // namespace rapport
