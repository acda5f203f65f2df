// A workspace's public pages as JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/help/help_desk.h"
#include "http/wire/schema.h"

namespace rapport {

// `url` is where people read it; empty: this server does not know its own address.
std::string help_site_json(const HelpSite& site, std::string_view url);
Result<HelpSiteWish> read_help_site(std::string_view body);

std::vector<schema::Named> help_site_schemas();

}  // namespace rapport
