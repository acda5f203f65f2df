#include "store/sql/backup.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "store/sql/sqlite_errors.h"

namespace rapport {
namespace {

// All pages in one step: in WAL mode that holds no writer up, and a copy in steps would begin anew
// after every commit between two of them.
constexpr int kPagesAtATime = -1;

struct Close {
  void operator()(sqlite3* db) const { sqlite3_close(db); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Result<Handle> open(const std::string& path, const char* vfs, int flags) {
  sqlite3* db = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &db, flags, vfs);
  Handle handle(db);
  if (code != SQLITE_OK) return fail(explain_sqlite(code, "open for backup"));
  sqlite3_busy_timeout(db, 5000);
  return handle;
}

Result<Done> copy(sqlite3* from, sqlite3* to) {
  sqlite3_backup* const backup = sqlite3_backup_init(to, "main", from, "main");
  if (backup == nullptr) return fail(explain_sqlite(sqlite3_errcode(to), "backup"));
  int code;
  do {
    code = sqlite3_backup_step(backup, kPagesAtATime);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(20);
  } while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);
  const int finished = sqlite3_backup_finish(backup);
  if (code != SQLITE_DONE) return fail(explain_sqlite(code, "backup"));
  if (finished != SQLITE_OK) return fail(explain_sqlite(finished, "backup"));
  return Done{};
}

std::string last_error() { return std::error_code(errno, std::generic_category()).message(); }

Result<Done> sync(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0 || ::fsync(file) != 0) {
    auto error = unavailable("The backup could not be written.", last_error());
    if (file >= 0) ::close(file);
    return error;
  }
  ::close(file);
  return Done{};
}

// Made before SQLite opens it, because the copy is as private as the original.
Result<Done> make_private(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) return unavailable("The backup file cannot be made.", last_error());
  ::close(file);
  return Done{};
}

Result<Done> write_copy(const SqliteFile& from, const std::string& partial) {
  auto source =
      open(from.path, from.vfs.empty() ? nullptr : from.vfs.c_str(), SQLITE_OPEN_READWRITE);
  if (!source) return fail(std::move(source.error()));
  auto target = open(partial, nullptr, SQLITE_OPEN_READWRITE);
  if (!target) return fail(std::move(target.error()));
  RAPPORT_TRY(copy(source->get(), target->get()));
  // As a copy it stands alone: one file, no journal beside it.
  if (sqlite3_exec(target->get(), "pragma journal_mode = delete", nullptr, nullptr, nullptr) !=
      SQLITE_OK) {
    return fail(explain_sqlite(sqlite3_errcode(target->get()), "backup"));
  }
  return Done{};
}

}  // namespace

Result<Done> write_backup(const std::string& to,
                          const std::function<Result<Done>(const std::string& partial)>& write) {
  const std::string partial = to + ".partial";
  auto written = make_private(partial);
  if (written) written = write(partial);
  if (written) written = sync(partial, O_RDWR);
  if (written && std::rename(partial.c_str(), to.c_str()) != 0) {
    written = unavailable("The backup could not be given its name.", last_error());
  }
  if (!written) {
    ::unlink(partial.c_str());
    return written;
  }
  const auto folder = std::filesystem::path(to).parent_path();
  return sync(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY);
}

Result<Done> backup_sqlite(const SqliteFile& from, const std::string& to) {
  return write_backup(to, [&](const std::string& partial) { return write_copy(from, partial); });
}

}  // namespace rapport
