#include "model/account.h"

#include "model/words.h"

namespace rapport {
namespace {

constexpr Words<AccountStanding, 4> kStandings{{{AccountStanding::kActive, "active"},
                                                {AccountStanding::kDeactivated, "deactivated"},
                                                {AccountStanding::kSuspended, "suspended"},
                                                {AccountStanding::kDeleted, "deleted"}}};

}  // namespace

std::string_view to_word(AccountStanding standing) { return kStandings.word(standing); }
std::optional<AccountStanding> account_standing_of(std::string_view word) {
  return kStandings.find(word);
}

}  // namespace rapport
