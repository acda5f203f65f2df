// rapport token create: a personal token, printed once.

#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/find_workspace.h"
#include "app/commands/open_store.h"
#include "base/clock.h"
#include "base/ids.h"
#include "desk/team/team.h"

namespace rapport {
namespace {

// A token is bound to one workspace.
Result<Member> find_member(Store& store, const TokenCreateOptions& options) {
  std::optional<WorkspaceId> wanted;
  if (!options.workspace.empty()) {
    auto workspace = find_workspace(store, options.workspace);
    RAPPORT_TRY(workspace);
    wanted = *workspace;
  }
  return store.read([&](Unit& unit) -> Result<Member> {
    auto login = unit.members().login_by_email(options.email);
    RAPPORT_TRY(login);
    if (!*login) return not_found("Nobody here has the e-mail " + options.email + ".");
    auto members = unit.members().of_login((*login)->id);
    RAPPORT_TRY(members);
    std::erase_if(*members,
                  [&](const Member& each) { return wanted && each.workspace != *wanted; });
    if (members->empty()) return not_found(options.email + " is a member of no such workspace.");
    if (members->size() > 1) {
      return invalid(options.email + " works in several workspaces: say which with --workspace.");
    }
    return members->front();
  });
}

}  // namespace

int run_token_create(Config config, const TokenCreateOptions& options) {
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const auto member = find_member(**store, options);
  if (!member) return complain(member.error());
  const SystemClock clock;
  IdMaker ids(clock);
  const auto token = Team(**store, ids, clock).create_token(*member, options.name);
  if (!token) return complain(token.error());
  std::cerr << "A token for " << member->name << ". It is shown this once:\n";
  std::cout << token->secret << '\n';
  return kOk;
}

}  // namespace rapport
