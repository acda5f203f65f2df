// rapport workspace add, list: the brands of this installation.

#include <iomanip>
#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/open_store.h"
#include "base/clock.h"
#include "base/ids.h"
#include "desk/team/team.h"

namespace rapport {

int run_workspace_add(Config config, const WorkspaceAddOptions& options) {
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const SystemClock clock;
  IdMaker ids(clock);
  const auto made = Team(**store, ids, clock).create_workspace_for(options.owner, options.name);
  if (!made) return complain(made.error());
  std::cout << made->workspace.name << " is there. " << made->member.name << " <"
            << made->member.email << "> owns it.\n";
  return kOk;
}

int run_workspace_list(Config config) {
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const auto all = (*store)->read([](Unit& unit) { return unit.members().workspaces(); });
  if (!all) return complain(all.error());
  for (const Workspace& each : *all) {
    std::cout << std::left << std::setw(22) << to_string(each.id) << each.name << '\n';
  }
  return kOk;
}

}  // namespace rapport
