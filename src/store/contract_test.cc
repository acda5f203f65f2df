// The stores that keep the contract. A new engine joins by one line.

#include "store/contract/store_contract.h"
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

INSTANTIATE_TEST_SUITE_P(
    Stores, StoreContract,
    testing::Values(StoreMaker{"Sqlite", [] { return std::make_unique<OpenedSqlite>(); }},
                    StoreMaker{"Postgres", [] { return std::make_unique<OpenedPostgres>(); }}),
    [](const testing::TestParamInfo<StoreMaker>& each) { return each.param.name; });

}  // namespace
}  // namespace rapport
