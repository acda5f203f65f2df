// A copy of an SQLite database that is in use.

#pragma once

#include <string>

#include "base/result.h"
#include "store/sql/sqlite.h"

namespace rapport {

// Copies to a file beside `to`, presses it onto the disk and only then gives it its name, so that
// `to` is never half a database. Replaces what was there.
Result<Done> backup_sqlite(const SqliteFile& from, const std::string& to);

}  // namespace rapport
