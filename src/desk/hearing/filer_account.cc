// Whoever says something: made when first heard of, and kept as the network tells of them.

#include "desk/hearing/filer.h"

#include <algorithm>

#include "base/unicode.h"
#include "desk/hearing/filer_rules.h"

namespace rapport {
namespace {

// What a network calls somebody whose name it cannot make out right now.
constexpr std::string_view kNoHandle = "handle.invalid";

// What may also become empty or false again.
template <class T>
bool take_told(T& into, const std::optional<T>& from) {
  if (!from || into == *from) return false;
  into = *from;
  return true;
}

bool take_profile(Account& account, const NetworkAccount& heard) {
  bool changed = false;
  if (heard.handle != kNoHandle || account.handle.empty()) {
    changed |= take(account.handle, heard.handle);
  }
  // Some are called by nothing one can see: their handle names them then.
  if (!is_blank(heard.name)) changed |= take(account.name, heard.name);
  changed |= take(account.avatar_url, heard.avatar_url);
  changed |= take(account.url, heard.url);
  changed |= take(account.followers, heard.followers);
  changed |= take(account.follows, heard.follows);
  changed |= take(account.posts, heard.posts);
  changed |= take(account.joined_at, heard.joined_at);
  changed |= take(account.follows_us, heard.follows_us);
  changed |= take_told(account.followed_by_us, heard.followed_by_us);
  changed |= take_told(account.muted_by_us, heard.muted_by_us);
  changed |= take_told(account.blocked_by_us, heard.blocked_by_us);
  changed |= take_told(account.blocks_us, heard.blocks_us);
  changed |= take_told(account.standing, heard.standing);
  changed |= take_told(account.labels, heard.labels);
  if (heard.whole_profile && account.bio != heard.bio) {
    account.bio = heard.bio;
    changed = true;
  } else {
    changed |= take(account.bio, heard.bio);
  }
  return changed;
}

}  // namespace

Result<Account> Filer::file_account(const NetworkAccount& heard) {
  const auto known = accounts_.find(heard.native_id);
  std::optional<Account> account;
  if (known != accounts_.end()) {
    account = known->second;
  } else {
    auto stored =
        unit_.people().account_by_native_id(channel_.workspace, channel_.network, heard.native_id);
    RAPPORT_TRY(stored);
    account = std::move(*stored);
  }

  if (!account) {
    Person person{channel_.workspace, ids_.make<PersonId>(),
                  is_blank(heard.name) ? heard.handle : heard.name, now_};
    RAPPORT_TRY(unit_.people().add_person(person));
    Account fresh;
    fresh.workspace = channel_.workspace;
    fresh.id = ids_.make<AccountId>();
    fresh.person = person.id;
    fresh.network = channel_.network;
    fresh.native_id = heard.native_id;
    auto channels = our_channels();
    RAPPORT_TRY(channels);
    fresh.ours = heard.native_id == channel_.native_id ||
                 std::any_of((*channels)->begin(), (*channels)->end(), [&](const Channel& each) {
                   return each.native_id == heard.native_id;
                 });
    fresh.changed_at = now_;
    take_profile(fresh, heard);
    if (heard.whole_profile) fresh.profile_read_at = now_;
    RAPPORT_TRY(unit_.people().add_account(fresh));
    account = fresh;
  } else {
    const Account before = *account;
    bool changed = take_profile(*account, heard);
    RAPPORT_TRY(keep_own_acts(before, *account));
    if (before.standing != AccountStanding::kActive &&
        account->standing == AccountStanding::kActive) {
      RAPPORT_TRY(welcome_back(*account));
    }
    // A whole profile is worth noting even when nothing in it is new, but not at every sight.
    const bool away = heard.standing.value_or(AccountStanding::kActive) != AccountStanding::kActive;
    if (heard.whole_profile || away) {
      account->profile_read_at = now_;
      changed = true;
    }
    if (changed) {
      account->changed_at = now_;
      RAPPORT_TRY(unit_.people().save_account(*account));
    }
    // Muted or unmuted in the network's own app: who waits, waits no more, or again.
    if (silenced(before) != silenced(*account)) RAPPORT_TRY(reconsider_all_of(account->id));
  }
  accounts_[heard.native_id] = account;
  return std::move(*account);
}

// A network may go on showing for a while how things stood before an act of ours.
Result<Done> Filer::keep_own_acts(const Account& before, Account& account) {
  const auto lags = [&](const std::vector<ActKind>& kinds) -> Result<bool> {
    auto act = unit_.outbox().latest_on_account(channel_.workspace, channel_.id, account.id, kinds);
    RAPPORT_TRY(act);
    return fresh(*act, now_);
  };
  if (account.followed_by_us != before.followed_by_us) {
    auto late = lags({ActKind::kFollow, ActKind::kUnfollow});
    RAPPORT_TRY(late);
    if (*late) account.followed_by_us = before.followed_by_us;
  }
  if (account.muted_by_us != before.muted_by_us) {
    auto late = lags({ActKind::kMute, ActKind::kUnmute});
    RAPPORT_TRY(late);
    if (*late) account.muted_by_us = before.muted_by_us;
  }
  if (account.blocked_by_us != before.blocked_by_us) {
    auto late = lags({ActKind::kBlock, ActKind::kUnblock});
    RAPPORT_TRY(late);
    if (*late) account.blocked_by_us = before.blocked_by_us;
  }
  return Done{};
}

// Somebody who was away is there again, and so is what they said: their threads are read anew.
Result<Done> Filer::welcome_back(const Account& account) {
  constexpr int kThreads = 50;
  auto roots = unit_.posts().roots_of(channel_.workspace, account.id, kThreads);
  RAPPORT_TRY(roots);
  threads_again_.insert(roots->begin(), roots->end());
  return Done{};
}

}  // namespace rapport
