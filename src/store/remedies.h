// What was done about reasons, and who is told of it.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/remedy.h"

namespace rapport {

// A place in the list of a remedy's people, which begins with who spoke up last.
struct RemedyPlace {
  Time said_at;
  PostId post;
};

class RemedyStore {
 public:
  virtual ~RemedyStore() = default;

  virtual Result<Done> add(const Remedy& remedy) = 0;
  // Whether it is closed, and whether its list is whole; nothing else of it changes.
  virtual Result<Done> save(const Remedy& remedy) = 0;
  virtual Result<Remedy> find(WorkspaceId workspace, RemedyId id) = 0;
  // The latest first, before `before`.
  virtual Result<std::vector<Remedy>> list(WorkspaceId workspace, std::optional<RemedyId> before,
                                           int most) = 0;

  // Who spoke up for one of these reasons from `from` to `to`: of each person the latest such post,
  // the latest first. Nobody of ours, nobody we muted or blocked, no post that is gone. Looks at
  // the newest `most_posts` posts of each reason; true if that was all.
  struct Raised {
    std::vector<RemedyPerson> people;  // without workspace and remedy
    bool whole = true;
  };
  virtual Result<Raised> raised(WorkspaceId workspace, const std::vector<std::string>& reasons,
                                Time from, Time to, int most_posts) = 0;
  virtual Result<Done> add_person(const RemedyPerson& person) = 0;

  // Those who can still be told (see RemedyProgress), a page.
  virtual Result<std::vector<RemedyStanding>> people(const Remedy& remedy,
                                                     std::optional<RemedyPlace> after,
                                                     int most) = 0;
  virtual Result<std::optional<RemedyStanding>> person(const Remedy& remedy, PersonId person) = 0;
  // An empty reason brings them back. Fails with not_found if they are not in the list.
  virtual Result<Done> set_aside(const Remedy& remedy, PersonId person, const std::string& why,
                                 std::optional<MemberId> by) = 0;
  // Looks at every person of the list, which is not longer than it was made.
  virtual Result<RemedyProgress> progress(const Remedy& remedy) = 0;
};

}  // namespace rapport
