// Brings a database's schema up to what this binary knows: forward only, each step in a transaction
// of its own with the row that says it was done.

#pragma once

#include <span>

#include "base/clock.h"
#include "base/result.h"
#include "store/migrations.h"
#include "store/sql/connection.h"

namespace rapport {

// Fails with unavailable, in words for the operator, if the database was written by a newer
// Rapport.
Result<Done> migrate(Connection& db, std::span<const Migration> steps, Time now);

}  // namespace rapport
