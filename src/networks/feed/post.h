// An item of a feed as a post of the network "feed".

#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "networks/connector.h"
#include "networks/feed/document.h"

namespace rapport::feed {

// What posts of one reading have in common.
struct Reading {
  std::string feed_id;  // native id of the channel
  Time now;
  // At the first reading: since when posts count as there; those without a date are as old.
  std::optional<Time> there_since;
};

// In the order of the document, each id once. Ids are kept within their feed, so that no feed can
// put words into another's posts.
std::vector<NetworkPost> posts_of(const Document& document, const Reading& reading);

// The post of an item that is called `id` in its feed.
std::string post_id(const std::string& feed_id, std::string_view id);

// By what an item is told from others: its id, else its link, else its title and date.
std::string id_of(const Item& item);

// 128 bits in hex.
std::string short_hash(std::string_view text);

}  // namespace rapport::feed
