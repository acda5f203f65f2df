// Articles out of the exports of other help centres: what their APIs list, as one JSON document.
//
// Zendesk: {"articles": […], "sections"?: […], "categories"?: […]} or a list of such pages.
// Chatwoot: {"payload": […]} or a list of such pages. Fields that are not known are passed over; an
// article that is broken is told, and the others go on.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "knowledge/import/imported.h"

namespace rapport {

enum class HelpCentre { kAny, kZendesk, kChatwoot };

inline constexpr std::size_t kMostImported = 5000;
inline constexpr std::size_t kMostExportBytes = 64U << 20U;

// Any bytes will do. Fails with invalid if this is no such export, or holds too much.
Result<std::vector<ImportedArticle>> read_help_centre(std::string_view json, HelpCentre from);

}  // namespace rapport
