// The people who speak: the card beside a thread.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/account.h"
#include "model/member.h"
#include "store/people.h"
#include "store/posts.h"

namespace rapport {

class Store;

struct AccountView {
  Account account;
  bool following = false;  // a follow or unfollow of ours is on its way
  bool muting = false;     // the same of a mute
  bool blocking = false;   // and of a block
};

struct PersonCard {
  Person person;
  std::vector<AccountView> accounts;
  PersonTotals totals;
  std::vector<RecentPost> recent;  // both directions, newest first
};

class Audience {
 public:
  explicit Audience(Store& store) : store_(store) {}

  // Called whenever a member looks at a person, so that their profiles can be read again.
  void on_open(std::function<void(WorkspaceId, PersonId)> listener) {
    opened_ = std::move(listener);
  }

  Result<PersonCard> card(const Member& by, PersonId id);

 private:
  Store& store_;
  std::function<void(WorkspaceId, PersonId)> opened_;
};

}  // namespace rapport
