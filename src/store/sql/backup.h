// Copies of a database that is in use, as an SQLite file.

#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "store/sql/sqlite.h"

namespace rapport {

// Has `write` write to an empty file beside `to`, which is its owner's alone, presses that onto the
// disk and only then gives it its name, so that `to` is never half a database. Replaces what was
// there.
Result<Done> write_backup(const std::string& to,
                          const std::function<Result<Done>(const std::string& partial)>& write);

// A backup of an SQLite file.
Result<Done> backup_sqlite(const SqliteFile& from, const std::string& to);

}  // namespace rapport
