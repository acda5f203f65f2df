// The store over an SQLite file, with what only its tests may choose.

#pragma once

#include <memory>
#include <span>

#include "store/migrations.h"
#include "store/sql/sqlite.h"
#include "store/store.h"

namespace rapport {

Result<std::unique_ptr<Store>> open_sqlite_store(const SqliteFile& file, int readers,
                                                 std::span<const Migration> steps);

}  // namespace rapport
