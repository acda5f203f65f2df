// What `rapport query` says of a query: for people, and as JSON. docs/query-language.md tells the
// fields of the latter.

#pragma once

#include <string>
#include <string_view>

#include "listen/dialects/dialect.h"
#include "listen/parse.h"

namespace rapport {

// Each diagnostic with the place it speaks of, then what the query finds.
std::string query_report(std::string_view query, const ParsedQuery& parsed);

// One line of JSON, without its line break.
std::string query_report_json(std::string_view query, const ParsedQuery& parsed);

// The same of a query of another tool; what became of each of its operators goes first.
std::string import_report(std::string_view query, const ImportedQuery& imported);
std::string import_report_json(std::string_view query, const ImportedQuery& imported);

}  // namespace rapport
