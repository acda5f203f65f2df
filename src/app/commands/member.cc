// rapport member add: a colleague, or the very first owner.

#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/open_store.h"
#include "app/terminal.h"
#include "base/clock.h"
#include "base/ids.h"
#include "desk/team/team.h"

namespace rapport {
namespace {

Result<WorkspaceId> find_workspace(Store& store, const std::string& name) {
  auto all = store.read([](Unit& unit) { return unit.members().workspaces(); });
  RAPPORT_TRY(all);
  if (name.empty() && all->size() == 1) return all->front().id;
  for (const Workspace& each : *all) {
    if (each.name == name) return each.id;
  }
  std::string names;
  for (const Workspace& each : *all) names += (names.empty() ? "" : ", ") + each.name;
  return invalid("Say which workspace with --workspace. There is: " + names + ".");
}

Result<Member> add(Store& store, const MemberAddOptions& options, Role role,
                   const std::string& password) {
  const SystemClock clock;
  IdMaker ids(clock);
  Team team(store, ids, clock);
  auto first = team.needs_setup();
  RAPPORT_TRY(first);
  if (*first) {
    if (role != Role::kOwner || options.workspace.empty()) {
      return invalid(
          "Nobody works here yet. Make the owner first: add --role owner --workspace "
          "\"Name of the brand\".");
    }
    return team.set_up({options.workspace, options.name, options.email, password});
  }
  auto workspace = find_workspace(store, options.workspace);
  RAPPORT_TRY(workspace);
  return team.add_member(std::nullopt, *workspace, options.name, options.email, password, role);
}

}  // namespace

int run_member_add(Config config, const MemberAddOptions& options) {
  const auto role = role_of(options.role);
  if (!role) {
    return complain(invalid("A role is owner, admin, agent, analyst or viewer.", "role").value());
  }
  auto store = open_store(config, *role == Role::kOwner);
  if (!store) return complain(store.error());
  const auto password = ask_new_secret("Password for " + options.email, "RAPPORT_PASSWORD");
  if (!password) return complain(password.error());
  const auto member = add(**store, options, *role, *password);
  if (!member) return complain(member.error());
  std::cout << member->name << " <" << member->email << "> is " << to_word(member->role)
            << " now.\n";
  return kOk;
}

}  // namespace rapport
