// The store over a PostgreSQL database.

#include <utility>

#include "store/sql/backup.h"
#include "store/sql/migrate.h"
#include "store/sql/postgres.h"
#include "store/sql/sql_store.h"
#include "store/sql/sqlite.h"
#include "store/sql/table_copy.h"

namespace rapport {
namespace {

class PostgresStore final : public SqlStore {
 public:
  explicit PostgresStore(PostgresPlace place) : place_(std::move(place)) {}

  // As an SQLite file, which any Rapport can open: a dump of PostgreSQL's own takes pg_dump.
  Result<Done> backup_to(const std::string& path) override {
    auto connection = connect_postgres(
        {place_.address, place_.durability, Visit::kCommand, PostgresUse::kCopy}, Purpose::kRead);
    if (!connection) return fail(std::move(connection.error()));
    return write_backup(path, [&](const std::string& partial) -> Result<Done> {
      RAPPORT_TRY(make_empty(partial));
      return copy_to_sqlite(**connection, partial);
    });
  }

 private:
  static Result<Done> make_empty(const std::string& file) {
    auto connection =
        connect_sqlite({.path = file, .vfs = {}, .synchronous = "OFF"}, Purpose::kWrite);
    if (!connection) return fail(std::move(connection.error()));
    return migrate(**connection, migrations(), SystemClock().now());
  }

  const PostgresPlace place_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_postgres(const PostgresOptions& options) {
  auto address = PostgresAddress::parse(options.address);
  if (!address) return fail(std::move(address.error()));
  const PostgresPlace place{std::move(*address), options.durability, options.visit,
                            PostgresUse::kDesk};
  auto store = std::make_unique<PostgresStore>(place);
  RAPPORT_TRY(store->open([&](Purpose purpose) { return connect_postgres(place, purpose); },
                          options.readers, migrations()));
  return store;
}

Result<Done> fill_postgres(const PostgresOptions& options, const std::string& file) {
  // Opened once as a store, which brings its schema up to date.
  auto store = open_postgres(options);
  if (!store) return fail(std::move(store.error()));
  auto address = PostgresAddress::parse(options.address);
  if (!address) return fail(std::move(address.error()));
  auto connection = connect_postgres(
      {std::move(*address), options.durability, Visit::kCommand, PostgresUse::kCopy},
      Purpose::kWrite);
  if (!connection) return fail(std::move(connection.error()));
  return copy_to_postgres(file, **connection);
}

}  // namespace rapport
