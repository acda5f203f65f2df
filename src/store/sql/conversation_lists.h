// Pages of conversations: the lists of the inbox and searches. Nothing here costs more because the
// desk has grown (docs/decisions/0011).

#pragma once

#include <optional>

#include "base/result.h"
#include "store/conversations.h"
#include "store/sql/connection.h"
#include "store/sql/full_text.h"

namespace rapport {

// See Conversations::list.
Result<Conversations::Rows> list_conversations(Connection& db, FullText& words,
                                               WorkspaceId workspace,
                                               const ConversationFilter& filter,
                                               std::optional<ListPlace> after, int most);

}  // namespace rapport
