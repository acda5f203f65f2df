#include "app/commands/open_store.h"

#include "app/house.h"

namespace rapport {

Result<std::unique_ptr<Store>> open_store(Config& config, bool may_make) {
  if (config.data.empty()) config.data = home_data_folder("rapport");
  std::error_code ignored;
  if (!std::filesystem::exists(config.database(), ignored)) {
    if (!may_make) {
      return not_found("There is no database in " + config.data.string() +
                       ". Name its folder with --data.");
    }
    RAPPORT_TRY(make_data_folder(config.data));
  }
  return open_sqlite({.path = config.database().string(), .vfs = {}, .readers = 1});
}

}  // namespace rapport
