// A workspace's public pages, and whose an address is.

#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "model/help_site.h"

namespace rapport {

class HelpSiteStore {
 public:
  virtual ~HelpSiteStore() = default;

  virtual Result<std::optional<HelpSite>> find(WorkspaceId workspace) = 0;
  // Of any workspace: who asks is nobody's member.
  virtual Result<std::optional<HelpSite>> by_slug(std::string_view slug) = 0;
  // Writes it, new or again. Fails with conflict if another workspace has this slug.
  virtual Result<Done> save(const HelpSite& site) = 0;
};

class Unit;

// Those of a piece of work; not to be kept after it.
std::unique_ptr<HelpSiteStore> help_sites_in(Unit& unit);

}  // namespace rapport
