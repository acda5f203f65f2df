// The SQL that pages of conversations are read with, in forms that an index can follow on both
// engines.

#pragma once

#include <string>
#include <string_view>

#include "store/conversations.h"
#include "store/sql/connection.h"

namespace rapport {

// A page that is not a search. `after`: below a place, bound as :key and :id; so in all of these.
std::string page_sql(const ConversationFilter& filter, bool after);

// A page in the order of what matters: open ones, of an owner or of all.
std::string matters_sql(const ConversationFilter& filter, bool after);

// As page_sql, of conversations that stand under another channel and concern this one as well.
std::string also_sql(const ConversationFilter& filter, bool after);

// Posts that gave a reason or are about a topic, the newest first.
std::string told_sql(bool by_topic, bool after);

// The conversations of a list with such a post at or above a place.
std::string told_above_sql(bool by_topic, std::string_view list);

// Of the posts in a list, those whose conversations fit the filter, the newest first.
std::string hits_sql(std::string_view columns, const ConversationFilter& filter,
                     std::string_view list);

// Binds what the conditions of a filter ask for in all of these.
void bind_conditions(Query& query, const ConversationFilter& filter);

}  // namespace rapport
