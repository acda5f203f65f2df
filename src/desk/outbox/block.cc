#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"
#include "desk/outbox/toggle.h"

namespace rapport {
namespace {

AccountWish wish_for(PersonId person, AccountId account, bool wanted) {
  AccountWish wish;
  wish.person = person;
  wish.account = account;
  wish.toggle = {ActKind::kBlock, ActKind::kUnblock};
  wish.wanted = wanted;
  wish.stands = [](const Account& them) { return !them.blocked_by_us.empty(); };
  wish.mark = [](const Account& them) { return them.blocked_by_us; };
  wish.audited = wanted ? "account.block" : "account.unblock";
  return wish;
}

}  // namespace

Result<ActView> Outbox::block(const Member& by, PersonId person, AccountId account,
                              const std::string& reason, As as) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    AccountWish wish = wish_for(person, account, true);
    wish.as = as;
    wish.asks = true;
    wish.reason = reason;
    return want_on_account(unit, ids_, clock_.now(), by, wish);
  });
}

Result<ActView> Outbox::unblock(const Member& by, PersonId person, AccountId account) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    return want_on_account(unit, ids_, clock_.now(), by, wish_for(person, account, false));
  });
}

}  // namespace rapport
