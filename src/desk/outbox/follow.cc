#include "desk/outbox/events.h"
#include "desk/outbox/outbox.h"
#include "desk/outbox/queue.h"

namespace rapport {
namespace {

// The channel to follow from: the first connected one on the account's network.
Result<Channel> channel_on(Unit& unit, const Member& by, const std::string& network) {
  auto channels = unit.channels().all(by.workspace);
  RAPPORT_TRY(channels);
  for (auto& each : *channels) {
    if (each.network == network && each.state != ChannelState::kDisconnected) {
      return std::move(each);
    }
  }
  return conflict("No channel of yours is connected on that network.");
}

Result<ActView> want_follow(Unit& unit, IdMaker& ids, Time now, const Member& by, PersonId person,
                            AccountId account_id, bool followed) {
  auto account = unit.people().account(by.workspace, account_id);
  RAPPORT_TRY(account);
  if (account->person != person) return not_found("This person has no such account.");
  if (account->ours) return invalid("That is your own account.");
  auto channel = channel_on(unit, by, account->network);
  RAPPORT_TRY(channel);
  auto latest = unit.outbox().latest_on_account(by.workspace, channel->id, account_id,
                                                {ActKind::kFollow, ActKind::kUnfollow});
  RAPPORT_TRY(latest);

  const ActKind kind = followed ? ActKind::kFollow : ActKind::kUnfollow;
  if (*latest && on_its_way(**latest)) {
    if ((*latest)->kind == kind) return view_of(unit, std::move(**latest));
    return conflict("The last click is still on its way. Try again in a moment.");
  }
  const bool stands = !account->followed_by_us.empty();
  if (stands == followed && *latest && (*latest)->kind == kind &&
      (*latest)->state == ActState::kAccepted) {
    return view_of(unit, std::move(**latest));
  }

  Act act = new_act(ids, now, by, *channel, kind);
  act.account = account_id;
  act.result_native_id = account->followed_by_us;  // what an unfollow takes away
  if (stands == followed) act.state = ActState::kAccepted;
  RAPPORT_TRY(unit.outbox().add(act));
  RAPPORT_TRY(announce_act(unit, act, now));

  Event event;
  event.workspace = by.workspace;
  event.kind = EventKind::kPerson;
  event.subject = person.value;
  event.at = now;
  RAPPORT_TRY(unit.announce(std::move(event)));
  return view_of(unit, std::move(act));
}

}  // namespace

Result<ActView> Outbox::follow(const Member& by, PersonId person, AccountId account) {
  RAPPORT_TRY(may_act(by));
  return store_.write(
      [&](Unit& unit) { return want_follow(unit, ids_, clock_.now(), by, person, account, true); });
}

Result<ActView> Outbox::unfollow(const Member& by, PersonId person, AccountId account) {
  RAPPORT_TRY(may_act(by));
  return store_.write([&](Unit& unit) {
    return want_follow(unit, ids_, clock_.now(), by, person, account, false);
  });
}

}  // namespace rapport
