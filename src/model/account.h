// An account is one identity on one network; a person is the human or organisation behind one or
// more of them.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

// Whether there is still somebody to talk to.
enum class AccountStanding {
  kActive,
  kDeactivated,  // by its owner, who may come back
  kSuspended,    // by the network
  kDeleted,
};

std::string_view to_word(AccountStanding standing);
std::optional<AccountStanding> account_standing_of(std::string_view word);

struct Account {
  WorkspaceId workspace;
  AccountId id;
  PersonId person;
  std::string network;
  std::string native_id;  // never changes (a DID); unique by (workspace, network)
  std::string handle;     // may change
  std::string name;       // display name; may be empty
  std::string bio;
  std::string avatar_url;  // empty if none
  std::string url;         // the profile on the network's own site; empty if none
  std::optional<std::int64_t> followers;
  std::optional<std::int64_t> follows;
  std::optional<std::int64_t> posts;
  std::optional<Time> joined_at;
  std::optional<bool> follows_us;
  std::string followed_by_us;  // native id of our follow; empty: we do not, or do not know
  bool muted_by_us = false;
  std::string blocked_by_us;  // native id of our block; empty: we do not
  bool blocks_us = false;
  AccountStanding standing = AccountStanding::kActive;
  std::vector<std::string> labels;      // of the network about this account, in its own words
  bool ours = false;                    // an account that one of our channels speaks as
  Time changed_at;                      // when the profile last changed here
  std::optional<Time> profile_read_at;  // when the whole profile was last fetched
};

// What they say is kept, but nobody is asked to look at it.
inline bool silenced(const Account& account) {
  return account.muted_by_us || !account.blocked_by_us.empty();
}

struct Person {
  WorkspaceId workspace;
  PersonId id;
  std::string name;
  Time created_at;
};

}  // namespace rapport
