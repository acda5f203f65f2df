// Many conversations at once, and undoing, as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/inbox/inbox.h"

namespace rapport {

struct BulkBody {
  std::vector<BulkItem> items;
  BulkAction action;
};
Result<BulkBody> read_bulk(std::string_view body);
Result<std::vector<UndoItem>> read_undo(std::string_view body);

std::string bulk_json(const std::vector<BulkResult>& results);

}  // namespace rapport
