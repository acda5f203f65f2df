#include "store/sql/sqlite.h"

#include <fcntl.h>
#include <soci/soci.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "store/sql/full_text.h"
#include "store/sql/sqlite_errors.h"
#include "store/sql/sqlite_native.h"

namespace rapport {
namespace {

constexpr Dialect kSqlite{
    .name = "sqlite",
    .numbers = "(select value from json_each(:list))",
    .words = "(select value from json_each(:list))",
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const SqliteFile& file) { open_native(session_, file.path, file.vfs); }
  ~SqliteConnection() override { forget_statements(); }

  const Dialect& dialect() const override { return kSqlite; }
  soci::session& session() override { return session_; }
  std::unique_ptr<FullText> make_full_text() override { return make_sqlite_full_text(*this); }

  // At once, because a transaction that begins by reading cannot always become a writing one.
  Result<Done> begin_write() override { return run("begin immediate"); }
  Result<Done> begin_read() override { return run("begin"); }
  Result<Done> commit() override { return run("commit"); }
  Result<Done> rollback() override { return run("rollback"); }
  bool in_transaction() override { return in_transaction_native(session_); }
  Error explain(const std::exception& exception, std::string_view sql) override {
    if (dynamic_cast<const soci::soci_error*>(&exception) == nullptr) {
      return {ErrorKind::kInternal, "Something went wrong on our side.", exception.what(), {}, {}};
    }
    return explain_sqlite(error_code_native(session_), sql);
  }

 private:
  Result<Done> run(std::string_view sql) {
    auto done = query(sql).run();
    if (!done) return fail(std::move(done.error()));
    return Done{};
  }

  soci::session session_;
};

// The file holds what people said to us in trust, so only its owner may read it. SQLite gives the
// files it makes beside it the same rights.
//
// A file that is there already must not be opened here: closing it again would drop every lock that
// SQLite holds on it in this process, and another process could take the journal away beneath us
// (https://www.sqlite.org/howtocorrupt.html, "POSIX advisory locks canceled").
Result<Done> make_private(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file >= 0) {
    ::close(file);
    return Done{};
  }
  if (errno == EEXIST) return Done{};
  return unavailable("The database file " + path + " cannot be opened.",
                     std::error_code(errno, std::generic_category()).message());
}

}  // namespace

Result<std::unique_ptr<Connection>> connect_sqlite(const SqliteFile& file, Purpose purpose) {
  if (file.vfs.empty()) RAPPORT_TRY(make_private(file.path));
  std::unique_ptr<Connection> connection;
  try {
    connection = std::make_unique<SqliteConnection>(file);
  } catch (const std::exception&) {
    return unavailable("The database file " + file.path + " cannot be opened.");
  }
  const bool writes = purpose == Purpose::kWrite;
  if (writes) RAPPORT_TRY(connection->execute("pragma journal_mode = wal"));
  RAPPORT_TRY(connection->execute("pragma synchronous = " + file.synchronous));
  RAPPORT_TRY(connection->execute("pragma foreign_keys = on"));
  RAPPORT_TRY(connection->execute("pragma trusted_schema = off"));
  // In memory SQLite keeps what a savepoint may have to take back in a list that it walks from its
  // beginning after every statement: a large piece of work would take ever longer.
  RAPPORT_TRY(
      connection->execute(writes ? "pragma temp_store = file" : "pragma temp_store = memory"));
  // Kilobytes; the system's own cache of the file does the rest.
  RAPPORT_TRY(connection->execute("pragma cache_size = -16000"));
  // The words of the index of words, for sqlite_full_text.cc.
  RAPPORT_TRY(connection->execute(
      "create virtual table temp.post_terms using fts5vocab('main', 'post_words', 'row')"));
  if (!writes) RAPPORT_TRY(connection->execute("pragma query_only = on"));
  return connection;
}

}  // namespace rapport
