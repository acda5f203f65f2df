// rapport restore: an empty place filled with a backup, on either kind of database.
//
// The backup itself is only read. It may be of an older Rapport: its copy is brought up to date.

#include <filesystem>
#include <iostream>

#include "app/commands/commands.h"
#include "app/folder_lock.h"
#include "app/house.h"
#include "app/open_database.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

Result<Done> restore(const Config& config, const std::string& file) {
  RAPPORT_TRY(make_data_folder(config.data));
  auto lock = FolderLock::take(config.data);
  RAPPORT_TRY(lock);
  auto there = has_contents(config);
  RAPPORT_TRY(there);
  if (*there) {
    return conflict(config.postgres.empty()
                        ? "There is a database in " + config.data.string() + " already."
                        : std::string("There is something in this database already."));
  }
  const fs::path scratch = config.data / "restoring.db";
  remove_database_file(scratch);
  auto done = copy_database_file(file, scratch.string());
  // Opening it brings it up to date.
  if (done) {
    auto store = open_sqlite({.path = scratch.string(), .vfs = {}, .readers = 1});
    if (!store) done = fail(std::move(store.error()));
  }
  if (done) done = fill_database(config, scratch);
  remove_database_file(scratch);
  return done;
}

}  // namespace

int run_restore(Config config, const std::string& file) {
  if (config.data.empty()) config.data = home_data_folder("rapport");
  std::error_code ignored;
  if (!fs::exists(file, ignored))
    return complain(not_found("There is no file " + file + ".").value());
  if (const auto done = restore(config, file); !done) return complain(done.error());
  const fs::path key = config.data / "secret.key";
  std::cout << "All of " << file << " is in place.\n";
  if (!fs::exists(key, ignored)) {
    std::cout << "Put the key that belongs to it at " << key.string()
              << ", readable by its owner only, or the channels have to be connected anew.\n";
  }
  return kOk;
}

}  // namespace rapport
