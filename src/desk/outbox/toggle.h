// What is done to a post or an account and can be taken back: likes, reposts, follows, mutes,
// blocks.
//
// Each comes as a pair of acts that follow one another, so the last word is what the team wants.

#pragma once

#include <optional>
#include <string>

#include "desk/inbox/inbox.h"
#include "model/account.h"
#include "model/act.h"
#include "model/post.h"
#include "store/store.h"

namespace rapport {

struct Toggle {
  ActKind on;
  ActKind off;
};

struct PostWish {
  PostId post;
  Toggle toggle;
  bool wanted = true;
  std::string Post::*mark;      // native id of what stands; empty: nothing does
  std::optional<ChannelId> as;  // see Outbox::As
};
Result<ActView> want_on_post(Unit& unit, IdMaker& ids, Time now, const Member& by,
                             const PostWish& wish);

// What can be done to an account and taken back.
struct AccountToggle {
  Toggle toggle;
  bool (*stands)(const Account&);
  std::string (*mark)(const Account&);  // native id of what stands, where it has one
  std::string_view audited_on;          // the names of the audit entries; empty: not audited
  std::string_view audited_off;
};

struct AccountWish {
  const AccountToggle& what;
  PersonId person;
  AccountId account;
  bool wanted = true;
  std::optional<ChannelId> as = {};
  std::optional<std::string> reason = {};  // set: one is needed
};

}  // namespace rapport
