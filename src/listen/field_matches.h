// Is what a query asks of a field true of a post?

#pragma once

#include "listen/heard_post.h"
#include "listen/query.h"
#include "listen/spoken.h"

namespace rapport {

// `title` and `text` are those of the post, cut. `query` is a leaf of kind kField.
bool field_matches(const QueryTree& query, const HeardPost& post, const Spoken& title,
                   const Spoken& text);

}  // namespace rapport
