// How long a text is to a network, by the unit it counts in.
//
// Graphemes are counted as a person sees them. Characters are counted as servers of the Mastodon
// API do it: code points, a link for 23 however long it is, a name without its server. There a
// reply reaches whoever it answers by the name in its text, so the name goes before it and counts.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/channel.h"

namespace rapport {

inline constexpr std::size_t kLinkLength = 23;

std::size_t said_length(std::string_view text, TextUnit unit,
                        std::size_t link_length = kLinkLength);

// The text of a reply with the name of whoever it answers before it, unless it names them already:
// where a network knows by the text alone whom it speaks to. `handle` is whole, "name@host";
// `domain` is that of our own server, where "@name" will do.
std::string text_with_name(const std::string& text, std::string_view handle,
                           std::string_view domain);

}  // namespace rapport
