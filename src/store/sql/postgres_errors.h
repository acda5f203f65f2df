// What PostgreSQL's error codes mean to the house.

#pragma once

#include <string_view>

#include "base/result.h"

namespace rapport {

// `state` is an SQLSTATE, empty if the server gave none; `sql` goes into the cause and holds no
// values, only names of parameters.
Error explain_postgres(std::string_view state, std::string_view sql);

// The connection ended before the server's answer.
Error lost_postgres(std::string_view sql);

}  // namespace rapport
