// Conversations as the list shows them: what stands beside a conversation, read in a few queries
// for a whole page.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desk/inbox/inbox.h"
#include "desk/reading/taxonomy.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<ConversationRow>> rows_of(Unit& unit, const Member& by,
                                             std::vector<Conversation> conversations);

// Reasons by their keys, as they are told now. Read only where somebody asks for one.
class ReasonNames {
 public:
  static Result<ReasonNames> of(Unit& unit, WorkspaceId workspace, bool wanted);
  // None of no key, and of one that nobody knows.
  std::optional<ReasonView> find(const std::string& key) const;

 private:
  std::optional<Taxonomy> taxonomy_;
};

// The titles of articles, by their ids; those that are gone are left out.
Result<std::map<ArticleId, std::string>> article_titles(Unit& unit, WorkspaceId workspace,
                                                        std::vector<ArticleId> ids);

// The name of a member, also of one who left.
Result<std::string> name_of(Unit& unit, WorkspaceId workspace, MemberId id);

}  // namespace rapport
