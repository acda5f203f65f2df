// A store over SQL connections: one that writes and some that read. What engines do differently as
// a whole, how a database is opened and backed up, stands in sqlite_store.cc and postgres_store.cc.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "base/clock.h"
#include "base/ids.h"
#include "store/migrations.h"
#include "store/sql/connection.h"
#include "store/sql/purpose.h"
#include "store/sql/readers.h"
#include "store/sql/writer.h"
#include "store/store.h"

namespace rapport {

class SqlStore : public Store {
 public:
  using Connect = std::function<Result<std::unique_ptr<Connection>>(Purpose)>;

  ~SqlStore() override;

  // Brings the schema up to date and starts the writer. To be called once, before anything else.
  Result<Done> open(const Connect& connect, int readers, std::span<const Migration> steps);

  void on_commit(std::function<void(const std::vector<Event>&)> listener) override;

 private:
  Result<Done> do_write(const Work& work) override { return writer_->run(work); }
  Result<Done> do_read(const Work& work) override { return readers_->run(work); }

  SystemClock clock_;
  IdMaker ids_{clock_};
  std::optional<Readers> readers_;
  std::optional<Writer> writer_;
};

}  // namespace rapport
