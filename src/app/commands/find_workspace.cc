#include "app/commands/find_workspace.h"

#include "store/store.h"

namespace rapport {

Result<WorkspaceId> find_workspace(Store& store, const std::string& name) {
  auto all = store.read([](Unit& unit) { return unit.members().workspaces(); });
  RAPPORT_TRY(all);
  if (name.empty() && all->size() == 1) return all->front().id;
  std::vector<WorkspaceId> named;
  std::string names;
  for (const Workspace& each : *all) {
    names += (names.empty() ? "" : ", ") + each.name;
    // Two brands may share a name; an id is a name, too.
    if (each.name == name || to_string(each.id) == name) named.push_back(each.id);
  }
  if (named.size() == 1) return named.front();
  if (named.size() > 1) {
    return invalid("Several workspaces have this name. Give the id from: rapport workspace list");
  }
  return invalid("Say which workspace with --workspace. There is: " + names + ".");
}

}  // namespace rapport
