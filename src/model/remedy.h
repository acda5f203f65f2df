// A remedy: what the team says it did about a reason, and whom it owes the news.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "model/ids.h"

namespace rapport {

struct Remedy {
  WorkspaceId workspace;
  RemedyId id;
  std::string reason;  // key
  std::string done;    // what was done, in words
  std::optional<ArticleId> article;
  Time since;  // who spoke up from here on is told
  MemberId by;
  Time at;                        // when it was fixed
  std::optional<Time> closed_at;  // nobody is to be told any more
  bool whole = true;              // false: more people spoke up than a list takes
};

// Somebody who spoke up for the reason, by their latest post that did.
struct RemedyPerson {
  WorkspaceId workspace;
  RemedyId remedy;
  PersonId person;
  PostId post;
  Time said_at;
  std::string aside;  // why they need not be told; empty: they are to be
  std::optional<MemberId> aside_by;
};

// Where it stands with one of them.
struct RemedyStanding {
  PersonId person;
  PostId post;
  ConversationId conversation;
  AccountId account;
  Time said_at;
  std::string excerpt;  // the whole text
  std::string aside;
  std::optional<MemberId> aside_by;
  std::optional<Time> told_at;  // our first answer to them in that thread since it was fixed
  bool sending = false;         // one is on its way
  bool drafted = false;         // somebody is writing one
};

// Of those who can still be told: people who deleted what they said, and whom we do not hear any
// more, are not among them.
struct RemedyProgress {
  std::int64_t people = 0;
  std::int64_t told = 0;
  std::int64_t aside = 0;  // of those who were not told
};

}  // namespace rapport
