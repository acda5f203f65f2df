// The database that the configuration names: PostgreSQL, or the file in the data folder.

#pragma once

#include <filesystem>
#include <memory>

#include "app/config.h"
#include "base/result.h"
#include "store/store.h"

namespace rapport {

Result<std::unique_ptr<Store>> open_database(const Config& config, int readers, Visit visit);

// Was anything ever kept there? A file that is missing is not made.
Result<bool> has_contents(const Config& config);

// Moves a whole database from an SQLite file that nobody has open, and that goes with it, to where
// the configuration wants it: all or nothing. Nothing may be there yet.
Result<Done> fill_database(const Config& config, const std::filesystem::path& file);

// Removes an SQLite file with what lies beside it.
void remove_database_file(const std::filesystem::path& file);

}  // namespace rapport
