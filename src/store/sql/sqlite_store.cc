#include "store/sql/sqlite_store.h"

#include <utility>

#include "store/sql/backup.h"
#include "store/sql/sql_store.h"

namespace rapport {
namespace {

class SqliteStore final : public SqlStore {
 public:
  explicit SqliteStore(SqliteFile file) : file_(std::move(file)) {}

  Result<Done> backup_to(const std::string& path) override { return backup_sqlite(file_, path); }

 private:
  const SqliteFile file_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const SqliteFile& file, int readers,
                                                 std::span<const Migration> steps) {
  auto store = std::make_unique<SqliteStore>(file);
  RAPPORT_TRY(
      store->open([&](Purpose purpose) { return connect_sqlite(file, purpose); }, readers, steps));
  return store;
}

Result<Done> copy_database_file(const std::string& from, const std::string& to) {
  return backup_sqlite({.path = from, .vfs = {}}, to);
}

Result<std::unique_ptr<Store>> open_sqlite(const SqliteOptions& options) {
  SqliteFile file{.path = options.path, .vfs = options.vfs};
  if (options.durability == Durability::kScratch) file.synchronous = "OFF";
  return open_sqlite_store(file, options.readers, migrations());
}

}  // namespace rapport
