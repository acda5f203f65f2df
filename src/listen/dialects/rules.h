// What the fields of other tools are here, in one table.

#pragma once

#include <string_view>

#include "listen/dialects/dialect.h"

namespace rapport {

struct FieldRule {
  QueryDialect dialect;
  std::string_view theirs;  // in small letters
  std::string_view value;   // in small letters; empty: any
  std::string_view ours;    // "lang:" goes before the value, "is:reply" is in place of both; empty:
                            // dropped
  Fate fate;
  std::string_view reason;
};

// Nothing if the field isn't known.
const FieldRule* find_rule(QueryDialect dialect, std::string_view name, std::string_view value);

}  // namespace rapport
