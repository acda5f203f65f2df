// What was done about a reason, and telling everyone who raised it: a list of people, each to be
// answered personally in their own thread. Nothing here writes or sends anything for anybody.
//
// Each verb lives in a source file of its own.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "desk/reading/readings.h"
#include "model/account.h"
#include "model/member.h"
#include "model/remedy.h"
#include "store/remedies.h"

namespace rapport {

class Store;
class Unit;

struct RemedyRequest {
  std::string done;                       // what was done, 1 to 2,000 bytes
  std::optional<ArticleId> article = {};  // that tells of it
  int days = 30;                          // how far back people are looked for, 1 to 366
};

struct RemedyView {
  Remedy remedy;
  ReasonView reason;  // as it is told now
  std::string by_name;
  std::string article_title;  // empty: none, or it is gone
  RemedyProgress progress;
};

struct RemedyPage {
  std::vector<RemedyView> remedies;  // the latest first
  std::optional<RemedyId> next;
};

struct RemedyPersonView {
  RemedyStanding standing;
  Account account;
  std::string aside_by_name;
};

struct RemedyPeoplePage {
  std::vector<RemedyPersonView> people;  // who spoke up last first
  std::optional<RemedyPlace> next;
};

class Solving {
 public:
  Solving(Store& store, IdMaker& ids, const Clock& clock)
      : store_(store), ids_(ids), clock_(clock) {}

  // The longest a list gets, and how many posts of a reason are looked at for it: the newest.
  static constexpr std::size_t kMostPeople = 1000;
  static constexpr int kMostPosts = 5000;

  // These need a member who may answer.

  // Says that a reason is fixed, and makes the list of the people who spoke up for it until now.
  // Fails with not_found if the workspace has no such reason, with invalid if it has no such
  // article.
  Result<RemedyView> fix(const Member& by, const std::string& reason, const RemedyRequest& request);
  // Puts somebody aside, with why (1 to 500 bytes), or back. Telling them ticks them off anyway.
  Result<RemedyPersonView> set_aside(const Member& by, RemedyId id, PersonId person,
                                     const std::string& why);
  Result<RemedyPersonView> bring_back(const Member& by, RemedyId id, PersonId person);
  // Nobody is to be told any more; the list stays readable. And the opposite. Both may be repeated.
  Result<RemedyView> close(const Member& by, RemedyId id);
  Result<RemedyView> reopen(const Member& by, RemedyId id);

  // For every member.
  Result<RemedyPage> list(const Member& by, std::optional<RemedyId> before, int most);
  Result<RemedyView> show(const Member& by, RemedyId id);
  Result<RemedyPeoplePage> people(const Member& by, RemedyId id, std::optional<RemedyPlace> after,
                                  int most);

 private:
  Result<RemedyPersonView> put(const Member& by, RemedyId id, PersonId person,
                               const std::string& why, std::optional<MemberId> aside_by);
  Result<RemedyView> set_closed(const Member& by, RemedyId id, bool closed);

  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
};

}  // namespace rapport
