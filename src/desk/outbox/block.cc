#include "desk/outbox/outbox.h"
#include "desk/outbox/toggle.h"

namespace rapport {
namespace {

constexpr AccountToggle kBlocking = {
    {ActKind::kBlock, ActKind::kUnblock},
    [](const Account& them) { return !them.blocked_by_us.empty(); },
    [](const Account& them) { return them.blocked_by_us; },
    "account.block",
    "account.unblock"};

}  // namespace

Result<ActView> Outbox::block(const Member& by, PersonId person, AccountId account,
                              const std::string& reason, As as) {
  return want(by, {kBlocking, person, account, true, as, reason});
}

Result<ActView> Outbox::unblock(const Member& by, PersonId person, AccountId account) {
  return want(by, {kBlocking, person, account, false});
}

}  // namespace rapport
