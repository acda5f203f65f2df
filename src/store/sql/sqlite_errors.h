// What SQLite's result codes mean to the house.

#pragma once

#include <string_view>

#include "base/result.h"

namespace rapport {

// `code` is an extended result code; `sql` goes into the cause and holds no values, only names of
// parameters.
Error explain_sqlite(int code, std::string_view sql);

}  // namespace rapport
