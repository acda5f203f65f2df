#include "store/sql/sql_store.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "store/sql/migrate.h"

namespace rapport {

// In this order: the readers let go of SQLite's log, the writer finishes its work, and the last
// connection to close moves the log into the file.
SqlStore::~SqlStore() {
  readers_.reset();
  writer_.reset();
}

Result<Done> SqlStore::open(const Connect& connect, int readers, std::span<const Migration> steps) {
  auto connection = connect(Purpose::kWrite);
  if (!connection) return fail(std::move(connection.error()));
  RAPPORT_TRY(migrate(**connection, steps, clock_.now()));
  auto writing = std::make_unique<SqlUnit>(std::move(*connection), ids_);

  std::vector<std::unique_ptr<SqlUnit>> reading;
  for (int made = 0; made < std::max(readers, 1); ++made) {
    auto reader = connect(Purpose::kRead);
    if (!reader) return fail(std::move(reader.error()));
    reading.push_back(std::make_unique<SqlUnit>(std::move(*reader), ids_));
  }
  readers_.emplace(std::move(reading));
  writer_.emplace(std::move(writing));
  return Done{};
}

void SqlStore::on_commit(std::function<void(const std::vector<Event>&)> listener) {
  writer_->set_listener(std::move(listener));
}

}  // namespace rapport
