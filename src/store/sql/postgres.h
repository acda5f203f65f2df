// A connection to a PostgreSQL database.

#pragma once

#include <memory>

#include "base/result.h"
#include "store/sql/connection.h"
#include "store/sql/postgres_address.h"
#include "store/sql/purpose.h"
#include "store/store.h"

namespace rapport {

enum class PostgresUse {
  kDesk,  // many small questions
  kCopy,  // whole tables, however long that takes
};

struct PostgresPlace {
  PostgresAddress address;
  Durability durability = Durability::kEveryCommit;
  // With kServer the connection that writes holds the database's one place for a server.
  Visit visit = Visit::kCommand;
  PostgresUse use = PostgresUse::kDesk;
};

// The schema is the first that exists of the search path. Fails with unavailable if the server
// cannot be reached, is older than what we know, or does not keep UTF-8; with conflict if another
// server runs over this database.
Result<std::unique_ptr<Connection>> connect_postgres(const PostgresPlace& place, Purpose purpose);

}  // namespace rapport
