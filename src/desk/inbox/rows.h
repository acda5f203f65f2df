// Conversations as the list shows them: what stands beside a conversation, read in a few queries
// for a whole page.

#pragma once

#include <vector>

#include "desk/inbox/inbox.h"
#include "store/store.h"

namespace rapport {

Result<std::vector<ConversationRow>> rows_of(Unit& unit, const Member& by,
                                             std::vector<Conversation> conversations);

// The name of a member, also of one who left.
Result<std::string> name_of(Unit& unit, WorkspaceId workspace, MemberId id);

}  // namespace rapport
