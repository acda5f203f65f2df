// rapport query: reads a listening query and says what it finds, or what is wrong with it. No
// server, no database.

#include <iostream>
#include <iterator>
#include <string>

#include "app/commands/commands.h"
#include "app/query_report.h"

namespace rapport {

int run_query(const QueryOptions& options) {
  std::string query = options.query;
  if (query == "-") {
    query.assign(std::istreambuf_iterator<char>(std::cin), {});
    while (query.ends_with('\n') || query.ends_with('\r')) query.pop_back();
  }
  if (const auto dialect = dialect_of(options.dialect)) {
    const ImportedQuery imported = import_query(query, *dialect);
    std::cout << (options.json ? import_report_json(query, imported) + "\n"
                               : import_report(query, imported));
    return imported.query ? kOk : kFailed;
  }
  const ParsedQuery parsed =
      parse_query(query, options.strict ? Mixing::kRefused : Mixing::kWarned);
  std::cout << (options.json ? query_report_json(query, parsed) + "\n"
                             : query_report(query, parsed));
  return parsed.query ? kOk : kFailed;
}

}  // namespace rapport
