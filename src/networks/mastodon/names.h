// Ids on servers that speak the Mastodon API.
//
// A server's ids are its own: another server knows the same post by another id, and a post names
// the one it answers by the server's id alone. So a native id is the server's host and the id,
// "mastodon.example/109372", with the id percent-encoded, ready to stand in a path. Ids are opaque:
// they may hold anything, and are never read.
//
// A like, boost, follow or block has no id of its own there: it is the thing and who did it,
// "mastodon.example/109372/41".

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapport::mastodon {

// The host of a server's origin, with a port if it is not the scheme's own: "https://m.example" →
// "m.example".
std::string host_of(std::string_view origin);

// Empty if there is no id, or none that could stand in a path.
std::string make_native_id(std::string_view host, std::string_view id);
std::string make_tie_id(std::string_view object_native_id, std::string_view actor_native_id);

// The id as it stands in a path. Nothing if the native id is of another server or none at all.
std::optional<std::string> path_id(std::string_view native_id, std::string_view host);
// The id itself, of one that stands in a path.
std::string raw_id(std::string_view path_id);
// Of a tie: what was liked, boosted, followed or blocked.
std::optional<std::string> path_id_of_tie(std::string_view tie_id, std::string_view host);

// "name" or "name@host" made whole: "name@domain". Empty if it is no handle.
std::string whole_handle(std::string_view acct, std::string_view domain);

// What a person typed for their server: "m.example", "https://m.example/", "@name@m.example".
struct ServerName {
  std::string host;    // with scheme if one was typed
  std::string handle;  // "name@m.example"; empty if none was typed
};
ServerName server_named(std::string_view typed);

}  // namespace rapport::mastodon
