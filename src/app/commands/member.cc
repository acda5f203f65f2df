// rapport member add, list, role, remove: colleagues, and the very first owner.

#include <algorithm>
#include <iomanip>
#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/find_workspace.h"
#include "app/commands/open_store.h"
#include "app/terminal.h"
#include "base/clock.h"
#include "base/ids.h"
#include "desk/team/team.h"

namespace rapport {
namespace {

// The desk's verbs over a database that is opened for one command.
struct TeamAtHand {
  explicit TeamAtHand(Store& store) : ids(clock), team(store, ids, clock) {}
  SystemClock clock;
  IdMaker ids;
  Team team;
};

Result<Member> find_member(Store& store, const MemberOptions& options) {
  auto workspace = find_workspace(store, options.workspace);
  RAPPORT_TRY(workspace);
  auto members = store.read([&](Unit& unit) { return unit.members().all(*workspace); });
  RAPPORT_TRY(members);
  const auto found = std::ranges::find(*members, options.email, &Member::email);
  if (found == members->end()) {
    return not_found(options.email + " is not a member of this workspace.");
  }
  return *found;
}

void say_role(const Member& member) {
  std::cout << member.name << " <" << member.email << "> is " << to_word(member.role) << " now.\n";
}

// Whether a password has to be thought of for this address.
Result<bool> is_new(Store& store, const std::string& email) {
  auto login = store.read([&](Unit& unit) { return unit.members().login_by_email(email); });
  RAPPORT_TRY(login);
  return !*login;
}

Result<Member> add(Store& store, const MemberAddOptions& options, Role role,
                   const std::string& password) {
  TeamAtHand at_hand(store);
  Team& team = at_hand.team;
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
  return team.add_member(*workspace, options.name, options.email, password, role);
}

}  // namespace

int run_member_add(Config config, const MemberAddOptions& options) {
  const auto role = role_of(options.role);
  if (!role) {
    return complain(invalid("A role is owner, admin, agent, analyst or viewer.", "role").value());
  }
  auto store = open_store(config, *role == Role::kOwner);
  if (!store) return complain(store.error());
  // Who has a login already signs in as ever.
  const auto fresh = is_new(**store, options.email);
  if (!fresh) return complain(fresh.error());
  std::string password;
  if (*fresh) {
    auto asked = ask_new_secret("Password for " + options.email, "RAPPORT_PASSWORD");
    if (!asked) return complain(asked.error());
    password = std::move(*asked);
  }
  const auto member = add(**store, options, *role, password);
  if (!member) return complain(member.error());
  say_role(*member);
  return kOk;
}

int run_member_list(Config config, const MemberOptions& options) {
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const auto workspace = find_workspace(**store, options.workspace);
  if (!workspace) return complain(workspace.error());
  const auto members = (*store)->read([&](Unit& unit) { return unit.members().all(*workspace); });
  if (!members) return complain(members.error());
  for (const Member& each : *members) {
    std::cout << std::left << std::setw(10) << to_word(each.role) << each.name << " <" << each.email
              << ">\n";
  }
  return kOk;
}

int run_member_role(Config config, const MemberOptions& options) {
  const auto role = role_of(options.role);
  if (!role) {
    return complain(invalid("A role is owner, admin, agent, analyst or viewer.", "role").value());
  }
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const auto member = find_member(**store, options);
  if (!member) return complain(member.error());
  const auto changed =
      TeamAtHand(**store).team.change_role(std::nullopt, member->workspace, member->id, *role);
  if (!changed) return complain(changed.error());
  say_role(*changed);
  return kOk;
}

int run_member_remove(Config config, const MemberOptions& options) {
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const auto member = find_member(**store, options);
  if (!member) return complain(member.error());
  const auto removed =
      TeamAtHand(**store).team.remove_member(std::nullopt, member->workspace, member->id);
  if (!removed) return complain(removed.error());
  std::cout << member->name << " <" << member->email
            << "> is no member any more. Their conversations belong to nobody now.\n";
  return kOk;
}

}  // namespace rapport
