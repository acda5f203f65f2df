// What a link's page says of itself, for the card below a post: its title, a sentence, a picture.
//
// The address is a member's choice, but where it leads is a stranger's: everything is fetched
// through the guarded transport, which refuses private addresses at every redirect, and is capped
// in size and time. A page that cannot be read is no trouble: the card then shows its host.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "networks/connector.h"
#include "networks/transport.h"

namespace rapport {

inline constexpr std::size_t kMostLinkPictureBytes = 1'000'000;

struct LinkPage {
  std::string title;
  std::string description;
  std::string image_url;  // absolute http(s); empty: none
};

// Reads OpenGraph, Twitter's names of the same, and plain HTML. Any bytes will do; texts are valid
// UTF-8 on one line. `url` is where the page was found, `charset` what its answer said it is in.
LinkPage read_link_page(std::string_view html, const std::string& url, std::string_view charset);

// Blocks for twenty seconds at most. Asked twice it may answer differently: whoever sends a card
// keeps it. `url` comes back as it was.
OutgoingCard fetch_link_card(Transport& transport, const std::string& url);

}  // namespace rapport
