#include "store/help_sites.h"
#include "store/contract/store_contract.h"

namespace rapport {
namespace {

HelpSite a_site(WorkspaceId workspace, std::string slug) {
  return {workspace,   std::move(slug), true,        "Northwind help",
          "Ask away.", "#0f766e",       MemberId{5}, sample::at(7)};
}

TEST_P(StoreContract, KeepsOnePublicSiteAWorkspace) {
  EXPECT_FALSE(read([&](Unit& unit) { return help_sites_in(unit)->find(here); }));
  EXPECT_FALSE(read([&](Unit& unit) { return help_sites_in(unit)->by_slug("northwind"); }));
  HelpSite site = a_site(here, "northwind");
  write([&](Unit& unit) { return help_sites_in(unit)->save(site); });
  EXPECT_EQ(site, read([&](Unit& unit) { return help_sites_in(unit)->find(here); }));
  EXPECT_EQ(site, read([&](Unit& unit) { return help_sites_in(unit)->by_slug("northwind"); }));
  EXPECT_FALSE(read([&](Unit& unit) { return help_sites_in(unit)->find(elsewhere); }));
  site.slug = "north";
  site.enabled = false;
  site.intro.clear();
  site.accent.clear();
  site.by.reset();
  write([&](Unit& unit) { return help_sites_in(unit)->save(site); });
  EXPECT_EQ(site, read([&](Unit& unit) { return help_sites_in(unit)->find(here); }));
  EXPECT_FALSE(read([&](Unit& unit) { return help_sites_in(unit)->by_slug("northwind"); }));
}

TEST_P(StoreContract, GivesAPublicAddressToOneWorkspaceAlone) {
  write([&](Unit& unit) { return help_sites_in(unit)->save(a_site(here, "northwind")); });
  EXPECT_EQ(ErrorKind::kConflict, write_fails([&](Unit& unit) {
              return help_sites_in(unit)->save(a_site(elsewhere, "northwind"));
            }));
  write([&](Unit& unit) { return help_sites_in(unit)->save(a_site(elsewhere, "southwind")); });
  EXPECT_EQ(here,
            read([&](Unit& unit) { return help_sites_in(unit)->by_slug("northwind"); })->workspace);
}

}  // namespace
}  // namespace rapport
