#include "desk/outbox/outbox.h"
#include "desk/outbox/toggle.h"

namespace rapport {
namespace {

constexpr AccountToggle kFollowing = {
    {ActKind::kFollow, ActKind::kUnfollow},
    [](const Account& them) { return !them.followed_by_us.empty(); },
    [](const Account& them) { return them.followed_by_us; },
    "",
    ""};

}  // namespace

Result<ActView> Outbox::follow(const Member& by, PersonId person, AccountId account, As as) {
  return want(by, {kFollowing, person, account, true, as});
}

Result<ActView> Outbox::unfollow(const Member& by, PersonId person, AccountId account) {
  return want(by, {kFollowing, person, account, false});
}

}  // namespace rapport
