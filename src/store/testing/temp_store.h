// A fresh store in a folder of its own that goes with it: what tests use instead of a fake.

#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "store/store.h"

namespace rapport {

// A folder that nobody else has, removed with everything in it.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

class TestDatabase;

// On SQLite, or on PostgreSQL if the environment says RAPPORT_TEST_DATABASE=postgresql: so whole
// test programs run on either. Throws if the store cannot be opened.
struct TempStore {
  TempStore();
  ~TempStore();

  // An SQLite file to look at with a RawDatabase: the store's own, or a copy of what it holds now.
  std::string file_to_look_at();

  TempFolder folder;
  std::string path;                        // of the file, on SQLite
  std::unique_ptr<TestDatabase> database;  // on PostgreSQL alone
  std::unique_ptr<Store> store;            // last: closed before its folder goes
};

}  // namespace rapport
