// The forward migrations of the database, in the order they are applied.

#pragma once

#include <span>
#include <string_view>

namespace rapport {

// One step of the schema, from the file src/store/migrations/<version>_<name>.sql.
struct Migration {
  int version;  // 1, 2, 3 ... without a gap
  std::string_view name;
  std::string_view sql;
};

// All migrations by version. A file that does not follow the pattern, or a gap or double in the
// versions, is our own mistake and ends the program with its name.
std::span<const Migration> migrations();

}  // namespace rapport
