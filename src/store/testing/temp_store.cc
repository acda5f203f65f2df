#include "store/testing/temp_store.h"

#include <stdlib.h>

#include <cstdlib>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "store/testing/test_postgres.h"

namespace rapport {

TempFolder::TempFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "rapport-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

namespace {

bool wants_postgres() {
  const char* const wanted = std::getenv("RAPPORT_TEST_DATABASE");
  return wanted != nullptr && std::string_view(wanted) == "postgresql";
}

}  // namespace

TempStore::TempStore() : path(folder.file("rapport.db")) {
  if (wants_postgres()) database = std::make_unique<TestDatabase>();
  auto opened = database ? open_postgres({.address = database->address(), .readers = 2})
                         : open_sqlite({.path = path, .vfs = {}, .readers = 2});
  if (!opened) throw std::runtime_error(opened.error().message + " " + opened.error().cause);
  store = std::move(*opened);
}

TempStore::~TempStore() = default;

std::string TempStore::file_to_look_at() {
  if (!database) return path;
  const std::string copy = folder.file("look.db");
  std::filesystem::remove(copy);
  if (const auto done = store->backup_to(copy); !done) {
    throw std::runtime_error(done.error().message + " " + done.error().cause);
  }
  return copy;
}

}  // namespace rapport
