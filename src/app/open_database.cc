#include "app/open_database.h"

namespace rapport {
namespace {

PostgresOptions postgres_options(const Config& config, int readers, Visit visit) {
  PostgresOptions options;
  options.address = config.postgres;
  options.readers = readers;
  options.visit = visit;
  return options;
}

}  // namespace

Result<std::unique_ptr<Store>> open_database(const Config& config, int readers, Visit visit) {
  if (!config.postgres.empty()) return open_postgres(postgres_options(config, readers, visit));
  return open_sqlite({.path = config.database().string(), .vfs = {}, .readers = readers});
}

Result<bool> has_contents(const Config& config) {
  if (config.postgres.empty()) {
    std::error_code ignored;
    return std::filesystem::exists(config.database(), ignored);
  }
  auto store = open_database(config, 1, Visit::kCommand);
  RAPPORT_TRY(store);
  auto workspaces = (*store)->read([](Unit& unit) { return unit.members().workspaces(); });
  RAPPORT_TRY(workspaces);
  return !workspaces->empty();
}

Result<Done> fill_database(const Config& config, const std::filesystem::path& file) {
  if (!config.postgres.empty()) {
    return fill_postgres(postgres_options(config, 1, Visit::kCommand), file.string());
  }
  // A copy that is there whole or not at all, and on the disk before it has its name.
  auto store = open_sqlite({.path = file.string(), .vfs = {}, .readers = 1});
  RAPPORT_TRY(store);
  return (*store)->backup_to(config.database().string());
}

void remove_database_file(const std::filesystem::path& file) {
  std::error_code ignored;
  for (const char* ending : {"", "-wal", "-shm"}) {
    std::filesystem::remove(file.string() + ending, ignored);
  }
}

}  // namespace rapport
