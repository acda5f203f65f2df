// Pages of conversations: the lists of the inbox and searches. Nothing here costs more because the
// desk has grown (docs/decisions/0011).

#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "store/conversations.h"
#include "store/sql/connection.h"
#include "store/sql/full_text.h"

namespace rapport {

// Every column of a conversation, in the order of columns(); lists add their sort key.
constexpr std::string_view kSelectConversation =
    "select workspace_id, id, channel_id, network, root_native_id, state, owner_id, waiting_since,"
    " answer_to, snoozed_until, resolution, skip_reason, lead_id, excerpt_post_id, first_heard_at,"
    " last_post_at, first_reply_at, posts, people, before_rapport, reading, version,"
    " changed_at, resolved_reason, resolved_article_id, in_public";

// Between two ranks of conversation.matters, in microseconds: longer than any time since 1970.
constexpr std::int64_t kRank = 100'000'000'000'000'000;

// conversation.matters: the rank goes before any time there is; only open ones have a place.
std::int64_t matters_of(const Conversation& conversation);

// See Conversations::list.
Result<Conversations::Rows> list_conversations(Connection& db, FullText& words,
                                               WorkspaceId workspace,
                                               const ConversationFilter& filter,
                                               std::optional<ListPlace> after, int most);

}  // namespace rapport
