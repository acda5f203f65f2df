#include "store/sql/sqlite_store.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "store/sql/backup.h"
#include "store/sql/migrate.h"
#include "store/sql/readers.h"
#include "store/sql/writer.h"

namespace rapport {
namespace {

class SqliteStore final : public Store {
 public:
  SqliteStore(SqliteFile file) : file_(std::move(file)), ids_(clock_) {}

  // In this order: the readers let go of the log, the writer finishes its work, and the last
  // connection to close moves the log into the file.
  ~SqliteStore() override {
    readers_.reset();
    writer_.reset();
  }

  Result<Done> open(int readers, std::span<const Migration> steps) {
    auto connection = connect_sqlite(file_, Purpose::kWrite);
    if (!connection) return fail(std::move(connection.error()));
    RAPPORT_TRY(migrate(**connection, steps, clock_.now()));
    auto writing = std::make_unique<SqlUnit>(std::move(*connection), ids_);

    std::vector<std::unique_ptr<SqlUnit>> reading;
    for (int made = 0; made < std::max(readers, 1); ++made) {
      auto reader = connect_sqlite(file_, Purpose::kRead);
      if (!reader) return fail(std::move(reader.error()));
      reading.push_back(std::make_unique<SqlUnit>(std::move(*reader), ids_));
    }
    readers_.emplace(std::move(reading));
    writer_.emplace(std::move(writing));
    return Done{};
  }

  Result<Done> backup_to(const std::string& path) override { return backup_sqlite(file_, path); }

  void on_commit(std::function<void(const std::vector<Event>&)> listener) override {
    writer_->set_listener(std::move(listener));
  }

 private:
  Result<Done> do_write(const Work& work) override { return writer_->run(work); }
  Result<Done> do_read(const Work& work) override { return readers_->run(work); }

  SqliteFile file_;
  SystemClock clock_;
  IdMaker ids_;
  std::optional<Readers> readers_;
  std::optional<Writer> writer_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const SqliteFile& file, int readers,
                                                 std::span<const Migration> steps) {
  auto store = std::make_unique<SqliteStore>(file);
  RAPPORT_TRY(store->open(readers, steps));
  return store;
}

Result<std::unique_ptr<Store>> open_sqlite(const SqliteOptions& options) {
  SqliteFile file{.path = options.path, .vfs = options.vfs};
  if (options.durability == Durability::kScratch) file.synchronous = "OFF";
  return open_sqlite_store(file, options.readers, migrations());
}

}  // namespace rapport
