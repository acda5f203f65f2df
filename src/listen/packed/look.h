// What a packed query says of a post.

#pragma once

#include "listen/evaluate.h"
#include "listen/match_work.h"
#include "listen/packed/nodes.h"
#include "listen/packed_query.h"

namespace rapport::packed {

// By the pieces alone: false if it cannot be found.
bool possible(const Node& query, const HeardPost& post, MatchWork& work, Unread unread);

// By its words, which must be cut.
bool holds(const Node& query, const HeardPost& post, MatchWork& work, Unread unread,
           FoundSpans* found);

}  // namespace rapport::packed
