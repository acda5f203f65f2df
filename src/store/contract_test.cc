// The stores that keep the contract. A new engine joins by one line.

#include <libpq-fe.h>
#include <sqlite3.h>

#include <atomic>

#include "store/contract/knowledge_contract.h"
#include "store/contract/store_contract.h"
#include "store/contract/store_faults.h"
#include "store/testing/power_loss_vfs.h"
#include "store/testing/temp_store.h"
#include "store/testing/test_postgres.h"

namespace rapport {
namespace {

std::unique_ptr<Store> opened(Result<std::unique_ptr<Store>> store) {
  if (!store) throw std::runtime_error(store.error().message + " " + store.error().cause);
  return std::move(*store);
}

std::unique_ptr<Store> open_file(const std::string& path) {
  return opened(open_sqlite({.path = path, .vfs = {}, .readers = 2}));
}

class OpenedSqlite final : public Opened {
 public:
  OpenedSqlite() { reopen(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    store_ = open_file(folder_.file("rapport.db"));
  }
  std::string backup_path() override { return folder_.file("backup.db"); }
  std::unique_ptr<Store> open_backup() override { return open_file(backup_path()); }

 private:
  TempFolder folder_;
  std::unique_ptr<Store> store_;
};

class OpenedPostgres final : public Opened {
 public:
  OpenedPostgres() { reopen(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    store_ = opened(open_postgres({.address = database_.address(), .readers = 2}));
  }
  std::string backup_path() override { return folder_.file("backup.db"); }
  // A backup is an SQLite file, whatever it is a backup of.
  std::unique_ptr<Store> open_backup() override { return open_file(backup_path()); }

 private:
  TempFolder folder_;
  TestDatabase database_;
  std::unique_ptr<Store> store_;
};

// A second connection holds the lock of the file; the disk is one that can fail.
class FaultySqlite final : public Faulty {
 public:
  FaultySqlite() { reopen(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    store_ = opened(open_sqlite({.path = path(), .vfs = disk_.name(), .readers = 2}));
  }
  std::shared_ptr<void> hold_writing() override {
    sqlite3* db = nullptr;
    EXPECT_EQ(SQLITE_OK, sqlite3_open(path().c_str(), &db));
    EXPECT_EQ(SQLITE_OK, sqlite3_exec(db, "begin immediate", nullptr, nullptr, nullptr));
    return {db, [](sqlite3* held) { sqlite3_close(held); }};
  }
  void fill_disk() override { disk_.fill(); }
  void break_off() override { disk_.break_down(); }
  void mend() override { disk_.mend(); }

 private:
  std::string path() { return folder_.file("rapport.db"); }
  static std::string name() {
    static std::atomic<int> made = 0;
    return "faulty_" + std::to_string(++made);
  }

  TempFolder folder_;
  PowerLossDisk disk_{name()};
  std::unique_ptr<Store> store_;
};

// A second session holds the lock that writers take; the server ends sessions that are in the
// middle of their work; and a commit that has something to keep finds no room for it.
class FaultyPostgres final : public Faulty {
 public:
  FaultyPostgres() { reopen(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    store_ = opened(open_postgres({.address = database_.address(), .readers = 2}));
  }
  std::shared_ptr<void> hold_writing() override {
    PGconn* const session = PQconnectdb(database_.address().c_str());
    // The lock as docs/decisions tells it: 0x52617001 and the number of the schema.
    PQclear(PQexec(session,
                   "begin; select pg_advisory_xact_lock((cast(1382117377 as bigint) << 32) |"
                   " cast((select oid from pg_namespace where nspname = current_schema())"
                   " as bigint))"));
    EXPECT_EQ(PQTRANS_INTRANS, PQtransactionStatus(session)) << PQerrorMessage(session);
    return {session, [](PGconn* held) { PQfinish(held); }};
  }
  void fill_disk() override {
    ask_postgres(database_.address(),
                 "create function no_room() returns trigger language plpgsql as $$ begin"
                 " raise exception 'no room' using errcode = '53100'; end $$;"
                 " create constraint trigger full_disk after insert on post"
                 " deferrable initially deferred for each row execute function no_room()");
    full_ = true;
  }
  void break_off() override {
    ask_postgres(database_.address(),
                 "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                 " where application_name = '" +
                     database_.name() +
                     "' and state like 'idle in transaction%' and pid <> pg_backend_pid()");
  }
  void mend() override {
    if (!full_) return;
    ask_postgres(database_.address(), "drop trigger full_disk on post; drop function no_room()");
    full_ = false;
  }

 private:
  TestDatabase database_;
  std::unique_ptr<Store> store_;
  bool full_ = false;
};

INSTANTIATE_TEST_SUITE_P(
    Stores, StoreFaults,
    testing::Values(FaultyMaker{"Sqlite", [] { return std::make_unique<FaultySqlite>(); }},
                    FaultyMaker{"Postgres", [] { return std::make_unique<FaultyPostgres>(); }}),
    [](const testing::TestParamInfo<FaultyMaker>& each) { return each.param.name; });

const auto kStores =
    testing::Values(StoreMaker{"Sqlite", [] { return std::make_unique<OpenedSqlite>(); }},
                    StoreMaker{"Postgres", [] { return std::make_unique<OpenedPostgres>(); }});

std::string name_of(const testing::TestParamInfo<StoreMaker>& each) { return each.param.name; }

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, kStores, name_of);
INSTANTIATE_TEST_SUITE_P(Stores, KnowledgeContract, kStores, name_of);

}  // namespace
}  // namespace rapport
