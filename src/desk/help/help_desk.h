// The public pages of a workspace, as its owners and admins set them up.

#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "model/help_site.h"
#include "model/member.h"

namespace rapport {

class Store;

struct HelpSiteWish {
  std::string slug;
  bool enabled = false;
  std::string title;
  std::string intro;
  std::string accent;
};

class HelpDesk {
 public:
  HelpDesk(Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  // As it was set up; before that a proposal, by the workspace's name, that is switched off.
  Result<HelpSite> settings(const Member& by);
  // For who may manage the workspace. Fails with invalid, naming the field, or with conflict where
  // another workspace has the slug.
  Result<HelpSite> save(const Member& by, const HelpSiteWish& wish);

 private:
  Store& store_;
  const Clock& clock_;
};

// Lower-case letters and digits, joined by '-': "Northwind Café" → "northwind-cafe". "help" if
// nothing is left.
std::string help_slug_of(std::string_view name);

}  // namespace rapport
