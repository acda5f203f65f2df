// A connection to an SQLite file.

#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "store/sql/connection.h"
#include "store/sql/purpose.h"

namespace rapport {

struct SqliteFile {
  std::string path;
  std::string vfs;  // empty: the default
  // How hard a commit is pressed onto the disk. Only tests and scratch files say anything but FULL.
  std::string synchronous = "FULL";
};

Result<std::unique_ptr<Connection>> connect_sqlite(const SqliteFile& file, Purpose purpose);

}  // namespace rapport
