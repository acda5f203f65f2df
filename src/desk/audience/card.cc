#include "desk/audience/audience.h"
#include "store/store.h"

namespace rapport {
namespace {

constexpr int kRecentMost = 10;

// Whether one of these acts on an account is on its way on any channel.
Result<bool> on_its_way(Unit& unit, const Member& by, const std::vector<Channel>& channels,
                        const Account& account, const std::vector<ActKind>& kinds) {
  for (const auto& channel : channels) {
    if (channel.network != account.network) continue;
    auto latest = unit.outbox().latest_on_account(by.workspace, channel.id, account.id, kinds);
    RAPPORT_TRY(latest);
    if (!*latest) continue;
    const auto state = (*latest)->state;
    if (state == ActState::kQueued || state == ActState::kSending || state == ActState::kUnknown) {
      return true;
    }
  }
  return false;
}

}  // namespace

Result<PersonCard> Audience::card(const Member& by, PersonId id) {
  auto made = store_.read([&](Unit& unit) -> Result<PersonCard> {
    PersonCard card;
    auto person = unit.people().person(by.workspace, id);
    RAPPORT_TRY(person);
    card.person = std::move(*person);
    auto accounts = unit.people().accounts_of(by.workspace, id);
    RAPPORT_TRY(accounts);
    auto channels = unit.channels().all(by.workspace);
    RAPPORT_TRY(channels);
    for (auto& account : *accounts) {
      auto following =
          on_its_way(unit, by, *channels, account, {ActKind::kFollow, ActKind::kUnfollow});
      RAPPORT_TRY(following);
      auto muting = on_its_way(unit, by, *channels, account, {ActKind::kMute, ActKind::kUnmute});
      RAPPORT_TRY(muting);
      auto blocking =
          on_its_way(unit, by, *channels, account, {ActKind::kBlock, ActKind::kUnblock});
      RAPPORT_TRY(blocking);
      card.accounts.push_back(AccountView{std::move(account), *following, *muting, *blocking});
    }
    auto totals = unit.people().totals(by.workspace, id);
    RAPPORT_TRY(totals);
    card.totals = *totals;
    auto recent = unit.posts().recent_with(by.workspace, id, kRecentMost);
    RAPPORT_TRY(recent);
    card.recent = std::move(*recent);
    return card;
  });
  if (made && opened_) opened_(by.workspace, id);
  return made;
}

}  // namespace rapport
