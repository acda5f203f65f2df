#include "desk/team/secrets.h"
#include "desk/team/team.h"
#include "desk/team/words.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<Token>> Team::tokens(const Member& by) {
  return store_.read([&](Unit& unit) { return unit.members().tokens(by.workspace, by.id); });
}

Result<NewToken> Team::create_token(const Member& by, const std::string& name) {
  auto checked = check_name(name, "name");
  RAPPORT_TRY(checked);
  NewToken made;
  made.secret = "rpt_" + random_secret();
  const Time now = clock_.now();
  made.token = Token{by.workspace, ids_.make<TokenId>(), by.id, *checked, hash_secret(made.secret),
                     now,          std::nullopt};
  return store_.write([&](Unit& unit) -> Result<NewToken> {
    RAPPORT_TRY(unit.members().add_token(made.token));
    RAPPORT_TRY(
        unit.members().audit(AuditEntry{by.workspace, by.id, "token.create", *checked, "", now}));
    return made;
  });
}

Result<Done> Team::remove_token(const Member& by, TokenId id) {
  return store_.write([&](Unit& unit) -> Result<Done> {
    RAPPORT_TRY(unit.members().remove_token(by.workspace, by.id, id));
    return unit.members().audit(
        AuditEntry{by.workspace, by.id, "token.remove", to_string(id), "", clock_.now()});
  });
}

}  // namespace rapport
