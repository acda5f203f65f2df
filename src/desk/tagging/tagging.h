// The workspace's tags: making, naming, joining and removing them. Putting one on a conversation is
// a decision of the inbox (desk/inbox/tag.cc).

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "model/member.h"
#include "model/tag.h"

namespace rapport {

class Store;
class Unit;

struct TagView {
  Tag tag;
  std::map<ConversationState, std::int64_t> totals;  // states without any may be left out
};

class Tagging {
 public:
  Tagging(Store& store, IdMaker& ids, const Clock& clock)
      : store_(store), ids_(ids), clock_(clock) {}

  static constexpr std::size_t kMost = 500;  // in a workspace

  Result<std::vector<TagView>> list(const Member& by);  // by name

  // Both for members who may answer. Fail with conflict if the name is taken, whatever its case.
  Result<TagView> create(const Member& by, const std::string& name, TagColor color);
  Result<TagView> change(const Member& by, TagId id, const std::string& name, TagColor color);

  // For owners and admins: neither can be taken back. From all conversations the tag goes, or is
  // replaced by `into`; views that show it show `into`.
  Result<Done> remove(const Member& by, TagId id);
  Result<TagView> merge(const Member& by, TagId id, TagId into);

  // Takes tags that left off some more conversations, at most `most`; how many those were. A tag
  // may stand on very many, so this is done in pieces, every few seconds until nothing is left.
  Result<int> clear_leaving(int most);

 private:
  Result<Done> leave(const Member& by, TagId id, std::optional<TagId> into);
  Result<TagView> view_of(Unit& unit, Tag tag);
  Result<Done> announce(Unit& unit, WorkspaceId workspace);

  Store& store_;
  IdMaker& ids_;
  const Clock& clock_;
};

}  // namespace rapport
