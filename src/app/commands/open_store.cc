#include "app/commands/open_store.h"

#include "app/house.h"
#include "app/open_database.h"

namespace rapport {

Result<std::unique_ptr<Store>> open_store(Config& config, bool may_make) {
  if (config.data.empty()) config.data = home_data_folder("rapport");
  auto there = has_contents(config);
  RAPPORT_TRY(there);
  if (!*there) {
    if (!may_make && !config.postgres.empty()) {
      return not_found("This database is empty. Start `rapport serve` over it first.");
    }
    if (!may_make) {
      return not_found("There is no database in " + config.data.string() +
                       ". Name its folder with --data.");
    }
    RAPPORT_TRY(make_data_folder(config.data));
  }
  return open_database(config, 1, Visit::kCommand);
}

}  // namespace rapport
