// Whole databases from one engine to the other, table by table. Both have to be of the schema that
// this binary knows. The index of words is not copied but made anew: each engine has its own.

#pragma once

#include <string>

#include "base/result.h"
#include "store/sql/connection.h"

namespace rapport {

// Into the empty tables of the SQLite file `to`, from one snapshot of `from`, while others read and
// write there. The file has to be pressed onto the disk afterwards.
Result<Done> copy_to_sqlite(Connection& from, const std::string& to);

// Into the empty tables of `to`, all or nothing, from the SQLite file, which nobody may have open.
// Fails with conflict if there is anything in them.
Result<Done> copy_to_postgres(const std::string& from, Connection& to);

}  // namespace rapport
