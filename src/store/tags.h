// Tags and the conversations they stand on.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/tag.h"

namespace rapport {

// Which tag stands on which conversation.
struct TagOn {
  ConversationId conversation;
  TagId tag;
};

class Tags {
 public:
  virtual ~Tags() = default;

  // Both fail with conflict if a living tag has that name, whatever its case.
  virtual Result<Done> add(const Tag& tag) = 0;
  virtual Result<Done> save(const Tag& tag) = 0;
  // Living tags only. A tag that was removed is not found.
  virtual Result<Tag> find(WorkspaceId workspace, TagId id) = 0;
  virtual Result<std::optional<Tag>> by_name(WorkspaceId workspace, std::string_view folded) = 0;
  virtual Result<std::vector<Tag>> all(WorkspaceId workspace) = 0;  // by name
  // From counters; totals of 0 may be left out.
  virtual Result<std::vector<TagTotal>> totals(WorkspaceId workspace) = 0;

  // Puts the tag on a conversation, or takes it off; false if that was so already. Keeps the
  // counters true. Fails with not_found if the conversation or the tag is missing.
  virtual Result<bool> put(WorkspaceId workspace, ConversationId conversation, TagId tag) = 0;
  virtual Result<bool> take(WorkspaceId workspace, ConversationId conversation, TagId tag) = 0;
  // The living tags of these conversations.
  virtual Result<std::vector<TagOn>> on(WorkspaceId workspace,
                                        const std::vector<ConversationId>& conversations) = 0;

  // From now on there is no such tag. Taking it off its conversations is for later, in pieces:
  // a tag may stand on very many.
  virtual Result<Done> begin_removal(WorkspaceId workspace, TagId id, std::optional<TagId> into,
                                     Time at) = 0;
  virtual Result<std::vector<LeavingTag>> leaving(int most) = 0;  // of all workspaces
  // Takes it off (or replaces it on) at most `most` conversations and tells how many there were.
  // When there was none left, its row is gone, too.
  virtual Result<int> clear_some(const LeavingTag& tag, int most) = 0;
};

}  // namespace rapport
