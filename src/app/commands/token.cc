// rapport token create: a personal token, printed once.

#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/open_store.h"
#include "base/clock.h"
#include "base/ids.h"
#include "desk/team/team.h"

namespace rapport {
namespace {

Result<Member> find_member(Store& store, const std::string& email) {
  return store.read([&](Unit& unit) -> Result<Member> {
    auto login = unit.members().login_by_email(email);
    RAPPORT_TRY(login);
    if (!*login) return not_found("Nobody here has the e-mail " + email + ".");
    auto members = unit.members().of_login((*login)->id);
    RAPPORT_TRY(members);
    if (members->empty()) return not_found(email + " is a member of no workspace.");
    return members->front();
  });
}

}  // namespace

int run_token_create(Config config, const TokenCreateOptions& options) {
  auto store = open_store(config, false);
  if (!store) return complain(store.error());
  const auto member = find_member(**store, options.email);
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
