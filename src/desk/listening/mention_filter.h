// Which mentions fit what one asks for.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/listening/monitors.h"

namespace rapport {

// What became of a mention: "answered" where we wrote in its thread and nobody waits there now,
// else the state of its conversation.
std::string fate_of(const MentionFacts& facts);

bool fits(const MentionFilter& filter, const MentionFacts& facts);

// The hosts that a post links to, each once, without "www.".
std::vector<std::string> linked_sites(const MentionFacts& facts);
std::string site_of(std::string_view address);

// The language a mention is in: as it was read, else as its author's client said; "und".
std::string language_of(const MentionFacts& facts);

}  // namespace rapport
