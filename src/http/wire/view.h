// Saved views as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/views/saved_views.h"

namespace rapport {

std::string view_json(const ShownView& view);
std::string views_json(const std::vector<ShownView>& views);

// What was asked for; without id, maker, place and time.
Result<SavedView> read_view(std::string_view body);
Result<std::vector<ViewId>> read_view_order(std::string_view body);

}  // namespace rapport
