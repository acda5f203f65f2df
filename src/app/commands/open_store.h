// The database opened without a server: for the commands of the first run and the backup.

#pragma once

#include <memory>

#include "app/config.h"
#include "base/result.h"
#include "store/store.h"

namespace rapport {

// Fills in the data folder. Fails with not_found if there is no database yet, unless `may_make`.
Result<std::unique_ptr<Store>> open_store(Config& config, bool may_make);

}  // namespace rapport
