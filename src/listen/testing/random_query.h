// Random queries and posts that have a good chance to meet.

#pragma once

#include <rapidcheck.h>

#include <string>

#include "listen/query.h"
#include "listen/testing/kept_post.h"

namespace rapport::gen {

// A tree as the parser could have made it; it may still find everything but.
rc::Gen<QueryTree> query();

// A few dozen of the same words, with signs and spaces of all kinds between them.
rc::Gen<std::string> post_text();

// A post with such a text, mostly, and now and then a title and something in any of its fields.
KeptPost post();

}  // namespace rapport::gen
