#include "store/testing/temp_store.h"

#include <stdlib.h>

#include <stdexcept>
#include <system_error>

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

TempStore::TempStore() : path(folder.file("rapport.db")) {
  auto opened = open_sqlite({.path = path, .vfs = {}, .readers = 2});
  if (!opened) throw std::runtime_error(opened.error().message + " " + opened.error().cause);
  store = std::move(*opened);
}

}  // namespace rapport
