// A saved view: a way to look at the list that got a name, for its maker alone or for the team.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/conversation.h"
#include "model/ids.h"
#include "model/post_reading.h"

namespace rapport {

// Whose conversations a view shows. "Mine" is whoever looks, so that a shared view fits everyone.
enum class ViewOwner { kAnyone, kNobody, kMe, kMember };

std::string_view to_word(ViewOwner owner);  // "anyone", "nobody", "me", "member"
std::optional<ViewOwner> view_owner_of(std::string_view word);

struct SavedView {
  WorkspaceId workspace;
  ViewId id;
  MemberId by;
  bool shared = false;
  std::string name;
  std::int64_t place = 0;                  // among the shared ones, or among the maker's own
  std::optional<ConversationState> state;  // none: all
  ViewOwner owner = ViewOwner::kAnyone;
  std::optional<MemberId> owner_member;  // exactly with kMember
  std::optional<ChannelId> channel;
  std::optional<TagId> tag;
  ReadingFilter reading;
  std::string text;   // words to find; empty: all
  std::string order;  // as the list's own word for it; empty: the usual one
  Time created_at;
};

}  // namespace rapport
