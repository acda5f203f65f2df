// Accounts, the people behind them, and the ledger of interactions.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/account.h"
#include "model/interaction.h"

namespace rapport {

// Sums over what a person said and did; of each at most 20,000 for an account are counted.
struct PersonTotals {
  std::optional<Time>
      first_heard_at;  // when they first said something to us, by the network's time
  std::optional<Time> last_heard_at;
  std::int64_t said = 0;         // posts of theirs that address us (branch or direct)
  std::int64_t answered = 0;     // replies of ours to a post of theirs
  std::int64_t likes_given = 0;  // likes they gave our posts
};

class People {
 public:
  virtual ~People() = default;

  virtual Result<Account> account(WorkspaceId workspace, AccountId id) = 0;
  virtual Result<std::optional<Account>> account_by_native_id(WorkspaceId workspace,
                                                              std::string_view network,
                                                              std::string_view native_id) = 0;
  // Those of these native ids that are known; order is not kept.
  virtual Result<std::vector<Account>> accounts_by_native_ids(
      WorkspaceId workspace, std::string_view network,
      const std::vector<std::string>& native_ids) = 0;
  virtual Result<std::vector<Account>> accounts(WorkspaceId workspace,
                                                const std::vector<AccountId>& ids) = 0;
  virtual Result<std::vector<Account>> accounts_of(WorkspaceId workspace, PersonId person) = 0;
  // Fails with conflict if (workspace, network, native id) exists.
  virtual Result<Done> add_account(const Account& account) = 0;
  virtual Result<Done> save_account(const Account& account) = 0;

  virtual Result<Person> person(WorkspaceId workspace, PersonId id) = 0;
  virtual Result<Done> add_person(const Person& person) = 0;
  virtual Result<PersonTotals> totals(WorkspaceId workspace, PersonId person) = 0;

  // True if it is new; a repeat changes nothing.
  virtual Result<bool> add_interaction(const Interaction& interaction) = 0;
};

}  // namespace rapport
