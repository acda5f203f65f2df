// The stores that keep the contract. A new engine joins by one line.

#include "store/contract/store_contract.h"

#include "store/testing/temp_store.h"

namespace rapport {
namespace {

class OpenedSqlite final : public Opened {
 public:
  Store& store() override { return *temp_.store; }
  void reopen() override {
    temp_.store.reset();
    temp_.store = open(temp_.path);
  }
  std::string backup_path() override { return temp_.folder.file("backup.db"); }
  std::unique_ptr<Store> open_backup() override { return open(backup_path()); }

 private:
  static std::unique_ptr<Store> open(const std::string& path) {
    auto opened = open_sqlite({.path = path, .vfs = {}, .readers = 2});
    if (!opened) throw std::runtime_error(opened.error().message);
    return std::move(*opened);
  }

  TempStore temp_;
};

INSTANTIATE_TEST_SUITE_P(
    Stores, StoreContract,
    testing::Values(StoreMaker{"Sqlite", [] { return std::make_unique<OpenedSqlite>(); }}),
    [](const testing::TestParamInfo<StoreMaker>& each) { return each.param.name; });

}  // namespace
}  // namespace rapport
