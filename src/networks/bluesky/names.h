// The names of the AT protocol: handles, DIDs and addresses of records.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport::bluesky {

inline constexpr std::string_view kPostCollection = "app.bsky.feed.post";
inline constexpr std::string_view kLikeCollection = "app.bsky.feed.like";
inline constexpr std::string_view kRepostCollection = "app.bsky.feed.repost";
inline constexpr std::string_view kFollowCollection = "app.bsky.graph.follow";
inline constexpr std::string_view kBlockCollection = "app.bsky.graph.block";

// at://did/collection/rkey. Views into the text it was read from.
struct AtUri {
  std::string_view repo;
  std::string_view collection;
  std::string_view rkey;
};

std::optional<AtUri> parse_at_uri(std::string_view text);
std::string make_at_uri(std::string_view repo, std::string_view collection, std::string_view rkey);

// https://atproto.com/specs/handle and /did
bool is_handle(std::string_view text);
bool is_did(std::string_view text);

// Whether a text has the form of a language tag (BCP 47); the protocol refuses a record with
// another.
bool is_language_tag(std::string_view text);

// What a person typed or pasted, as a handle or DID: without '@', invisible marks, white space and
// the address of their profile page; in lower case.
std::string tidy_handle(std::string_view typed);

// Pages on the network's own site. By DID: a handle may change, and then its old address is dead.
std::string profile_url(std::string_view did);
std::string post_url(std::string_view at_uri);

}  // namespace rapport::bluesky
