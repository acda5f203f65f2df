// Mentions, tags, links, cashtags, emoji and e-mail addresses in any text, whichever network it
// comes from. docs/reading.md says where the networks' rules differ and which we follow;
// conformance.txt says it case by case.
//
// For text that we write ourselves a network's own rules count alone (networks/bluesky/facets.h).

#pragma once

#include <string_view>
#include <vector>

#include "model/reading.h"

namespace rapport {

// Appends what stands in the text: in order, apart, on character boundaries. Allocates nothing but
// the list. Any bytes will do; broken ones belong to nothing.
void find_entities(std::string_view text, std::vector<TextEntity>& out);

}  // namespace rapport
