// A tree as text: as a query again, and in plain words.

#pragma once

#include <string>

#include "listen/query.h"

namespace rapport {

// The one way to write this query; parsing it gives the same tree again.
std::string print_query(const QueryTree& query);

// What it finds, in plain English: “acme” and (“coffee” or “tea”), but not “jobs”.
std::string to_words(const QueryTree& query);

// "2026-11-30T23:59:59": seconds since 1970 as a query writes them.
std::string print_seconds(std::int64_t seconds);

}  // namespace rapport
