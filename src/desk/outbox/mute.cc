#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"
#include "desk/outbox/toggle.h"

namespace rapport {
namespace {

AccountWish wish_for(PersonId person, AccountId account, bool wanted) {
  AccountWish wish;
  wish.person = person;
  wish.account = account;
  wish.toggle = {ActKind::kMute, ActKind::kUnmute};
  wish.wanted = wanted;
  wish.stands = [](const Account& them) { return them.muted_by_us; };
  wish.mark = [](const Account&) { return std::string(); };
  wish.audited = wanted ? "account.mute" : "account.unmute";
  return wish;
}

}  // namespace

Result<ActView> Outbox::mute(const Member& by, PersonId person, AccountId account, As as) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    AccountWish wish = wish_for(person, account, true);
    wish.as = as;
    return want_on_account(unit, ids_, clock_.now(), by, wish);
  });
}

Result<ActView> Outbox::unmute(const Member& by, PersonId person, AccountId account) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    return want_on_account(unit, ids_, clock_.now(), by, wish_for(person, account, false));
  });
}

}  // namespace rapport
