// What SOCI hides of PostgreSQL: the client library's own handle, for COPY and for statements that
// are not worth preparing. The source behind it includes soci-postgresql.h.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace soci {
class session;
}
struct pg_conn;  // PGconn of <libpq-fe.h>

namespace rapport {

// Throws what SOCI throws; its words may hold the address.
void open_postgres_native(soci::session& session, const std::string& connection_string);

// Never null while the session is open. Whoever uses it leaves it idle again, and inside the
// transaction it was in.
pg_conn* postgres_handle(soci::session& session);

// The SQLSTATE of an exception of SOCI; empty if it carries none.
std::string postgres_state(const std::exception& exception);

// What a command answered: the first column of its last result, if that has a row, and its tag.
struct PostgresAnswer {
  std::optional<std::string> value;
  std::string tag;  // "COMMIT", "INSERT 0 1"
};

// Runs one or several statements without parameters in one round trip. What it fails with is
// explained as all else.
Result<PostgresAnswer> run_postgres(pg_conn* connection, const std::string& sql);

}  // namespace rapport
