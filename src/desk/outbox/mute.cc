#include "desk/outbox/outbox.h"
#include "desk/outbox/toggle.h"

namespace rapport {
namespace {

constexpr AccountToggle kMuting = {{ActKind::kMute, ActKind::kUnmute},
                                   [](const Account& them) { return them.muted_by_us; },
                                   [](const Account&) { return std::string(); },
                                   "account.mute",
                                   "account.unmute"};

}  // namespace

Result<ActView> Outbox::mute(const Member& by, PersonId person, AccountId account,
                             const std::string& reason, As as) {
  return want(by, {kMuting, person, account, true, as, reason});
}

Result<ActView> Outbox::unmute(const Member& by, PersonId person, AccountId account) {
  return want(by, {kMuting, person, account, false});
}

}  // namespace rapport
